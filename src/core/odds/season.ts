import { day, type PlainDate } from "../dates.ts";
import { figure } from "../facts/figures.ts";
import { type Facts, type FactView, knownFrom } from "../facts/lookup.ts";
import { likeFiscalYear2026, likeFiscalYear2027 } from "./like-season.ts";
import { PLAIN, type PerLevel, type Pool, type Targets } from "./pool.ts";
import type { Range, Scenario } from "./scenario.ts";

/** The first season with electronic registration. */
export const FIRST_SEASON = 2021;

/** How a season is modelled. */
export type Season = {
	fiscalYear: number;
	/** The selection rule of that season, as known on the day asked about. */
	law: FactView;
	/** Entries by wage level under it. */
	weights: PerLevel;
	/** The fiscal year whose published counts stand for this season. */
	likeFiscalYear: number;
	/** Facts and assumptions that the numbers come from. */
	basis: FactView[];
} & (
	| TwoDraw
	/** Only the overall rate is known: selected of eligible registrations. */
	| { kind: "overall"; rate: number; eligible: number; selected: number }
);

/** Both draws can be computed. */
export interface TwoDraw {
	kind: "two-draw";
	pool: Pool;
	targets: Targets;
	people: number;
	selected: number;
	/** What the pool was made from; null when the pool itself was given. */
	scenario: Scenario | null;
	/** The inputs that are not known for sure. Empty: the band has no width. */
	ranges: Range[];
}
export type TwoDrawSeason = Season & TwoDraw;

const seasonFact = (fiscalYear: number) => `uscis/season-fy${fiscalYear}`;

/** The day a season's selection is over: published, or else taken as 31 March before the fiscal year. */
function selectionDay(facts: Facts, fiscalYear: number): PlainDate {
	const id = `uscis/season-dates-fy${fiscalYear}`;
	const published = facts.has(id) ? facts.get(id).values[0]?.figures?.selectionDone : undefined;
	return day(typeof published === "string" ? published : `${fiscalYear - 1}-03-31`);
}

/** The next season whose selection is not over on a day. */
export function nextSeason(facts: Facts, date: PlainDate): number {
	let fiscalYear = FIRST_SEASON;
	while (selectionDay(facts, fiscalYear) <= date) fiscalYear++;
	return fiscalYear;
}

/** The selection rule that a season runs under, as known on a day; null before any is known. */
export function lawOfSeason(facts: Facts, fiscalYear: number, date: PlainDate): FactView | null {
	const fact = facts.get("dhs/weighted-selection");
	const held = selectionDay(facts, fiscalYear);
	// A rule published by the day asked about and in force by the selection counts, even if scheduled.
	const entry = fact.values
		.filter(
			(value) =>
				(value.sources[0]?.published ?? value.from ?? held) <= date && (value.from ?? held) <= held,
		)
		.at(-1);
	if (!entry) return null;
	const view = facts.on(fact.id, knownFrom(entry));
	if (!view.known) return null;
	return { ...view, entry, status: entry.from && entry.from > date ? "scheduled" : view.status };
}

/** The model of a season with what was published by a day; null when nothing was. */
export function modelSeason(facts: Facts, fiscalYear: number, date: PlainDate): Season | null {
	const law = lawOfSeason(facts, fiscalYear, date);
	const counts = latestCounts(facts, fiscalYear, date);
	if (!law || !counts) return null;
	const common = {
		fiscalYear,
		law,
		weights: weightsOf(law),
		likeFiscalYear: counts.fiscalYear,
	};
	const isOver = counts.fiscalYear === fiscalYear;
	if (counts.fiscalYear >= 2027)
		return { ...common, ...likeFiscalYear2027(facts, counts.view, isOver, date) };
	if (counts.fiscalYear === 2026) {
		const model = likeFiscalYear2026(facts, counts.view, isOver, date);
		if (model) return { ...common, ...model };
	}
	const eligible = figure(counts.view, "eligibleRegistrations");
	const selected = figure(counts.view, "selectedRegistrations");
	if (!eligible || !selected) return null;
	return {
		...common,
		kind: "overall",
		rate: selected / eligible,
		eligible,
		selected,
		basis: [counts.view],
	};
}

/** The counts of this season if published by the day, otherwise of the latest season before it. */
function latestCounts(
	facts: Facts,
	fiscalYear: number,
	date: PlainDate,
): { fiscalYear: number; view: FactView } | null {
	for (let year = fiscalYear; year >= FIRST_SEASON; year--) {
		if (!facts.has(seasonFact(year))) continue;
		const view = facts.on(seasonFact(year), date);
		if (view.known && figure(view, "eligibleRegistrations")) return { fiscalYear: year, view };
	}
	return null;
}

/** Entries by wage level under a selection rule. */
export function weightsOf(law: FactView): PerLevel {
	const weight = (level: string) => figure(law, level) ?? 1;
	const weights: PerLevel = [weight("I"), weight("II"), weight("III"), weight("IV")];
	return weights;
}

/** Whether every level is entered equally often. */
export function isPlain(weights: PerLevel): boolean {
	return weights.every((w, level) => w === PLAIN[level]);
}

/** The models of some seasons in a row. Coming seasons under one rule share one scenario. */
export function seasonsFrom(
	facts: Facts,
	first: Season,
	count: number,
	date: PlainDate,
): [Season, ...Season[]] {
	const seasons: [Season, ...Season[]] = [first];
	while (seasons.length < count) {
		const last = seasons.at(-1) as Season;
		const fiscalYear = last.fiscalYear + 1;
		const law = lawOfSeason(facts, fiscalYear, date);
		const isComing = last.likeFiscalYear < last.fiscalYear;
		const sameAsLast = isComing && law?.entry === last.law.entry;
		const model = sameAsLast ? null : modelSeason(facts, fiscalYear, date);
		seasons.push(model ?? { ...last, fiscalYear });
	}
	return seasons;
}
