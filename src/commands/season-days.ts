import type { CalendarDay } from "../core/calendar.ts";
import { day, type PlainDate, plainDate } from "../core/dates.ts";
import { figureDate } from "../core/facts/figures.ts";
import type { Facts, FactView } from "../core/facts/lookup.ts";
import { fiscalYearName } from "../core/format.ts";
import { DISCLAIMER } from "../core/plain-text.ts";
import { message } from "../core/say.ts";

/** The steps of a season in order, by the name of their figure. */
export const STEPS: readonly [figure: string, label: string][] = [
	["registrationOpens", message("Registration opens")],
	["registrationCloses", message("Registration closes")],
	["selectionDone", message("Selection done")],
	["furtherRound", message("Further round")],
	["filingOpens", message("Petitions may be filed from")],
	["filingCloses", message("Petitions may be filed until")],
	["capReached", message("Cap reached")],
];

/** From this season on work may begin on the fiscal year's first day for whoever was registered for it. */
const FIRST_REGISTERED = 2021;

/** The fact with the dates of a season known on a day: one of its own, or the counts of an older season. */
export function datedSeason(facts: Facts, year: number, date: PlainDate): FactView | null {
	for (const id of [`uscis/season-dates-fy${year}`, `uscis/season-fy${year}`]) {
		const view = facts.has(id) ? facts.on(id, date) : null;
		if (view?.known && STEPS.some(([name]) => figureDate(view, name))) return view;
	}
	return null;
}

/** The days of a season for a calendar. A season without published dates has only its first day of work. */
export function seasonDays(facts: Facts, year: number, date: PlainDate): CalendarDay[] {
	const season = datedSeason(facts, year, date);
	const stamp = season?.checked ?? facts.horizon;
	const source = season?.entry.sources[0];
	const notes = [season?.entry.statement ?? NOT_ANNOUNCED, source?.url, DISCLAIMER];
	const about = { notes: notes.filter(Boolean).join("\n"), url: source?.url, stamp };
	const days = STEPS.flatMap(([name, label]): CalendarDay[] => {
		const found = plainDate((season && figureDate(season, name)) ?? "");
		const title = `H-1B ${fiscalYearName(year)}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
		return found ? [{ id: `fy${year}-${name}`, day: found, title, ...about }] : [];
	});
	if (year < FIRST_REGISTERED) return days;
	const start: CalendarDay = {
		...about,
		id: `fy${year}-start`,
		day: day(`${year - 1}-10-01`),
		title: `H-1B ${fiscalYearName(year)}: earliest start of work`,
	};
	return [...days, start];
}

const NOT_ANNOUNCED =
	"The registration dates of this season were not announced in anything found. Registration usually comes in March.";
