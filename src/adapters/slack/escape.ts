// Invisible, direction and control characters: they show nothing and can hide what a line says.
const HIDDEN =
	/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text for blocks in which Slack parses nothing (plain_text, rich_text). Never empty: Slack refuses that. */
export function plain(text: string): string {
	const shown = text.replace(HIDDEN, " ").trim();
	return shown === "" ? "-" : shown;
}

const JOINER = "\u2060";

/**
 * Text for the one place that Slack parses (`text` beside the blocks). Entities as Slack documents them, once;
 * formatting and automatic links have no escape there, so a joiner that nobody sees keeps them apart.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeMrkdwn(text: string): string {
	return plain(text)
		.replace(/&/g, "&amp;")
		.replace(/</g, "&lt;")
		.replace(/>/g, "&gt;")
		.replace(/([*_~`@#])/g, `$1${JOINER}`)
		.replace(/:(?=[\w+'-]+:)/g, `:${JOINER}`)
		.replace(/\]\(/g, `]${JOINER}(`)
		.replace(/\/\//g, `/${JOINER}/`)
		.replace(/\bwww\./gi, `www${JOINER}.`)
		.replace(/([\p{L}\p{N}])\.(?=\p{L}{2,})/gu, `$1.${JOINER}`);
}

/** Command text as Slack sends it: `&amp; &lt; &gt;` undone exactly once. */
export function decodeText(text: string): string {
	return text.replace(/&(amp|lt|gt);/g, (_all, name: string) =>
		name === "amp" ? "&" : name === "lt" ? "<" : ">",
	);
}
