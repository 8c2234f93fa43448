import { type Html, html, safeUrl } from "../html.ts";
import { type Json, list, object, text } from "./payload.ts";

/** A text object: `plain_text` as it stands, `mrkdwn` with Slack's own marks. */
export function slackText(value: unknown): Html | string {
	const given = object(value);
	return given.type === "mrkdwn" ? mrkdwn(text(given.text)) : lines(text(given.text));
}

const FORMS: readonly [RegExp, (match: RegExpExecArray) => Html | string][] = [
	[/^&(amp|lt|gt);/, ([, name]) => ({ amp: "&", lt: "<", gt: ">" })[name as "amp"] ?? ""],
	[
		/^<(https?:\/\/[^|>]+|mailto:[^|>]+)(?:\|([^>]*))?>/,
		([, url = "", words]) =>
			html`<a href="${safeUrl(entities(url))}" rel="noreferrer">${entities(words ?? url)}</a>`,
	],
	[/^<@\w+(?:\|[^>]*)?>/, () => html`<span class="s-mention">@member</span>`],
	[/^<#\w+(?:\|[^>]*)?>/, () => html`<span class="s-mention">#channel</span>`],
	[/^`([^`\n]+)`/, ([, code = ""]) => html`<code>${entities(code)}</code>`],
	[/^\*([^*\n]+)\*/, ([, inner = ""]) => html`<strong>${mrkdwn(inner)}</strong>`],
	[/^_([^_\n]+)_/, ([, inner = ""]) => html`<em>${mrkdwn(inner)}</em>`],
	[/^~([^~\n]+)~/, ([, inner = ""]) => html`<s>${mrkdwn(inner)}</s>`],
];

/** https://docs.slack.dev/messaging/formatting-message-text */
export function mrkdwn(source: string): Html {
	const out: (Html | string)[] = [];
	let isStart = true;
	for (let rest = source; rest !== ""; ) {
		const found = FORMS.map(([form, draw]) => ({ match: form.exec(rest), draw })).find(
			(f) => f.match,
		);
		const isMark = /^[*_~`]/.test(rest);
		if (found?.match && (isStart || !isMark)) {
			out.push(found.draw(found.match));
			rest = rest.slice(found.match[0].length);
			isStart = false;
		} else {
			const plain = /^[^&<`*_~]+|^./s.exec(rest)?.[0] ?? rest;
			out.push(lines(plain));
			rest = rest.slice(plain.length);
			isStart = /[\s(]$/.test(plain);
		}
	}
	return html`${out}`;
}

const entities = (source: string): string =>
	source.replace(
		/&(amp|lt|gt);/g,
		(_, name: "amp" | "lt" | "gt") => ({ amp: "&", lt: "<", gt: ">" })[name],
	);

function lines(source: string): Html {
	return html`${source.split("\n").map((line, i) => html`${i > 0 && html`<br>`}${line}`)}`;
}

/** One part of a rich_text block. */
export function richText(element: Json): Html {
	const inner = list(element.elements);
	switch (element.type) {
		case "rich_text_section":
			return html`<div class="s-rich">${inner.map(leaf)}</div>`;
		case "rich_text_list": {
			const items = inner.map((item) => html`<li>${list(item.elements).map(leaf)}</li>`);
			return element.style === "ordered" ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
		}
		case "rich_text_quote":
			return html`<blockquote>${inner.map(leaf)}</blockquote>`;
		case "rich_text_preformatted":
			return html`<pre>${inner.map(leaf)}</pre>`;
		default:
			return html`<p class="unknown">Not drawn here: ${text(element.type)}</p>`;
	}
}

function leaf(element: Json): Html {
	const style = object(element.style);
	let shown = content(element);
	if (style.code) shown = html`<code>${shown}</code>`;
	if (style.strike) shown = html`<s>${shown}</s>`;
	if (style.italic) shown = html`<em>${shown}</em>`;
	if (style.bold) shown = html`<strong>${shown}</strong>`;
	return shown;
}

function content(element: Json): Html {
	switch (element.type) {
		case "text":
			return lines(text(element.text));
		case "link":
			return html`<a href="${safeUrl(text(element.url))}" rel="noreferrer">${text(element.text) || text(element.url)}</a>`;
		case "user":
			return html`<span class="s-mention">@member</span>`;
		case "channel":
			return html`<span class="s-mention">#channel</span>`;
		case "date":
			return html`${text(element.fallback)}`;
		default:
			return html`<span class="unknown">${text(element.type)}</span>`;
	}
}
