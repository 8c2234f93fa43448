import { day, type PlainDate } from "../dates.ts";
import type { Status } from "../status.ts";
import { FactNotFoundError } from "./errors.ts";
import type { Fact, FactEvent, FactOutlook, FactValue, Topic, Vocabulary } from "./fact.ts";

/** Rules marked long-standing are vouched for from this day on; earlier days are "not known". */
export const RECORDS_START = day("2024-01-01");

/** One fact as it stood on one day. */
export interface FactView {
	readonly known: true;
	readonly id: string;
	readonly fact: Fact;
	/** `value`: it applied. `outlook`: it was only proposed, pending or estimated. */
	readonly part: "value" | "outlook";
	readonly entry: FactValue | FactOutlook;
	readonly status: Status | null;
	/** A later entry has replaced this one: it is history and no longer ages. */
	readonly superseded: boolean;
	/** Past its review day on the day asked about. */
	readonly stale: boolean;
	/** The next value, adopted by that day but not yet in force. */
	readonly scheduled: FactValue | null;
	/** A value that applied on that day but was published only later. */
	readonly learnedLater: FactValue | null;
	/** The last day on which our evidence bears this out. */
	readonly checked: PlainDate;
}

/** What a fact says of a day that its record does not reach. */
export interface FactUnknown {
	readonly known: false;
	readonly id: string;
	readonly fact: Fact;
	/** The first day that the record reaches, or null when it holds only proposals. */
	readonly firstKnown: PlainDate | null;
	readonly learnedLater: FactValue | null;
}

export interface Facts {
	readonly all: readonly Fact[];
	readonly topics: readonly Topic[];
	/** The newest day that the evidence reaches. */
	readonly horizon: PlainDate;
	/** A short hash of all facts: the same facts, the same version. */
	readonly version: string;
	/** Words that mean the same, and words that turn a sentence round. */
	readonly vocabulary: Vocabulary;
	get(id: string): Fact;
	has(id: string): boolean;
	/** What applied, and was known, on a day. Throws FactNotFoundError for an unknown id. */
	on(id: string, date: PlainDate): FactView | FactUnknown;
	/** As `on`, but a proposal or a pending thing when nothing applied. */
	stateOn(id: string, date: PlainDate): FactView | FactUnknown;
	/** What was proposed, pending or estimated, and known, on a day. */
	outlookOn(id: string, date: PlainDate): FactView[];
	/** The facts of a topic, the headline first. */
	inTopic(topic: string): Fact[];
}

/** The day a value became known: the later of its start and its publication (unknown: its start). */
export function knownFrom(entry: FactValue | FactOutlook): PlainDate {
	const from = entry.from ?? RECORDS_START;
	const published = entry.sources[0]?.published;
	return published && published > from ? published : from;
}

export function createFacts(
	list: readonly Fact[],
	topics: readonly Topic[],
	meta: { horizon: PlainDate; version: string; vocabulary?: Vocabulary },
): Facts {
	const byId = new Map(list.map((fact) => [fact.id, fact]));
	const get = (id: string): Fact => {
		const fact = byId.get(id);
		if (!fact) throw new FactNotFoundError(id);
		return fact;
	};

	const on: Facts["on"] = (id, date) => {
		const fact = get(id);
		const started = fact.values.filter((v) => (v.from ?? RECORDS_START) <= date);
		const known = started.filter((v) => knownFrom(v) <= date);
		const entry = known.at(-1);
		const newest = started.at(-1);
		const learnedLater = newest && newest !== entry ? newest : null;
		if (!entry) {
			const first = fact.values[0];
			return { known: false, id, fact, firstKnown: first ? knownFrom(first) : null, learnedLater };
		}
		return {
			known: true,
			id,
			fact,
			part: "value",
			entry,
			status: statusOn(entry, date),
			superseded: entry !== fact.values.at(-1),
			stale: fact.reviewBy !== undefined && date > fact.reviewBy,
			scheduled: fact.values.find((v, i) => isScheduled(v, fact.values[i - 1], date)) ?? null,
			learnedLater,
			checked: checkedOn(entry, fact.values.at(-1)),
		};
	};

	// History is borne out by the reading of what replaced it; a count by its publication.
	const checkedOn = (entry: FactValue | FactOutlook, last?: FactValue | FactOutlook): PlainDate =>
		entry.confirmed ?? last?.confirmed ?? entry.sources[0]?.published ?? meta.horizon;

	const outlookOn: Facts["outlookOn"] = (id, date) => {
		const fact = get(id);
		return fact.outlook
			.filter((o) => knownFrom(o) <= date)
			.map((entry) => ({
				known: true,
				id,
				fact,
				part: "outlook",
				entry,
				status: entry.status === "estimated" ? null : entry.status,
				superseded: false,
				stale: fact.reviewBy !== undefined && date > fact.reviewBy,
				scheduled: null,
				learnedLater: null,
				checked: checkedOn(entry),
			}));
	};

	return {
		all: list,
		topics,
		vocabulary: { same: [], opposite: [], telling: [] },
		...meta,
		get,
		has: (id) => byId.has(id),
		on,
		outlookOn,
		stateOn(id, date) {
			const view = on(id, date);
			if (view.known) return view;
			return outlookOn(id, date).at(-1) ?? view;
		},
		inTopic: (topic) =>
			list
				.filter((fact) => fact.topic === topic)
				.sort((a, b) => Number(b.headline ?? false) - Number(a.headline ?? false)),
	};
}

function statusOn(entry: FactValue, date: PlainDate): Status | null {
	if (entry.until && date > entry.until) return "expired";
	return entry.status ?? null;
}

/** Adopted by a day, in force later. A page older than the state before it can't have announced it. */
function isScheduled(value: FactValue, before: FactValue | undefined, date: PlainDate): boolean {
	const published = value.sources[0]?.published;
	if (value.from === null || value.from <= date || published === undefined) return false;
	return published <= date && published > (before?.from ?? RECORDS_START);
}

/** The day from which a fact has had this value and status without a break; null: long-standing. */
export function unchangedSince(view: FactView): PlainDate | null {
	if ("since" in view.entry && view.entry.since) return view.entry.since;
	let since = view.entry.from;
	for (const value of view.fact.values.toReversed()) {
		if (value.from !== null && since !== null && value.from >= since) continue;
		if (!sameState(value, view.entry)) break;
		since = value.from;
	}
	return since;
}

/** Whether two entries differ only in how much they tell. */
export function sameState(a: FactValue | FactOutlook, b: FactValue | FactOutlook): boolean {
	return a.value !== undefined && a.value === b.value && a.status === b.status;
}

/** Events of a fact that had happened by a day. A month counts once it has begun. */
export function eventsBy(fact: Fact, date: PlainDate): FactEvent[] {
	return fact.events.filter((event) => event.on <= date);
}
