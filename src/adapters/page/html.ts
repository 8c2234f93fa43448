/** Text made safe inside HTML and attribute values. */
export function escapeHtml(text: string): string {
	return text
		.replace(/&/g, "&amp;")
		.replace(/</g, "&lt;")
		.replace(/>/g, "&gt;")
		.replace(/"/g, "&quot;")
		.replace(/'/g, "&#39;");
}

/** HTML that is already safe. */
export class Html {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}

type Part = string | number | Html | readonly Html[] | null | undefined | false;

/** A template whose values are escaped unless they are HTML already. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
	return new Html(strings.reduce((all, string, i) => all + string + (i < parts.length ? write(parts[i]) : ""), ""));
}

function write(part: Part): string {
	if (part === null || part === undefined || part === false) return "";
	if (part instanceof Html) return part.text;
	if (Array.isArray(part)) return part.map((one: Html) => one.text).join("");
	return escapeHtml(String(part));
}

/** A whole page. */
export function document(title: string, main: Html): string {
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/desk.css">
</head>
<body>
<header><a class="brand" href="/">H-1B Desk</a></header>
<main>${main}</main>
<footer><a href="/facts">All facts</a> <a href="/privacy">Privacy</a> <a href="/support">Support</a> <span>General information, not legal advice.</span></footer>
</body>
</html>`.text;
}
