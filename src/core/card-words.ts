import type { Answer } from "./answer.ts";
import { fill, type Values } from "./say.ts";

/** The fixed words around a card, in the card's language. A card without them is in English. */
export interface CardWords {
	/** BCP 47, for `lang`. */
	readonly language: string;
	/** For `dir`. */
	readonly direction: "ltr" | "rtl";
	/** Status, day asked about, day of confirmation, already put together. */
	readonly stamp: string;
	readonly overdue: string | null;
	/** By their English. */
	readonly fixed: Readonly<Record<string, string>>;
}

/** What drawings write on a card besides its content. Adapters may use these and nothing else of their own. */
export const FIXED_WORDS = [
	"General information, not legal advice.",
	"Sources",
	"Share",
	"Show all",
	"Show all: {more}",
	"{count} more rows",
	"More rows: press Show all.",
	"More rows follow in the next message.",
	"{more}. Ask again with a narrower question, or in the terminal, to show all.",
	"Page {page} of {pages}",
	"Shared by {name}",
	"Choose one",
	"Choose",
	"Open",
	"Enter an offer",
	"Look at another",
	"Asked by {name}",
	"an admin",
	"This channel watches H-1B facts: turned on by {name}. Turn off: {command}",
] as const;
export type FixedWords = (typeof FIXED_WORDS)[number];

/** Fixed words in the language of a card. */
export function fixed(answer: Answer, words: FixedWords, values: Values = {}): string {
	return fill(answer.words?.fixed[words] ?? words, values);
}
