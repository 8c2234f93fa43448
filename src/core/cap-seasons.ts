import type { PlainDate } from "./dates.ts";
import { figure, figureDate } from "./facts/figures.ts";
import type { Facts, FactView } from "./facts/lookup.ts";
import { FIRST_SEASON } from "./odds/season.ts";

/** The first season for which the desk keeps a record. */
const FIRST_CAP_SEASON = 2005;

/** What is known of one cap season on a day. */
export interface CapSeason {
	fiscalYear: number;
	/** The fact with the counts of the season. */
	counts: FactView | null;
	/** The fact with its dates, where they stand apart. */
	dates: FactView | null;
	/** Eligible registrations; before registration began, petitions received. */
	received: number | null;
	/** Registrations selected; null before registration began. */
	selected: number | null;
	/** The received number rests on one account only. */
	isReported: boolean;
	/** The day on which the cap was reached: YYYY-MM-DD. */
	capReached: string | null;
	/** That day rests on one account only. */
	isReachedReported: boolean;
}

/** One season as known on a day; its parts are null where nothing checked was found. */
export function capSeason(facts: Facts, fiscalYear: number, date: PlainDate): CapSeason {
	const counts = viewOf(facts, `uscis/season-fy${fiscalYear}`, date);
	const dates = viewOf(facts, `uscis/season-dates-fy${fiscalYear}`, date);
	const received = fiscalYear < FIRST_SEASON ? "petitions" : "eligibleRegistrations";
	const dated = [dates, counts].find((view) => view && figureDate(view, "capReached"));
	const capReached = (dated && figureDate(dated, "capReached")) ?? null;
	return {
		fiscalYear,
		counts,
		dates,
		received: (counts && figure(counts, received)) ?? null,
		selected: (counts && figure(counts, "selectedRegistrations")) ?? null,
		isReported: counts?.entry.confidence === "one-secondary",
		capReached: capReached && capReached <= date ? capReached : null,
		isReachedReported: dated?.entry.confidence === "one-secondary",
	};
}

/** Every season from FY 2005 up to one, oldest first, as known on a day. */
export function capSeasons(facts: Facts, upTo: number, date: PlainDate): CapSeason[] {
	return Array.from({ length: upTo - FIRST_CAP_SEASON + 1 }, (_, i) =>
		capSeason(facts, FIRST_CAP_SEASON + i, date),
	);
}

/** Regular caps of the past: what the law allowed from one fiscal year to another. */
export function pastCaps(regular: FactView): { from: number; to: number; cap: number }[] {
	const starts = regular.fact.values.flatMap(({ from, value }) =>
		from && typeof value === "number" ? [{ year: Number(from.slice(0, 4)) + 1, cap: value }] : [],
	);
	return starts.slice(0, -1).map(({ year, cap }, i) => ({
		from: year,
		to: (starts[i + 1]?.year ?? year + 1) - 1,
		cap,
	}));
}

function viewOf(facts: Facts, id: string, date: PlainDate): FactView | null {
	if (!facts.has(id)) return null;
	const view = facts.on(id, date);
	return view.known ? view : null;
}
