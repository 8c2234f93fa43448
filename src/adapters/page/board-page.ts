import type { FastifyInstance } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import type { Topic } from "../../core/facts/fact.ts";
import { type FactView, unchangedSince } from "../../core/facts/lookup.ts";
import { answerPath } from "./everyday.ts";
import { type Html, html } from "./html.ts";
import { layout } from "./layout.ts";
import { statusMark } from "./render.ts";
import { sendPage } from "./send.ts";

interface Line {
	topic: Topic;
	view: FactView;
}

/** `/board`: every rule, order, suit and bill with where it stands today. */
export function registerBoardPage(app: FastifyInstance, desk: Desk): void {
	app.get("/board", (request, reply) =>
		sendPage(
			request,
			reply,
			layout("Status board - H-1B Desk", boardPage(desk), { path: "/board", isPublic: true }),
		),
	);
}

function boardPage(desk: Desk): Html {
	const found = lines(desk);
	const confirmed = found.flatMap(({ view }) => view.entry.confirmed ?? []).sort();
	return html`<h1>Status board</h1>
<p class="lead">Where each H-1B rule, order, suit and bill stands on ${desk.today()}.</p>
<p class="small">Last confirmed between ${confirmed[0]} and ${confirmed.at(-1)}. The newest evidence is from ${desk.facts.horizon}; what came later is not in here. <a href="/facts.atom">Follow changes</a>.</p>
<div class="wide" tabindex="0" role="region" aria-label="Status of each topic"><table class="board"><thead><tr><th scope="col">Topic</th><th scope="col">Status</th><th scope="col">Since</th><th scope="col">Last confirmed</th></tr></thead>
<tbody>${found.map(
		({ topic, view }) =>
			html`<tr><th scope="row">${topicLink(topic)}<span class="note">${view.entry.statement}</span></th><td>${statusMark(view.status) ?? "See the topic"}</td><td data-label="Since">${unchangedSince(view) ?? "Long-standing"}</td><td data-label="Last confirmed">${view.entry.confirmed ?? "-"}</td></tr>`,
	)}</tbody></table></div>`;
}

/** How many topics the first page shows; the board has all. */
const SUMMARY = 8;

export function boardSummary(desk: Desk): Html {
	return html`<section class="summary" aria-labelledby="board-title"><h2 id="board-title">Where things stand</h2>
<ul>${lines(desk)
		.slice(0, SUMMARY)
		.map(({ topic, view }) => html`<li>${topicLink(topic)} ${statusMark(view.status)}</li>`)}</ul>
<p><a href="/board">The whole status board</a></p></section>`;
}

const topicLink = ({ id, title }: Topic): Html =>
	html`<a href="${answerPath({ command: "policy", input: { topic: id } })}">${title}</a>`;

function lines({ facts, today }: Desk): Line[] {
	return facts.topics
		.filter((topic) => topic.board)
		.flatMap((topic) => {
			const head = facts.inTopic(topic.id)[0];
			const view = head && facts.stateOn(head.id, today());
			return view?.known ? [{ topic, view }] : [];
		});
}
