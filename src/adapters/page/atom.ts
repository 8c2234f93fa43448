import { createHash } from "node:crypto";
import type { PlainDate } from "../../core/dates.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { type Facts, knownFrom } from "../../core/facts/lookup.ts";
import { STATUS_WORDS, type Status } from "../../core/status.ts";
import { html } from "./html.ts";

/** A change of a fact: a new value, a proposal, or something that happened. */
interface Change {
	fact: Fact;
	/** Names the change among those of its fact, and stays the same. */
	key: string;
	on: string;
	title: string;
	words: string;
	sources: readonly { label: string; url: string }[];
}

const MOST = 60;

/** The newest changes that were known on a day, as an Atom feed (RFC 4287). `base` is the desk's address, or "". */
export function changesFeed(facts: Facts, date: PlainDate, base: string): string {
	const changes = facts.all
		.filter((fact) => !fact.unknown && fact.topic !== "odds-assumptions")
		.flatMap((fact) => changesOf(fact, date))
		.sort((a, b) => (a.on === b.on ? (a.key < b.key ? -1 : 1) : a.on < b.on ? 1 : -1))
		.slice(0, MOST);
	return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${urn("feed")}</id>
<title>H-1B Desk: changes of the facts</title>
<subtitle>General information, not legal advice.</subtitle>
<updated>${instant(changes[0]?.on ?? facts.horizon)}</updated>
<author><name>H-1B Desk</name></author>
<link rel="self" type="application/atom+xml" href="${base}/facts.atom"/>
<link rel="alternate" type="text/html" href="${base}/board"/>
${changes.map(
	({ fact, key, on, title, words, sources }) => html`<entry>
<id>${urn(`${fact.id} ${key}`)}</id>
<title>${title}</title>
<updated>${instant(on)}</updated>
<link rel="alternate" type="text/html" href="${base}/facts/${fact.id}"/>
${sources.map(({ label, url }) => html`<link rel="related" title="${label}" href="${url}"/>`)}
<content type="text">${words}</content>
</entry>
`,
)}</feed>
`.markup;
}

function changesOf(fact: Fact, date: PlainDate): Change[] {
	const entries = [...fact.values, ...fact.outlook]
		.filter((entry) => entry.from !== null && knownFrom(entry) <= date)
		.map((entry) => ({
			key: `state ${entry.from} ${entry.status ?? ""}`,
			on: knownFrom(entry),
			title: titleOf(fact, entry.status),
			words: entry.statement,
			sources: entry.sources,
		}));
	const events = fact.events
		.filter((event) => event.on <= date)
		.map((event) => ({
			key: `event ${event.on} ${event.text.slice(0, 40)}`,
			on: event.on,
			title: fact.title,
			words: event.text,
			sources: event.sources,
		}));
	return [...entries, ...events].map((change) => ({ fact, ...change }));
}

function titleOf(fact: Fact, status: Status | "estimated" | undefined): string {
	if (!status) return fact.title;
	return `${fact.title}: ${status === "estimated" ? "Estimated" : STATUS_WORDS[status]}`;
}

/** A day, or the first of a month where only the month is known. */
const instant = (on: string): string => `${on.length === 7 ? `${on}-01` : on}T00:00:00Z`;

/** An id that no address of a desk goes into: desks with the same facts name a change alike. */
function urn(name: string): string {
	const hex = createHash("sha256").update(`h1b-desk ${name}`).digest("hex");
	const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
	return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
