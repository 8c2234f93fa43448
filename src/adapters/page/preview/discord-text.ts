import { type Html, html, safeUrl } from "../html.ts";

/**
 * Discord's markdown as cards use it: headings, small text, lists, bold, italic, struck, code, links,
 * mentions. A backslash before a sign shows the sign.
 * https://docs.discord.com/developers/reference#message-formatting
 */
export function discordText(content: string): Html {
	return html`${content.split("\n").map(line)}`;
}

function line(source: string): Html {
	const heading = /^(#{1,3}) (.*)$/.exec(source);
	if (heading) return html`<p class="d-h${heading[1]?.length}">${inline(heading[2] ?? "")}</p>`;
	if (source.startsWith("-# ")) return html`<p class="d-small">${inline(source.slice(3))}</p>`;
	const item = /^[-*] (.*)$/.exec(source);
	if (item) return html`<p class="d-item">${inline(item[1] ?? "")}</p>`;
	return html`<p>${inline(source)}</p>`;
}

/** A way to write something: what it looks like, and what it becomes. */
const FORMS: readonly [RegExp, (match: RegExpExecArray) => Html | string][] = [
	[/^\\([^\p{L}\p{N}\s])/u, ([, sign = ""]) => sign],
	[/^`([^`]+)`/, ([, code = ""]) => html`<code>${code}</code>`],
	[
		/^\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/s,
		([, inner = ""]) => html`<strong>${inline(inner)}</strong>`,
	],
	[/^~~((?:\\.|[^\\])+?)~~/s, ([, inner = ""]) => html`<s>${inline(inner)}</s>`],
	[
		/^[*_]((?:\\.|[^\\*_\s])(?:\\.|[^\\*_])*)[*_]/s,
		([, inner = ""]) => html`<em>${inline(inner)}</em>`,
	],
	[
		/^\[((?:\\.|[^\\\]])+)\]\((https?:\/\/[^\s)]+)\)/s,
		([, words = "", url = ""]) => link(url, inline(words)),
	],
	[/^<@!?(\d+)>/, () => html`<span class="d-mention">@member</span>`],
	[/^https?:\/\/[^\s<>]+/, ([url = ""]) => link(url, url)],
];

function inline(source: string): Html {
	const out: (Html | string)[] = [];
	for (let rest = source; rest !== ""; ) {
		const found = FORMS.map(([form, draw]) => ({ match: form.exec(rest), draw })).find(
			(f) => f.match,
		);
		if (found?.match) {
			out.push(found.draw(found.match));
			rest = rest.slice(found.match[0].length);
		} else {
			// Up to the next sign that could begin a form, so that long texts are not read letter by letter.
			const plain = /^(?:h(?!ttps?:)|[^\\`*_~[<h])+|^./s.exec(rest)?.[0] ?? rest;
			out.push(plain);
			rest = rest.slice(plain.length);
		}
	}
	return html`${out}`;
}

const link = (url: string, words: Html | string): Html =>
	html`<a href="${safeUrl(url)}" rel="noreferrer">${words}</a>`;
