import type { FastifyInstance } from "fastify";
import type { Support } from "../../core/report.ts";
import { html, safeUrl } from "./html.ts";
import { layout } from "./layout.ts";
import { sendPage } from "./send.ts";

export function registerTextPages(app: FastifyInstance, support: Support): void {
	const privacy = layout("Privacy - H-1B Desk", privacyPage(), { isPublic: true });
	const help = layout("Support - H-1B Desk", supportPage(support), { isPublic: true });
	app.get("/privacy", (request, reply) => sendPage(request, reply, privacy));
	app.get("/support", (request, reply) => sendPage(request, reply, help));
}

function privacyPage() {
	return html`<article class="card"><h1>Privacy</h1>
<p class="lead">What you ask is answered and then forgotten. Only what an admin sets up for a server or workspace is kept.</p>
<h2>Never kept</h2>
<ul>
<li>What you type, a salary included. It is used for that one answer, on the machine that runs the desk, and not written to a log or sent to anyone else. A salary never stands in an address.</li>
<li>Who visits this page: it has no account and no cookie. The log holds which page or command was asked for, when, how long it took and whether it worked; not by whom.</li>
</ul>
<h2>Kept, where the desk is used in Discord or Slack</h2>
<ul>
<li>What an admin chose for a server or workspace, such as its language or whom to ask.</li>
<li>Which channels are told when facts change, who turned that on (their id), and what was posted there last.</li>
<li>For a Slack workspace that added the app by its web page: its access token, its name and the id of who added it, all encrypted.</li>
<li>In Slack, where the app answers mentions: for about a day, which messages were answered (their channel and time, not their words), so that none is answered twice.</li>
</ul>
<p>There, <code>/privacy</code> lists what is stored about you and your server, and <code>/forget</code> deletes it. So does removing the app; on Discord that can take a day.</p>
<p>The messages themselves are kept by Discord or Slack, under their own terms.</p></article>`;
}

function supportPage({ url, email }: Support) {
	const contact = [
		url && html`<li><a href="${safeUrl(url)}" rel="noreferrer">${url}</a></li>`,
		email && html`<li><a href="${safeUrl(`mailto:${email}`)}">${email}</a></li>`,
	];
	return html`<article class="card"><h1>Support</h1>
${
	url || email
		? html`<p class="lead">Found a wrong fact, or something that does not work? Write here:</p><ul>${contact}</ul>`
		: html`<p class="lead">Whoever runs this desk has not named a contact. Please ask the person who gave you this address.</p>`
}
<p>When you report a wrong fact, please name the card and the official page that says otherwise. Please leave out your salary and other personal details.</p>
<p>For advice about a case of your own, ask an immigration lawyer. Official pages: <a href="https://www.uscis.gov/working-in-the-united-states/h-1b-specialty-occupations" rel="noreferrer">USCIS on H-1B</a>.</p>
</article>`;
}
