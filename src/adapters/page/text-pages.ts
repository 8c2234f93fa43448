import type { FastifyInstance } from "fastify";
import type { Support } from "../../core/report.ts";
import { say } from "../../core/say.ts";
import { html, safeUrl } from "./html.ts";
import type { Pages } from "./send.ts";
import { sayHtml } from "./told.ts";

export function registerTextPages(app: FastifyInstance, pages: Pages, support: Support): void {
	pages.serve(app, "/privacy", () => ({
		title: say("Privacy"),
		content: privacyPage(),
	}));
	pages.serve(app, "/support", () => ({
		title: say("Support"),
		content: supportPage(support),
	}));
}

function privacyPage() {
	return html`<article class="card"><h1>${say("Privacy")}</h1>
<p class="lead">${say("What you ask is answered and then forgotten. Only what an admin sets up for a server or workspace is kept.")}</p>
<h2>${say("Never kept")}</h2>
<ul>
<li>${say("What you type, a salary included. It is used for that one answer, on the machine that runs the desk, and not written to a log or sent to anyone else. A salary never stands in an address.")}</li>
<li>${say("Who visits this page: it has no account and no cookie. The log holds which page or command was asked for, when, how long it took and whether it worked; not by whom.")}</li>
</ul>
<h2>${say("Kept, where the desk is used in Discord or Slack")}</h2>
<ul>
<li>${say("What an admin chose for a server or workspace, such as its language or whom to ask.")}</li>
<li>${say("Which channels are told when facts change, who turned that on (their id), and what was posted there last.")}</li>
<li>${say("For a Slack workspace that added the app by its web page: its access token, its name and the id of who added it, all encrypted.")}</li>
<li>${say("In Slack, where the app answers mentions: for about a day, which messages were answered (their channel and time, not their words), so that none is answered twice.")}</li>
</ul>
<p>${sayHtml("There, {privacy} lists what is stored about you and your server, and {forget} deletes it. So does removing the app; on Discord that can take a day.", { privacy: html`<code>/privacy</code>`, forget: html`<code>/forget</code>` })}</p>
<p>${say("The messages themselves are kept by Discord or Slack, under their own terms.")}</p></article>`;
}

const USCIS = html`<a href="https://www.uscis.gov/working-in-the-united-states/h-1b-specialty-occupations" rel="noreferrer" hreflang="en">USCIS: H-1B</a>`;

function supportPage({ url, email }: Support) {
	const contact = [
		url && html`<li><a href="${safeUrl(url)}" rel="noreferrer">${url}</a></li>`,
		email && html`<li><a href="${safeUrl(`mailto:${email}`)}">${email}</a></li>`,
	];
	return html`<article class="card"><h1>${say("Support")}</h1>
${
	url || email
		? html`<p class="lead">${say("Found a wrong fact, or something that does not work? Write here:")}</p><ul>${contact}</ul>`
		: html`<p class="lead">${say("Whoever runs this desk has not named a contact. Please ask the person who gave you this address.")}</p>`
}
<p>${say("When you report a wrong fact, please name the card and the official page that says otherwise. Please leave out your salary and other personal details.")}</p>
<p>${sayHtml("For advice about a case of your own, ask an immigration lawyer. Official pages: {link}.", { link: USCIS })}</p>
</article>`;
}
