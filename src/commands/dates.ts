import { say, sayDay, sayStatement } from "../core/say.ts";
import { answer, type Row } from "../core/answer.ts";
import { figureDate } from "../core/facts/figures.ts";
import type { FactView } from "../core/facts/lookup.ts";
import { fiscalYearName } from "../core/format.ts";
import { nextSeason } from "../core/odds/season.ts";
import { answered, type Result } from "../core/reply.ts";
import { type Core, command, withAsOf } from "./command.ts";
import { completeFiscalYear } from "./complete.ts";
import { fiscalYear } from "./options.ts";
import { datedSeason, STEPS } from "./season-days.ts";

export const dates = command({
	name: "dates",
	isSteady: true,
	summary: "The season's calendar and the next deadline",
	examples: ["/dates", "/dates 2027"],
	options: withAsOf({ fiscalYear: fiscalYear.optional() }),
	complete: completeFiscalYear,
	run(core, input) {
		const next = nextSeason(core.facts, core.date);
		const year = input.fiscalYear ?? next;
		const season = datedSeason(core.facts, year, core.date);
		if (season) return publishedDates(core, year, season);
		return year < next ? noDatesHeld(core, year) : notAnnounced(core, year);
	},
});

/** A past season whose dates no checked source gives. */
function noDatesHeld(core: Core, year: number): Result {
	const counts = view(core, `uscis/season-fy${year}`);
	return answered(
		answer({
			title: say("Dates of {year}", { year: fiscalYearName(year) }),
			lead: say("No dates of the {year} season were found in a source that could be checked.", {
				year: fiscalYearName(year),
			}),
			rows: counts ? [{ label: say("Counts"), value: sayStatement(counts.id, counts.entry) }] : [],
			from: counts ? [counts] : [],
			buttons: [
				{ label: say("Counts"), do: { command: "cap", input: { "fiscal-year": year } } },
				{ label: say("Next season"), do: { command: "dates", input: {} } },
			],
		}),
		{ fiscalYear: year, capReached: null, nextDate: null },
	);
}

function publishedDates(core: Core, year: number, season: FactView): Result {
	const found = STEPS.flatMap(([name, label]) => {
		const date = figureDate(season, name);
		return date ? [{ name, label, date }] : [];
	});
	const upcoming = found.find((step) => step.date >= core.date);
	const rows: Row[] = found.map(({ label, date }) => ({ label: say(label), value: sayDay(date) }));
	if (year > 2020)
		rows.push({
			label: say("Earliest start of work"),
			value: sayDay(`${year - 1}-10-01`),
			note: say("the first day of the fiscal year"),
		});
	return answered(
		answer({
			title: say("Dates of {year}", { year: fiscalYearName(year) }),
			lead: upcoming
				? say("Next: {step} {date}.", { step: lower(say(upcoming.label)), date: upcoming.date })
				: sayStatement(season.id, season.entry),
			rows,
			from: [season],
			mentions: known(core, ["uscis/filing-window", "uscis/start-date"]),
			buttons: buttonsFor(year),
		}),
		{ fiscalYear: year, ...season.entry.figures, nextDate: upcoming?.date ?? null },
	);
}

/** A coming season: what the rule fixes, and last season as a guide, never as a promise. */
function notAnnounced(core: Core, year: number): Result {
	const open = view(core, `uscis/season-fy${year}`);
	const window = view(core, "uscis/registration-window");
	const filing = view(core, "uscis/filing-window");
	const before = view(core, `uscis/season-dates-fy${year - 1}`);
	const opens = before && figureDate(before, "registrationOpens");
	const closes = before && figureDate(before, "registrationCloses");
	const checked =
		open?.entry.confirmed ?? (core.date < core.facts.horizon ? core.date : core.facts.horizon);
	const rows: Row[] = [
		...(window ? [{ label: say("The rule"), value: sayStatement(window.id, window.entry) }] : []),
		...(opens && closes
			? [
					{
						label: say("Last season ({year})", { year: fiscalYearName(year - 1) }),
						value: say("registration {opens} to {closes}", { opens, closes }),
						note: say("a guide, not a date for this season"),
					},
				]
			: []),
		...(filing
			? [{ label: say("After selection"), value: sayStatement(filing.id, filing.entry) }]
			: []),
		{
			label: say("Earliest start of work"),
			value: sayDay(`${year - 1}-10-01`),
			note: say("the first day of the fiscal year"),
		},
	];
	const from = [open, window, filing].filter((v) => v !== null);
	return answered(
		answer({
			title: say("Dates of {year}", { year: fiscalYearName(year) }),
			lead: say(
				"Registration dates for {year} were not announced in anything found by {checked}; registration usually comes in March {spring}.",
				{ year: fiscalYearName(year), checked, spring: year - 1 },
			),
			rows,
			from,
			manyThings: true,
			mentions: before ? [before] : [],
			buttons: buttonsFor(year),
		}),
		{ fiscalYear: year, registrationOpens: null, registrationCloses: null, nextDate: null },
	);
}

function buttonsFor(year: number) {
	return [
		{ label: say("Odds"), do: { command: "odds", input: {} } },
		{ label: say("Fees"), do: { command: "fee", input: {} } },
		{ label: say("Last season"), do: { command: "dates", input: { "fiscal-year": year - 1 } } },
	].slice(0, year > 2021 ? 3 : 2);
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function view(core: Core, id: string): FactView | null {
	if (!core.facts.has(id)) return null;
	const found = core.facts.on(id, core.date);
	return found.known ? found : null;
}

function known(core: Core, ids: readonly string[]): FactView[] {
	return ids.map((id) => view(core, id)).filter((v) => v !== null);
}
