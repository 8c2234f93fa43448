/** What a question asks for: a day, a number, a person. Two questions about one thing differ in it. */
export type Cue = "length" | "number" | "money" | "who" | "when" | "why" | "where" | "what" | "may";

// The first that matches counts; Spanish and romanised Hindi beside English.
const CUES: readonly [Cue, RegExp][] = [
	[
		"length",
		/\bhow long\b|\bhow many (days|years|months|weeks|hours)\b|\bkitne (din|saal|mahine)\b|\b(enni rojulu|cuántos días|cuantos dias)\b|\buntil when\b|多久/i,
	],
	[
		"number",
		/\bhow (many|often)\b|\bnumber of\b|\bkitne\b|\bcu[aá]nt[oa]s\b|\benni\b|多少(人|个)/i,
	],
	["money", /\bhow much\b|\bcosts?\b|\bprice\b|\bamount\b|\bcu[aá]nto\b|\bkitna\b/i],
	["who", /\bwho(se)?\b|\bwhich (judge|president|senator|person)\b|\b(kisne|kaun|qui[eé]n)\b|谁/i],
	[
		"when",
		/\bwhen\b|\b(what|which|last) (date|day|year)\b|\bdeadline\b|\bkab\b|\bcu[aá]ndo\b|什么时候/i,
	],
	["why", /\bwhy\b|\breason\b|为什么/i],
	["where", /\bwhere\b|\bkahan\b|\bd[oó]nde\b/i],
	["what", /\bwhat ?(is|are|does|do|'?s)\b|\bmeaning\b|\bkya hai\b|\bqu[eé] es\b|是什么/i],
	["may", /\b(can|may|could|allowed|legal|ok|possible|permitted)\b/i],
];

/** The cue of a question or statement, or null. */
export const cueOf = (text: string): Cue | null =>
	CUES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
