import { type Cue, cueOf } from "./cues.ts";
import type { Fact } from "./fact.ts";
import { foldWith, headWord } from "../words.ts";

/** Reads the telling words of a text: those that say what it is about, each as the first of its line. */
export type Telling = (text: string) => Set<string>;

/** Lines of words that mean the same to the check of fit; a word may stand in several lines. */
export function tellingIn(lines: readonly (readonly string[])[]): Telling {
	const heads = new Map<string, string[]>();
	for (const line of lines)
		for (const word of line)
			heads.set(markOf(word), [...(heads.get(markOf(word)) ?? []), headWord(line[0] ?? "")]);
	// Each word is marked as itself: one that stands in two lines counts for both.
	const fold = foldWith([...new Set(lines.flat())].map((word) => [markOf(word), word]));
	return (text) =>
		new Set(
			fold(text)
				.split(" ")
				.flatMap((word) => heads.get(word) ?? []),
		);
}

/** A word that no text holds, so that only what was folded is found. */
const markOf = (word: string): string => `tell${headWord(word.toLowerCase())}`;

/** What a fact is asked and states: a claim about it may tell of other things. */
export const borneOut = (fact: Fact): string =>
	[fact.title, ...fact.words, ...fact.asks, ...statements(fact)].join(" . ");

const statements = ({ values, outlook }: Fact): string[] =>
	[...values, ...outlook].map((entry) => entry.statement);

/** What a statement has to hold to answer a question of a kind; other kinds can be told in any words. */
const HELD: Partial<Record<Cue, RegExp>> = {
	when: /\b(19|20)\d\d\b|\b(january|february|march|april|june|july|august|september|october|november|december)\b|\b(before|until|by the|on the day|dates?)\b/i,
	length:
		/\b(\d+|one|two|three|four|six|seven|ten) (\w+ )?(hours?|days?|weeks?|months?|years?)\b|\b(19|20)\d\d-/i,
	money: /\$|\bfees?\b|\bpercent\b|\bpay|\bcost/i,
	number: /\d|\b(one|two|three|four|five|six|seven|eight|ten|several|no limit|once|half)\b/i,
};

/** The kinds of question that need a day, a length, an amount or a number, and that a fact can answer. */
export function kindsAnswered(fact: Fact): Cue[] {
	const asked = new Set(fact.asks.map(cueOf));
	const said = statements(fact).join(" ");
	return (Object.keys(HELD) as Cue[]).filter((cue) => asked.has(cue) || HELD[cue]?.test(said));
}

/** The kind of a question, where a fact must hold something to answer it. */
export const kindNeeded = (question: string): Cue | null => {
	const cue = cueOf(question);
	return cue !== null && HELD[cue] ? cue : null;
};
