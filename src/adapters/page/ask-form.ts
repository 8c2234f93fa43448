import { message, say } from "../../core/say.ts";
import { type Html, html } from "./html.ts";

/** What people can ask, as buttons on the first page: what is typed, and what stands on it where that differs. */
const EXAMPLES: readonly [typed: string, words?: string][] = [
	["Is the $100,000 payment in effect?", message("Is the $100,000 payment in effect?")],
	["/odds level:2 degree:us-masters"],
	["/level 145k software engineer austin"],
	["/fee 30 employees premium"],
	["/dates"],
	["/cap"],
];

/** The one question field. What was typed stays in it after the answer. */
export function askForm(typed: string): Html {
	return html`<form class="ask" method="post" action="/" role="search">
<label for="text">${say("Ask a question, or type a command")}</label>
<div class="line"><div class="box"><input id="text" name="text" value="${typed}" maxlength="2000" required autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" aria-describedby="hint"></div><button>${say("Ask")}</button></div>
<p class="small" id="hint">${say("In plain words, or as /odds, /level, /fee, /cap, /policy, /check. /help lists all commands.")}</p>
</form>`;
}

/** Examples as buttons; each asks at once. */
export function examples(): Html {
	return html`<section class="examples" aria-labelledby="examples-title"><h2 id="examples-title">${say("Try one of these")}</h2>
<ul>${EXAMPLES.map(
		([typed, words]) =>
			html`<li><form method="post" action="/"><input type="hidden" name="text" value="${typed}"><button>${words ? say(words) : typed}</button></form></li>`,
	)}</ul></section>`;
}
