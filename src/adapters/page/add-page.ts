import type { FastifyInstance } from "fastify";
import { say } from "../../core/say.ts";
import { type Html, html, safeUrl } from "./html.ts";
import type { Pages } from "./send.ts";
import { english, sayHtml } from "./told.ts";

/** A permission or scope that a platform asks for, and why: half a sentence. */
export interface Permission {
	name: string;
	reason: string;
}

/** How this desk is added to a platform. */
export interface Install {
	/** The addresses that add it; none: whoever runs the desk has not connected this platform for others. */
	links: readonly { label: string; url: string }[];
	permissions: readonly Permission[];
}

export interface Installs {
	discord: Install;
	slack: Install;
}

/** `/add`: adding the desk to Discord and Slack, with each permission's reason. */
export function registerAddPage(app: FastifyInstance, pages: Pages, installs: Installs): void {
	pages.serve(app, "/add", () => ({
		title: say("Add to Discord or Slack"),
		content: addPage(installs),
	}));
}

function addPage({ discord, slack }: Installs): Html {
	return html`<h1>${say("Add H-1B Desk to Discord or Slack")}</h1>
<p class="lead">${say("It answers in place, privately first. It reads no message that is not written to it, keeps no salary, and asks for as little as it can.")}</p>
<div class="columns">
${card("Discord", discord, html`<p>${sayHtml("Type {ask}, {odds} or another of its commands. Only the asker sees the answer until they press Share.", { ask: html`<code>/ask</code>`, odds: html`<code>/odds</code>` })}</p>`)}
${card("Slack", slack, html`<p>${sayHtml("Type {h1b} and a question or a command. Only the asker sees the answer until they press Share.", { h1b: html`<code>/h1b</code>` })}</p>`)}
</div>
<h2>${say("What it never does")}</h2>
<ul>
<li>${say("Read what people write to each other, or lists of members.")}</li>
<li>${say("Manage a server, a channel or a workspace.")}</li>
<li>${say("Ask for your e-mail address, or for an account.")}</li>
</ul>
<p><a href="/privacy">${say("What is stored")}</a> · <a href="/support">${say("Support")}</a></p>`;
}

function card(name: string, { links, permissions }: Install, how: Html): Html {
	return html`<section class="card" aria-labelledby="add-${name.toLowerCase()}"><h2 id="add-${name.toLowerCase()}">${name}</h2>
${how}
${
	links.length > 0
		? html`<p class="tools">${links.map(({ label, url }) => html`<a class="button strong" href="${safeUrl(url)}" rel="noreferrer">${say(label)}</a>`)}</p>`
		: html`<p class="overdue">${say("This desk has no public {name} app. Whoever runs it can set one up; the README says how.", { name })}</p>`
}
<h3>${say("What it asks for, and why")}</h3>
<dl class="rows">${permissions.map((one) => html`<div><dt>${english(one.name)}</dt><dd>${sentence(say(one.reason))}</dd></div>`)}</dl></section>`;
}

function sentence(words: string): string {
	const whole = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
	return /[.。।]$/.test(whole) ? whole : `${whole}.`;
}
