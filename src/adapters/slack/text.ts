import { plain } from "./escape.ts";

/** A text object in which Slack parses nothing. */
export const plainText = (text: string) => ({
	type: "plain_text" as const,
	text: plain(text),
	emoji: false,
});

/** A label in a narrow place; its full words stand elsewhere. */
export function short(text: string, max: number): string {
	const letters = [...plain(text)];
	return letters.length > max ? `${letters.slice(0, max - 1).join("")}…` : letters.join("");
}
