import type { Html } from "./html.ts";
import { html } from "./html.ts";

/** What people can ask, as buttons on the first page. */
export const EXAMPLES = [
	"Is the $100,000 payment in effect?",
	"/odds level:2 degree:us-masters",
	"/level 145k software engineer austin",
	"/fee 30 employees premium",
	"/dates",
	"/cap",
] as const;

const PLACES: readonly [path: string, label: string][] = [
	["/", "Ask"],
	["/board", "Status board"],
	["/facts", "Facts"],
	["/odds", "Odds explained"],
	["/add", "Add to Discord or Slack"],
	["/reports", "How well it works"],
];

export interface LayoutOptions {
	/** The address of this page, to mark its place in the navigation. */
	path?: string;
	/** Whether search engines may list it: public pages may, answers may not. */
	isPublic?: boolean;
}

/** A whole page. `title` names it in the tab. */
export function layout(title: string, content: Html, options: LayoutOptions = {}): string {
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${!options.isPublic && html`<meta name="robots" content="noindex">`}
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/desk.css">
<link rel="alternate" type="application/atom+xml" title="Changes of the facts" href="/facts.atom">
<script type="module" src="/desk.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header><p class="brand"><a class="home" href="/">H-1B Desk</a><span>H-1B policy questions, answered from dated and cited facts</span></p>
<nav aria-label="Pages">${PLACES.map(
		([path, label]) =>
			html`<a href="${path}"${options.path === path && html` aria-current="page"`}>${label}</a>`,
	)}</nav></header>
<main id="main" tabindex="-1">
${content}
</main>
<footer><nav aria-label="About this desk"><a href="/privacy">Privacy</a> <a href="/support">Support</a> <a href="/facts.json">All facts (JSON)</a> <a href="/facts.atom">Changes (Atom)</a> <a href="/dates.ics">Season dates (calendar)</a></nav>
<p>General information, not legal advice. Not a government service.</p></footer>
</body>
</html>`.markup;
}

/** The one question field. What was typed stays in it after the answer. */
export function askForm(typed: string): Html {
	return html`<form class="ask" method="post" action="/" role="search">
<label for="text">Ask a question, or type a command</label>
<div class="line"><div class="box"><input id="text" name="text" value="${typed}" maxlength="2000" required autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" aria-describedby="hint"></div><button>Ask</button></div>
<p class="small" id="hint">In plain words, or as /odds, /level, /fee, /cap, /policy, /check. /help lists all commands.</p>
</form>`;
}

/** Examples as buttons; each asks at once. */
export function examples(): Html {
	return html`<section class="examples" aria-labelledby="examples-title"><h2 id="examples-title">Try one of these</h2>
<ul>${EXAMPLES.map(
		(text) =>
			html`<li><form method="post" action="/"><input type="hidden" name="text" value="${text}"><button>${text}</button></form></li>`,
	)}</ul></section>`;
}
