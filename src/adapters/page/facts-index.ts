import type { FastifyInstance } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import type { Fact, Topic } from "../../core/facts/fact.ts";
import { type Html, html } from "./html.ts";
import { layout } from "./layout.ts";
import { statusMark } from "./render.ts";
import { sendPage } from "./send.ts";

/** `/facts`: every fact by topic, with where it stands today. */
export function registerFactsIndex(app: FastifyInstance, desk: Desk): void {
	app.get("/facts", (request, reply) =>
		sendPage(
			request,
			reply,
			layout("All facts - H-1B Desk", indexPage(desk), { path: "/facts", isPublic: true }),
		),
	);
}

function indexPage(desk: Desk): Html {
	const { facts } = desk;
	const topics = facts.topics
		.map((topic) => ({ topic, list: facts.inTopic(topic.id) }))
		.filter(({ list }) => list.length > 0);
	return html`<h1>All facts</h1>
<p class="lead">${facts.all.length} facts, each with every value it had, its status, its sources and the day of confirmation.</p>
<nav class="topics" aria-labelledby="topics-title"><h2 id="topics-title">Topics</h2><ul>${topics.map(
		({ topic }) => html`<li><a href="#${topic.id}">${topic.title}</a></li>`,
	)}</ul></nav>
${topics.map(({ topic, list }) => section(desk, topic, list))}`;
}

function section(desk: Desk, { id, title }: Topic, list: readonly Fact[]): Html {
	return html`<section class="topic" aria-labelledby="${id}"><h2 id="${id}">${title}</h2><ul>${list.map(
		(fact) => {
			const view = desk.facts.stateOn(fact.id, desk.today());
			return html`<li><a href="/facts/${fact.id}">${fact.title}</a> ${view.known && statusMark(view.status)}${view.known && html`<span class="note">${view.entry.statement}</span>`}</li>`;
		},
	)}</ul></section>`;
}
