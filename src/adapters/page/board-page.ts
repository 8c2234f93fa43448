import type { FastifyInstance } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import type { Topic } from "../../core/facts/fact.ts";
import { type FactView, unchangedSince } from "../../core/facts/lookup.ts";
import { say, sayDay } from "../../core/say.ts";
import { answerPath } from "./everyday.ts";
import { ATOM } from "./feed-addresses.ts";
import { type Html, html } from "./html.ts";
import { statusMark } from "./render.ts";
import type { Pages } from "./send.ts";
import { statement } from "./told.ts";

interface Line {
	topic: Topic;
	view: FactView;
}

/** `/board`: every rule, order, suit and bill with where it stands today. */
export function registerBoardPage(app: FastifyInstance, pages: Pages, desk: Desk): void {
	pages.serve(app, "/board", () => ({ title: say("Status board"), content: board(desk) }));
}

function board(desk: Desk): Html {
	const found = lines(desk);
	const confirmed = found.flatMap(({ view }) => view.entry.confirmed ?? []).sort();
	return html`<h1>${say("Status board")}</h1>
<p class="lead">${say("Where each H-1B rule, order, suit and bill stood when last checked.")}</p>
<p class="small">${say("Last confirmed between {first} and {last}.", { first: confirmed[0], last: confirmed.at(-1) })} ${say("The newest evidence is from {day}; what came later is not in here.", { day: desk.facts.horizon })} <a href="${ATOM}" hreflang="en">${say("Follow changes")}</a></p>
<div class="wide" tabindex="0" role="region" aria-label="${say("Status of each topic")}"><table class="board"><thead><tr><th scope="col">${say("Topic")}</th><th scope="col">${say("Status")}</th><th scope="col">${say("Since")}</th><th scope="col">${say("Last confirmed")}</th></tr></thead>
<tbody>${found.map(
		({ topic, view }) =>
			html`<tr><th scope="row">${topicLink(topic)}<span class="note">${statement(view.id, view.entry)}</span></th><td>${statusMark(view.status) ?? say("See the topic")}</td><td data-label="${say("Since")}">${day(unchangedSince(view)) ?? say("Long-standing")}</td><td data-label="${say("Last confirmed")}">${day(view.entry.confirmed) ?? "-"}</td></tr>`,
	)}</tbody></table></div>`;
}

/** How many topics the first page shows; the board has all. */
const SUMMARY = 8;

export function boardSummary(desk: Desk): Html {
	return html`<section class="summary" aria-labelledby="board-title"><h2 id="board-title">${say("Where things stand")}</h2>
<ul>${lines(desk)
		.slice(0, SUMMARY)
		.map(({ topic, view }) => html`<li>${topicLink(topic)} ${statusMark(view.status)}</li>`)}</ul>
<p><a href="/board">${say("The whole status board")}</a></p></section>`;
}

const topicLink = ({ id, title }: Topic): Html =>
	html`<a href="${answerPath({ command: "policy", input: { topic: id } })}">${say(title)}</a>`;

const day = (date: string | null | undefined): string | undefined =>
	date ? sayDay(date) : undefined;

function lines({ facts, today }: Desk): Line[] {
	return facts.topics
		.filter((topic) => topic.board)
		.flatMap((topic) => {
			const head = facts.inTopic(topic.id)[0];
			const view = head && facts.stateOn(head.id, today());
			return view?.known ? [{ topic, view }] : [];
		});
}
