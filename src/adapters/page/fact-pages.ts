import type { FastifyInstance } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import type { Fact, FactOutlook, FactValue } from "../../core/facts/fact.ts";
import type { FactView } from "../../core/facts/lookup.ts";
import { message, say, sayDay, sayTitle } from "../../core/say.ts";
import { type Html, html, safeUrl } from "./html.ts";
import { sourceList, statusMark } from "./render.ts";
import { alsoVaries, type Pages } from "./send.ts";
import { english, remark, statement, title } from "./told.ts";

/** `/facts.json`: everything. `/facts/<id>`: one fact, as a page or as JSON by what the client accepts. */
export function registerFactPages(app: FastifyInstance, pages: Pages, desk: Desk): void {
	const { facts } = desk;
	app.get("/facts.json", async () => ({
		version: facts.version,
		horizon: facts.horizon,
		topics: facts.topics,
		facts: facts.all,
	}));

	app.get<{ Params: { "*": string } }>("/facts/*", (request, reply) => {
		const id = request.params["*"];
		alsoVaries(reply, "accept");
		if (!facts.has(id)) return reply.callNotFound();
		const fact = facts.get(id);
		if (!wantsHtml(request.headers.accept)) return reply.send(factAsJson(fact, desk));
		return pages.send(request, reply, () => ({
			title: sayTitle(fact),
			content: factPage(fact, desk),
			address: `/facts/${fact.id}`,
			isPublic: true,
		}));
	});
}

/** A browser names text/html before anything else; scripts get JSON unless they ask for a page. */
function wantsHtml(accept = ""): boolean {
	const page = accept.indexOf("text/html");
	const json = accept.indexOf("application/json");
	return page >= 0 && (json < 0 || page < json);
}

/** The whole record with what it says today: its state, and whether its review is overdue. */
function factAsJson(fact: Fact, desk: Desk) {
	const view = desk.facts.stateOn(fact.id, desk.today());
	return {
		...fact,
		today: view.known
			? {
					date: desk.today(),
					status: view.status,
					statement: view.entry.statement,
					overdue: view.stale,
				}
			: { date: desk.today(), status: null, statement: null, overdue: false },
	};
}

function factPage(fact: Fact, desk: Desk): Html {
	const today = desk.today();
	const topic = desk.facts.topics.find((candidate) => candidate.id === fact.topic);
	const view = desk.facts.stateOn(fact.id, today);
	return html`<article class="card">
<h1>${title(fact)}</h1>
<p class="stamp">${view.known && statusMark(view.status)}<a href="/facts#${fact.topic}">${say(topic?.title ?? fact.topic)}</a><span>${fact.id}</span></p>
${view.known && view.stale && overdueNote(view)}
${section(
	say("What applied, newest first"),
	[...fact.values].reverse().map((value) => entry(fact, value)),
)}
${section(
	say("What may come"),
	fact.outlook.map((outlook) => entry(fact, outlook)),
)}
${section(
	say("What happened"),
	fact.events.map(
		(event) =>
			html`<h3>${sayDay(event.on)}</h3><p>${remark(fact.id, event.text)}</p>${sourceList(event.sources)}`,
	),
)}
${fact.misread && html`<h2>${say("Often misread")}</h2><p>${remark(fact.id, fact.misread)}</p>`}
${fact.note && html`<p class="note">${remark(fact.id, fact.note)}</p>`}
${report(desk.reportOn(fact))}
<p class="small">${say("General information, not legal advice.")}</p>
</article>`;
}

function report(address: string | null): Html {
	return address
		? html`<p><a class="button" href="${safeUrl(address)}" rel="noreferrer">${say("Report a wrong fact")}</a></p>`
		: html`<p><a href="/support">${say("Report a wrong fact")}</a></p>`;
}

function overdueNote(view: FactView): Html | null {
	const { confirmed } = view.entry;
	return confirmed
		? html`<p class="overdue">${say("Not re-checked since {date}.", { date: confirmed })}</p>`
		: null;
}

function section(title: string, parts: Html[]): Html | null {
	return parts.length === 0 ? null : html`<section><h2>${title}</h2>${parts}</section>`;
}

function entry({ id, unit }: Fact, value: FactValue | FactOutlook): Html {
	const rows = [
		...(value.value === undefined
			? []
			: [[say("Value"), english(`${value.value}${unit ? ` ${unit}` : ""}`)]]),
		...Object.entries(value.figures ?? {}).map(([name, figure]) => [
			english(name),
			figure === null ? say("not published") : english(String(figure)),
		]),
		[say("Confidence"), say(CONFIDENCE_WORDS[value.confidence])],
		...(value.confirmed ? [[say("Confirmed"), sayDay(value.confirmed)]] : []),
	];
	return html`<h3>${period(value)}</h3>
<p class="stamp">${value.status && (value.status === "estimated" ? html`<span class="status">${say("Estimated")}</span>` : statusMark(value.status))}</p>
<p>${statement(id, value)}</p>
<dl class="rows">${rows.map(([name, shown]) => html`<div><dt>${name}</dt><dd>${shown}</dd></div>`)}</dl>
${sourceList(value.sources)}`;
}

function period(value: FactValue | FactOutlook): string {
	const until = "until" in value ? value.until : undefined;
	if (!value.from)
		return until ? say("Long-standing, until {until}", { until }) : say("Long-standing");
	return until
		? say("From {from} until {until}", { from: value.from, until })
		: say("From {from}", { from: value.from });
}

const CONFIDENCE_WORDS: Record<Fact["events"][number]["confidence"], string> = {
	primary: message("Read in the official source"),
	"two-secondary": message("Two independent accounts agree"),
	"one-secondary": message("Reported by one account"),
	background: message("From statute or regulation, not re-read"),
	conflicting: message("Sources disagree"),
	assumed: message("Assumed by this desk for the odds"),
};
