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
<p class="lead">This version of H-1B Desk stores nothing about you.</p>
<ul>
<li>There is no account, no cookie and no database.</li>
<li>What you type, a salary included, is used for that one answer and then forgotten.</li>
<li>It is not written to a log, not put in an address, and not sent to anyone else. The answer is made on the machine that runs the desk.</li>
<li>The log holds which page was asked for, when, how long it took and whether it worked.</li>
<li>On Discord or Slack, the messages themselves are kept by Discord or Slack under their own terms.</li>
</ul></article>`;
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
