import type { FastifyInstance } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import type { Fact, Topic } from "../../core/facts/fact.ts";
import { say } from "../../core/say.ts";
import { type Html, html } from "./html.ts";
import { statusMark } from "./render.ts";
import type { Pages } from "./send.ts";
import { statement, title } from "./told.ts";

/** `/facts`: every fact by topic, with where it stands today. */
export function registerFactsIndex(app: FastifyInstance, pages: Pages, desk: Desk): void {
	pages.serve(app, "/facts", () => ({
		title: say("All facts"),
		content: indexPage(desk),
	}));
}

function indexPage(desk: Desk): Html {
	const { facts } = desk;
	const topics = facts.topics
		.map((topic) => ({ topic, list: facts.inTopic(topic.id) }))
		.filter(({ list }) => list.length > 0);
	return html`<h1>${say("All facts")}</h1>
<p class="lead">${say("{count} facts, each with every value it had, its status, its sources and the day of confirmation.", { count: facts.all.length })}</p>
<nav class="topics" aria-labelledby="topics-title"><h2 id="topics-title">${say("Topics")}</h2><ul>${topics.map(
		({ topic }) => html`<li><a href="#${topic.id}">${say(topic.title)}</a></li>`,
	)}</ul></nav>
${topics.map(({ topic, list }) => section(desk, topic, list))}`;
}

function section(desk: Desk, topic: Topic, list: readonly Fact[]): Html {
	return html`<section class="topic" aria-labelledby="${topic.id}"><h2 id="${topic.id}">${say(topic.title)}</h2><ul>${list.map(
		(fact) => {
			const view = desk.facts.stateOn(fact.id, desk.today());
			return html`<li><a href="/facts/${fact.id}">${title(fact)}</a> ${view.known && statusMark(view.status)}${view.known && html`<span class="note">${statement(view.id, view.entry)}</span>`}</li>`;
		},
	)}</ul></section>`;
}
