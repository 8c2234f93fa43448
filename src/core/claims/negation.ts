/** Words that deny. */
export const NOT =
	/\b(?:not|never|no|none|nobody|nothing|neither|without|cannot|can'?t|isn'?t|aren'?t|wasn'?t|weren'?t|don'?t|doesn'?t|didn'?t|won'?t|wouldn'?t|hasn'?t|haven'?t|couldn'?t|mustn'?t|needn'?t|hardly|unaffected|skip(?:s|ped|ping)?)\b/giu;
// Not negations of the sentence: the phrase as a whole affirms.
export const AFFIRMS =
	/\b(?:not only|no fewer|no less|no more than|no later than|no (?:second|further)|no matter|(?:to|for) (?:nothing|none)|whether or not|no longer than)\b/giu;
