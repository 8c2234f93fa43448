import type { PlainDate } from "../dates.ts";
import type { FactValue } from "./fact.ts";
import { type Facts, type FactView, knownFrom } from "./lookup.ts";

/** One fiscal year's number of a fact that counts by year (figures named `fy2024`). */
export interface YearFigure {
	fiscalYear: number;
	/** In the unit of the fact; shares are fractions of 1. */
	value: number;
	/** Rests on one account only. */
	isReported: boolean;
	/** The fact with the entry that holds this number. */
	view: FactView;
}

/** The numbers by fiscal year known on a day, oldest year first; a later entry replaces an earlier one. */
export function yearFigures(facts: Facts, id: string, date: PlainDate): YearFigure[] {
	const view = facts.on(id, date);
	return view.known ? figuresByYear(view, date) : [];
}

/** The same for a fact at hand, with what it told by a day (undefined: by the entry in view). */
export function figuresByYear(view: FactView, date?: PlainDate): YearFigure[] {
	const last = view.fact.values.indexOf(view.entry as FactValue);
	const byYear = new Map<number, YearFigure>();
	for (const entry of view.fact.values.slice(0, last + 1)) {
		if (date && knownFrom(entry) > date) continue;
		for (const [name, value] of Object.entries(entry.figures ?? {})) {
			const year = /^fy(\d{4})$/.exec(name)?.[1];
			if (!year || typeof value !== "number") continue;
			const isReported = entry.confidence === "one-secondary";
			byYear.set(Number(year), {
				fiscalYear: Number(year),
				value,
				isReported,
				view: { ...view, entry },
			});
		}
	}
	return [...byYear.values()].sort((a, b) => a.fiscalYear - b.fiscalYear);
}

/** One fiscal year's number known on a day, or undefined. */
export function yearFigure(
	facts: Facts,
	id: string,
	fiscalYear: number,
	date: PlainDate,
): YearFigure | undefined {
	return yearFigures(facts, id, date).find((found) => found.fiscalYear === fiscalYear);
}
