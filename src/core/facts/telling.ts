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
