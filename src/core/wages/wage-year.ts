import { day, type PlainDate } from "../dates.ts";

/** A wage year of the Labor Department, July to June, written `2026-27`. Sorts as text. */
export type WageYear = string & { readonly __wageYear: "WageYear" };

/** `2026-27`, `2026-2027`, `2026/27`, `2026–27`: the wage year, or undefined. */
export function readWageYear(text: string): WageYear | undefined {
	const match = /^(20\d{2})\s*[-/‐‑–—]\s*(?:20)?(\d{2})$/.exec(text.normalize("NFKC").trim());
	if (!match) return undefined;
	const first = Number(match[1]);
	return (first + 1) % 100 === Number(match[2]) ? yearFrom(first) : undefined;
}

/** The wage year in force on a day: it changes on 1 July. */
export function wageYearOn(date: PlainDate): WageYear {
	const year = Number(date.slice(0, 4));
	return yearFrom(date.slice(5) >= "07-01" ? year : year - 1);
}

export function yearBefore(year: WageYear): WageYear {
	return yearFrom(Number(year.slice(0, 4)) - 1);
}

/** The first and the last day of a wage year. */
export function spanOf(year: WageYear): { from: PlainDate; until: PlainDate } {
	const first = Number(year.slice(0, 4));
	return { from: day(`${first}-07-01`), until: day(`${first + 1}-06-30`) };
}

function yearFrom(first: number): WageYear {
	return `${first}-${String((first + 1) % 100).padStart(2, "0")}` as WageYear;
}
