import { fiscalYearName } from "../core/format.ts";
import { nextSeason } from "../core/odds/season.ts";
import type { Core, Suggestion } from "./command.ts";

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
