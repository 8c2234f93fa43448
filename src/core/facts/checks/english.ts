import type { Check } from "../check.ts";

const ENGLISH =
	/\b(?:the|a|an|is|are|it|was|were|not|of|to|in|for|by|and|no|may|has|have|on|at|with|docket)\b/i;
// Everyday words of Hindi, Telugu and Spanish that no English sentence has.
const FOREIGN =
	/\b(?:hai|hain|ek|baar|nahi|kya|hi|ka|saal|lagu|sirf|bhi|aur|karna|ledu|kadu|undi|una|los|las|pero|cada)\b|[^\p{Script=Latin}\p{Script=Common}]/iu;

/** What a card says is English; other languages have their own files. */
export const remarksAreEnglish: Check = {
	name: "remarks-are-english",
	run: (facts) =>
		facts.flatMap((fact) => {
			const remarks = [fact.misread, fact.note].filter((text) => text !== undefined);
			const said = [...fact.values, ...fact.outlook].map((entry) => entry.statement);
			const foreign = [fact.title, ...said, ...remarks].filter((text) => FOREIGN.test(text));
			return [
				...foreign,
				...remarks.filter((text) => !ENGLISH.test(text) && !FOREIGN.test(text)),
			].map((text) => `${fact.id}: not plain English: ${text.slice(0, 60)}`);
		}),
};
