import { escapeMarkup } from "../../core/escape-markup.ts";

/** Markup that is safe to send. Only `html` makes it, and the drawer of charts. */
export class Html {
	readonly markup: string;
	constructor(markup: string) {
		this.markup = markup;
	}
	toString(): string {
		return this.markup;
	}
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/** A template whose values are escaped unless they are `Html` themselves. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
	return new Html(strings.reduce((whole, piece, i) => whole + draw(parts[i - 1]) + piece));
}

function draw(part: Part): string {
	if (part === null || part === undefined || part === false) return "";
	if (part instanceof Html) return part.markup;
	if (typeof part === "object") return part.map(draw).join("");
	return escape(String(part));
}

// Direction overrides could make a text read as something else, and control characters are not HTML.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text as HTML shows it, in an element or in a quoted attribute. */
export function escape(text: string): string {
	return escapeMarkup(text.replace(UNSEEN, ""));
}

/** An address that a link may hold: web and mail only. */
export function safeUrl(url: string): string {
	return URL.canParse(url) && /^(https?|mailto):$/.test(new URL(url).protocol) ? url : "#";
}
