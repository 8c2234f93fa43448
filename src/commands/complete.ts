import { fiscalYearName } from "../core/format.ts";
import { nextSeason } from "../core/odds/season.ts";
import type { Core, Suggestion } from "./command.ts";
import { findPeople, nameOf, peopleFacts } from "./people/names.ts";

/** Fiscal years, the coming season first; what was typed narrows them. */
export function completeFiscalYear(core: Core, option: string, typed: string): Suggestion[] {
	if (option !== "fiscal-year") return [];
	const next = nextSeason(core.facts, core.date);
	const years = Array.from({ length: next + 2 - 2005 }, (_, i) => next + 1 - i);
	const ordered = [next, ...years.filter((year) => year !== next)];
	const digits = typed.replace(/\D/g, "");
	return ordered
		.filter((year) => String(year).includes(digits))
		.slice(0, 25)
		.map((year) => ({
			name: year === next ? `${fiscalYearName(year)} (next season)` : fiscalYearName(year),
			value: year,
		}));
}

/** People we hold a statement of; what was typed narrows them, slips of a letter allowed. */
export function completePerson(core: Core, option: string, typed: string): Suggestion[] {
	if (option !== "name") return [];
	const found = typed.trim() === "" ? peopleFacts(core.facts) : findPeople(core.facts, typed);
	return found.slice(0, 25).map((fact) => ({ name: nameOf(fact), value: nameOf(fact) }));
}
