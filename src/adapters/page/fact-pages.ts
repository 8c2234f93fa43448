import type { FastifyInstance } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import type { Fact, FactOutlook, FactValue } from "../../core/facts/fact.ts";
import type { FactView } from "../../core/facts/lookup.ts";
import { type Html, html, safeUrl } from "./html.ts";
import { layout } from "./layout.ts";
import { sourceList, statusMark } from "./render.ts";
import { sendPage } from "./send.ts";

/** `/facts.json`: everything. `/facts/<id>`: one fact, as a page or as JSON by what the client accepts. */
export function registerFactPages(app: FastifyInstance, desk: Desk): void {
	const { facts } = desk;
	app.get("/facts.json", async () => ({
		version: facts.version,
		horizon: facts.horizon,
		topics: facts.topics,
		facts: facts.all,
	}));

	app.get<{ Params: { "*": string } }>("/facts/*", (request, reply) => {
		const id = request.params["*"];
		reply.header("vary", "accept");
		if (!facts.has(id)) return reply.callNotFound();
		const fact = facts.get(id);
		if (!wantsHtml(request.headers.accept)) return reply.send(factAsJson(fact, desk));
		const page = layout(`${fact.title} - H-1B Desk`, factPage(fact, desk), { isPublic: true });
		return sendPage(request, reply, page);
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
<h1>${fact.title}</h1>
<p class="stamp">${view.known && statusMark(view.status)}<a href="/facts#${fact.topic}">${topic?.title ?? fact.topic}</a><span>${fact.id}</span></p>
${view.known && view.stale && overdueNote(view)}
${section(
	"What applied, newest first",
	[...fact.values].reverse().map((value) => entry(value, fact.unit)),
)}
${section(
	"What may come",
	fact.outlook.map((outlook) => entry(outlook, fact.unit)),
)}
${section(
	"What happened",
	fact.events.map(
		(event) => html`<h3>${event.on}</h3><p>${event.text}</p>${sourceList(event.sources)}`,
	),
)}
${fact.misread && html`<h2>Often misread</h2><p>${fact.misread}</p>`}
${fact.note && html`<p class="note">${fact.note}</p>`}
${report(desk.reportOn(fact))}
<p class="small">General information, not legal advice.</p>
</article>`;
}

function report(address: string | null): Html {
	return address
		? html`<p><a class="button" href="${safeUrl(address)}" rel="noreferrer">Report a wrong fact</a></p>`
		: html`<p><a href="/support">Report a wrong fact</a></p>`;
}

function overdueNote(view: FactView): Html | null {
	const { confirmed } = view.entry;
	return confirmed ? html`<p class="overdue">Not re-checked since ${confirmed}.</p>` : null;
}

function section(title: string, parts: Html[]): Html | null {
	return parts.length === 0 ? null : html`<section><h2>${title}</h2>${parts}</section>`;
}

function entry(value: FactValue | FactOutlook, unit: string | undefined): Html {
	const until = "until" in value && value.until ? ` until ${value.until}` : "";
	const rows = [
		...(value.value === undefined ? [] : [["Value", `${value.value}${unit ? ` ${unit}` : ""}`]]),
		...Object.entries(value.figures ?? {}).map(([name, figure]) => [
			name,
			figure ?? "not published",
		]),
		["Confidence", CONFIDENCE_WORDS[value.confidence]],
		...(value.confirmed ? [["Confirmed", value.confirmed]] : []),
	];
	return html`<h3>${value.from ? `From ${value.from}` : "Long-standing"}${until}</h3>
<p class="stamp">${value.status && (value.status === "estimated" ? html`<span class="status">Estimated</span>` : statusMark(value.status))}</p>
<p>${value.statement}</p>
<dl class="rows">${rows.map(([name, shown]) => html`<div><dt>${name}</dt><dd>${shown}</dd></div>`)}</dl>
${sourceList(value.sources)}`;
}

const CONFIDENCE_WORDS: Record<Fact["events"][number]["confidence"], string> = {
	primary: "Read in the official source",
	"two-secondary": "Two independent accounts agree",
	"one-secondary": "Reported by one account",
	background: "From statute or regulation, not re-read",
	conflicting: "Sources disagree",
	assumed: "Assumed by this desk for the odds",
};
