import type { PlainDate } from "../../core/dates.ts";
import type { Fact } from "../../core/facts/fact.ts";
import type { Facts } from "../../core/facts/lookup.ts";
import { STATUS_WORDS } from "../../core/status.ts";
import { type Html, html } from "./html.ts";

/** Every fact by topic, with its status today. */
export function factsIndex(facts: Facts, today: PlainDate): Html {
	return html`<h1>All facts</h1><p class="quiet">Version ${facts.version}, evidence to ${facts.horizon}. <a href="/facts.json">As JSON</a></p>
${facts.topics.map((topic) => html`<h2>${topic.title}</h2><ul>${facts.inTopic(topic.id).map((fact) => {
	const state = facts.stateOn(fact.id, today);
	return html`<li><a href="/facts/${fact.id}">${fact.title}</a>${state.known && state.status && html` <span class="quiet">${STATUS_WORDS[state.status]}</span>`}</li>`;
})}</ul>`)}`;
}

/** One fact with its whole history and every source. */
export function factPage(fact: Fact): Html {
	const sources = (entry: { sources: Fact["values"][number]["sources"] }) =>
		html`<ul class="quiet">${entry.sources.map((s) => html`<li><a href="${s.url}" rel="noreferrer">${s.label}</a>${s.published && html` (${s.published})`}</li>`)}</ul>`;
	const entry = (from: string, e: Fact["values"][number] | Fact["outlook"][number]) =>
		html`<article><h2>${from}</h2><p class="stamp">${e.status && e.status !== "estimated" ? STATUS_WORDS[e.status] : "Recorded"} · ${e.confidence}${e.confirmed && html` · confirmed ${e.confirmed}`}</p><p>${e.statement}</p>${sources(e)}</article>`;
	return html`<h1>${fact.title}</h1><p class="quiet">${fact.id}${fact.reviewBy && html` · review by ${fact.reviewBy}`}</p>
${[...fact.values].reverse().map((value) => entry(value.from ? `From ${value.from}` : "Long-standing", value))}
${fact.outlook.map((outlook) => entry(`Outlook, ${outlook.from}`, outlook))}
${fact.misread && html`<p><strong>Often mistaken:</strong> ${fact.misread}</p>`}
${fact.note && html`<p><strong>Note:</strong> ${fact.note}</p>`}
${fact.events.length > 0 && html`<h2>Events</h2><dl>${fact.events.map((event) => html`<dt>${event.on}</dt><dd>${event.text}${sources(event)}</dd>`)}</dl>`}`;
}
