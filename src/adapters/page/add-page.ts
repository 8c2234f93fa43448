import type { FastifyInstance } from "fastify";
import { type Html, html, safeUrl } from "./html.ts";
import { layout } from "./layout.ts";
import { sendPage } from "./send.ts";

/** A permission or scope that a platform asks for, and why. */
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
export function registerAddPage(app: FastifyInstance, installs: Installs): void {
	const page = layout("Add to Discord or Slack - H-1B Desk", addPage(installs), {
		path: "/add",
		isPublic: true,
	});
	app.get("/add", (request, reply) => sendPage(request, reply, page));
}

function addPage({ discord, slack }: Installs): Html {
	return html`<h1>Add H-1B Desk to Discord or Slack</h1>
<p class="lead">It answers in place, privately first. It reads no message that is not written to it, keeps no salary, and asks for as little as it can.</p>
<div class="columns">
${card("Discord", discord, html`<p>Type <code>/ask</code>, <code>/odds</code> or another of its commands. Only the asker sees the answer until they press Share.</p>`)}
${card("Slack", slack, html`<p>Type <code>/h1b</code> and a question or a command. Only the asker sees the answer until they press Share.</p>`)}
</div>
<h2>What it never does</h2>
<ul>
<li>Read what people write to each other, or lists of members.</li>
<li>Manage a server, a channel or a workspace.</li>
<li>Ask for your e-mail address, or for an account.</li>
</ul>
<p><a href="/privacy">What is stored</a> · <a href="/support">Support</a></p>`;
}

function card(name: string, { links, permissions }: Install, how: Html): Html {
	return html`<section class="card" aria-labelledby="add-${name.toLowerCase()}"><h2 id="add-${name.toLowerCase()}">${name}</h2>
${how}
${
	links.length > 0
		? html`<p class="tools">${links.map(({ label, url }) => html`<a class="button strong" href="${safeUrl(url)}" rel="noreferrer">${label}</a>`)}</p>`
		: html`<p class="overdue">This desk has no public ${name} app. Whoever runs it can set one up; the README says how.</p>`
}
<h3>What it asks for, and why</h3>
<dl class="rows">${permissions.map((one) => html`<div><dt>${one.name}</dt><dd>${one.reason}</dd></div>`)}</dl></section>`;
}
