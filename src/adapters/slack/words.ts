import { decodeText } from "./escape.ts";

/** The words of a message as its reader sees them: links and channels by their labels, people left out. */
export function wordsOf(text: string): string {
	const plain = text
		.replace(/<@[^>]*>/g, " ")
		.replace(/<!date\^[^|>]*\|([^>]*)>/g, "$1")
		.replace(/<![^>]*>/g, " ")
		.replace(/<#[^|>]*\|?([^>]*)>/g, "$1")
		.replace(/<([^|>]+)\|([^>]*)>/g, "$2")
		.replace(/<((?:https?|mailto|tel):[^>]*)>/g, "$1");
	return decodeText(plain)
		.replace(/[ \t]+/g, " ")
		.trim();
}
