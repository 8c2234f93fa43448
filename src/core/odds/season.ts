import { day, type PlainDate } from "../dates.ts";
import { figure } from "../facts/figures.ts";
import { type Facts, type FactView, knownFrom } from "../facts/lookup.ts";
import { fitSeason } from "./fit.ts";
import {
	mapLevels,
	PLAIN,
	type PerLevel,
	type Pool,
	poolFromShares,
	type Targets,
	WEIGHTED,
} from "./pool.ts";

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
	| { kind: "two-draw"; pool: Pool; targets: Targets; people: number; selected: number }
	/** Only the overall rate is known: selected of eligible registrations. */
	| { kind: "overall"; rate: number; eligible: number; selected: number }
);

const seasonFact = (fiscalYear: number) => `uscis/season-fy${fiscalYear}`;

/** The day a season's selection is over: published, or else taken as 31 March before the fiscal year. */
export function selectionDay(facts: Facts, fiscalYear: number): PlainDate {
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
	if (counts.fiscalYear >= 2027) return { ...common, ...likeFiscalYear2027(facts, counts.view) };
	if (counts.fiscalYear === 2026) {
		const model = likeFiscalYear2026(facts, counts.view);
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

function weightsOf(law: FactView): PerLevel {
	const weight = (level: string) => figure(law, level) ?? 1;
	const weights: PerLevel = [weight("I"), weight("II"), weight("III"), weight("IV")];
	return weights;
}

/** An assumption of ours, with its reason and source. */
export function assumption(facts: Facts, name: string): FactView & { value: number } {
	const fact = facts.get(`desk/${name}`);
	const entry = fact.outlook.at(-1);
	const view = entry && facts.outlookOn(fact.id, knownFrom(entry)).at(-1);
	if (!view || typeof view.entry.value !== "number")
		throw new TypeError(`${fact.id} holds no estimate`);
	return { ...view, value: view.entry.value };
}

function likeFiscalYear2027(facts: Facts, counts: FactView) {
	const people = assumption(facts, "people-in-pool");
	const selected = assumption(facts, "people-selected");
	const inPool = assumption(facts, "us-masters-in-pool");
	const ofSelected = assumption(facts, "us-masters-of-selected");
	const levelOne = assumption(facts, "level-one-of-selected");
	const upper = assumption(facts, "levels-three-and-four-of-selected");
	const split = assumption(facts, "level-three-split");
	const fit = fitSeason(
		{
			people: people.value,
			selected: selected.value,
			mastersOfPool: inPool.value,
			mastersOfSelected: ofSelected.value,
			levelsOfSelected: [
				levelOne.value,
				1 - levelOne.value - upper.value,
				upper.value * split.value,
				upper.value * (1 - split.value),
			],
		},
		WEIGHTED,
	);
	return {
		kind: "two-draw" as const,
		pool: fit.pool,
		targets: fit.targets,
		people: people.value,
		selected: selected.value,
		basis: [counts, people, selected, inPool, ofSelected, levelOne, upper, split],
	};
}

/** FY 2026 was a plain draw of people; the degree split comes from shares published in 2026. */
function likeFiscalYear2026(facts: Facts, counts: FactView) {
	const people = figure(counts, "people");
	const selected = figure(counts, "selectedPeople");
	const ofSelected = figure(counts, "mastersShareOfSelected");
	if (!people || !selected || !ofSelected) return null;
	const inPool = assumption(facts, "us-masters-in-pool-fy2026");
	const mix = assumedMix(facts);
	const firstChance = (selected * (1 - ofSelected)) / (people * (1 - inPool.value));
	const first = firstChance * people;
	return {
		kind: "two-draw" as const,
		pool: poolFromShares(people, inPool.value, mix),
		targets: { first, second: selected - first },
		people,
		selected,
		basis: [counts, inPool],
	};
}

/** The level mix that the FY 2027 figures lead to; under a plain draw it changes nothing. */
function assumedMix(facts: Facts): PerLevel {
	const { pool, people } = likeFiscalYear2027(facts, assumption(facts, "people-in-pool"));
	return mapLevels(pool.regular, (n, level) => (n + (pool.advanced[level] ?? 0)) / people);
}

/** Whether every level is entered equally often. */
export function isPlain(weights: PerLevel): boolean {
	return weights.every((w, level) => w === PLAIN[level]);
}
