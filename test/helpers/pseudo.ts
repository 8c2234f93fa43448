import { fill, type Language, type Languages } from "../../src/core/say.ts";

/** A language in which everything that went through a catalogue stands in brackets. */
const PSEUDO: Language = {
	tag: "qq",
	name: "Pseudo",
	direction: "ltr",
	isDrawn: false,
	message: (english, values) => `⟦${fill(english, values)}⟧`,
	day: (date) => `⟦${date}⟧`,
	statement: (_id, { statement }) => ({ text: `⟦${statement}⟧`, isOlder: false }),
	title: (id) => `⟦${id}⟧`,
	remark: (_id, english) => `⟦${english}⟧`,
};

export const pseudoLanguages: Languages = {
	all: [PSEUDO],
	find: (tag) => (tag === PSEUDO.tag ? PSEUDO : null),
};

/** What was written without a catalogue: the text outside all brackets. */
export function unsaid(text: string): string {
	let left = text;
	for (let before = ""; before !== left; ) {
		before = left;
		left = left.replace(/⟦[^⟦⟧]*⟧/g, " ");
	}
	return left.replace(/\s+/g, " ").trim();
}
