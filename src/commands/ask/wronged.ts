const DECEIT =
	/\b(fak(?:e|ed|es|ing)|forg(?:e|ed|ing)|falsif\w+|fabricat\w+|bogus|shady|lied|lying|cheat(?:ed|ing|s)?|scam(?:med|ming|s)?)\b/i;
const OTHERS =
	/\b(they|he|she|(?:my|our|the|this|his|her|an?) (?:\w+ )?(?:employer|company|consultancy|consultant|agency|agent|vendor|boss|manager|recruiter|firm|sponsor|client|hr)|consultanc(?:y|ies)|employers?|companies|recruiters?)\b/i;
const THING =
	/\b(resumes?|cv|experience|documents?|papers?|pay ?stubs?|payslips?|degrees?|lcas?|jobs?|projects?|clients?|letters?|invoices?|timesheets?|signatures?|address(?:es)?|consultanc\w+)\b/i;
/** Wants to do it, or to hide it. */
const OWN =
	/\b(how (?:do|can|could|to|should)|can i|could i|may i|should i|shall i|i (?:want|need|will|would|plan|made|used|put|faked|have a fake)|i'?m going to|help me|make me|get me|give me|write|create|make|buy|sell|find me|where (?:do|can|to)|best|without|hide|so that|which|work(?:s|ed)?|look real|get away|let'?s)\b/i;

/** Whether a question tells of somebody else's deceit, or only names it: whoever asks may be the one harmed. */
export const tellsOfDeceit = (question: string): boolean => {
	const said = DECEIT.test(question) && THING.test(question);
	if (!said || OWN.test(question)) return false;
	return OTHERS.test(question) || question.trim().split(/\s+/).length <= 5;
};
