// Invisible and direction characters, which hide or reorder what a reader sees: controls, formats
// (zero-width, bidirectional, tags), private use, lone surrogates, and letters that draw nothing.
const INVISIBLE =
	/[\p{Cf}\p{Co}\p{Cs}\p{Cn}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0]/gu;
const LINE_BREAK = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

/** The characters that people can see, in one or more lines; nothing else is touched. */
export function visible(text: string): string {
	return text
		.replace(LINE_BREAK, "\n")
		.replace(/[^\P{Cc}\n]/gu, " ")
		.replace(INVISIBLE, "")
		.replace(/[^\S\n]+/g, " ")
		.replace(/ ?\n[\s]*/g, "\n")
		.trim();
}

/** The same in one line, for places that show no markdown: button labels, options, suggestions. */
export function plain(text: string, max: number): string {
	return shorten(visible(text).replaceAll("\n", " "), max);
}

/** At most `max` UTF-16 units, never half a character. */
export function shorten(text: string, max: number): string {
	if (text.length <= max) return text;
	let kept = "";
	for (const letter of text) {
		if (kept.length + letter.length > max - 1) break;
		kept += letter;
	}
	return `${kept.trimEnd()}…`;
}

/**
 * Text that shows as it is written and does nothing. Discord drops a backslash before any sign that is
 * neither letter, digit nor space, so the reader sees the text unchanged.
 * https://docs.discord.com/developers/reference#message-formatting
 */
export function escapeText(text: string): string {
	return (
		visible(text)
			// Emphasis, code, spoilers, links, mentions, timestamps, emoji, quotes.
			.replace(/[\\*_~`|<>[\]@#]/g, "\\$&")
			// Schemes, so that no address becomes a link, and :shortcodes:.
			.replace(/:(?=\/|[\w+\\-]+:)|(?<=:[\w+\\-]+):/g, "\\:")
			// Addresses that clients look for without a scheme.
			.replace(/(www|discord|discordapp)\./gi, "$1\\.")
			// Lists are made by what starts a line; headings and small text need the # escaped above.
			.replace(/^[-+](?=\s|$)/gm, "\\$&")
			.replace(/^(\d+)([.)])(?=\s|$)/gm, "$1\\$2")
	);
}

/** Escaped text in one line. */
export function escapeLine(text: string): string {
	return escapeText(visible(text).replaceAll("\n", " "));
}

/**
 * A link to a source, or only its words when the address is not a web address.
 * Brackets in the words become round ones: Discord's link pattern does not read escapes there.
 */
export function link(words: string, url: string): string {
	const shown = escapeLine(words.replaceAll("[", "(").replaceAll("]", ")"));
	return isWebAddress(url) ? `[${shown}](${inLink(url)})` : shown;
}

export function isWebAddress(url: string): boolean {
	return /^https?:\/\//i.test(url) && URL.canParse(url);
}

// What would end the address early or take part in markdown, percent-encoded: the same address.
function inLink(url: string): string {
	return url.replace(
		/[\s()<>[\]\\`*|"]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`,
	);
}
