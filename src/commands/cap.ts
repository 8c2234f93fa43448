import { type AnswerInit, answer, type Chart, type Row } from "../core/answer.ts";
import { day } from "../core/dates.ts";
import { figure, figureDate, numberOf } from "../core/facts/figures.ts";
import type { FactView } from "../core/facts/lookup.ts";
import { count, fiscalYearName, percent } from "../core/format.ts";
import { nextSeason } from "../core/odds/season.ts";
import { answered, type Result } from "../core/reply.ts";
import { type Core, command, withAsOf } from "./command.ts";
import { completeFiscalYear } from "./complete.ts";
import { notKnownThen } from "./not-known.ts";
import { fiscalYear } from "./options.ts";

export const cap = command({
	name: "cap",
	summary: "The annual cap, who counts, and how past seasons went",
	examples: ["/cap", "/cap 2027"],
	options: withAsOf({ fiscalYear: fiscalYear.optional() }),
	complete: completeFiscalYear,
	run: (core, input) => (input.fiscalYear ? oneYear(core, input.fiscalYear) : theCap(core)),
});

function theCap(core: Core): Result {
	const { facts, date } = core;
	const regular = facts.on("congress/regular-cap", date);
	const masters = facts.on("congress/us-masters-exemption", date);
	if (!regular.known || !masters.known) return notKnownThen(core, "The annual cap", regular);
	const setAside = facts.on("congress/h1b1-set-aside", date);
	const exempt = facts.on("congress/cap-exempt-employers", date);
	const upcoming = nextSeason(facts, date);
	const seasons = publishedSeasons(core);
	const total = numberOf(regular) + numberOf(masters);
	const rows: Row[] = [
		{
			label: "Regular cap",
			value: `${count(numberOf(regular))} people a fiscal year`,
			...(setAside.known && {
				note: `${count(numberOf(setAside))} of them are set aside for Chile and Singapore`,
			}),
		},
		{
			label: "US master's exemption",
			value: `${count(numberOf(masters))} more people`,
			note: "with a master's or higher from a US public or nonprofit school",
		},
		{
			label: "Together",
			value: count(total),
			note: "only the sum: a ceiling on new cap-subject people, not on visas or approvals",
		},
		{
			label: "Outside the cap",
			value:
				"Colleges and their affiliated nonprofits, and nonprofit or government research bodies",
			note: "spouses, children, extensions and people already counted also use no number",
		},
		seasonState(core, upcoming),
		...seasons
			.slice(0, 7)
			.map(({ year, view }) => ({ label: fiscalYearName(year), value: countsLine(view) })),
	];
	const init: AnswerInit = {
		title: "The annual H-1B cap",
		lead: `The law allows ${count(numberOf(regular))} new H-1B people a fiscal year, and ${count(numberOf(masters))} more with a US master's or higher.`,
		rows,
		chart: historyChart(seasons),
		from: [regular, masters],
		mentions: [
			...(setAside.known ? [setAside] : []),
			...(exempt.known ? [exempt] : []),
			...seasons.map((s) => s.view),
		],
		buttons: [
			{ label: "Who is exempt?", do: { command: "policy", input: { topic: "cap-exempt" } } },
			{ label: "Season dates", do: { command: "dates", input: {} } },
			{ label: "My odds", do: { command: "odds", input: {} } },
		],
	};
	const latest = seasons[0];
	return answered(answer(init), {
		regularCap: numberOf(regular),
		mastersExemption: numberOf(masters),
		total,
		...(latest && { fiscalYear: latest.year, ...latest.view.entry.figures }),
	});
}

function oneYear(core: Core, year: number): Result {
	const { facts } = core;
	const start = day(`${year - 1}-10-01`);
	const known = start < core.date ? start : core.date;
	const regular = facts.on("congress/regular-cap", known);
	const masters = facts.on("congress/us-masters-exemption", known);
	const title = `The H-1B cap, ${fiscalYearName(year)}`;
	if (!regular.known || !masters.known) return notKnownThen(core, title, regular);
	const counts = viewOf(core, `uscis/season-fy${year}`);
	const dates = viewOf(core, `uscis/season-dates-fy${year}`);
	const reached = dates && figureDate(dates, "capReached");
	const rows: Row[] = [
		{ label: "Regular cap", value: count(numberOf(regular)) },
		{ label: "US master's exemption", value: count(numberOf(masters)) },
		...(counts ? countRows(counts) : []),
		...(reached ? [{ label: "Cap reached", value: reached }] : []),
	];
	const lead = counts
		? counts.entry.statement
		: dates
			? dates.entry.statement
			: `No counts for ${fiscalYearName(year)} were found or published as of ${core.facts.horizon < core.date ? core.facts.horizon : core.date}.`;
	return answered(
		answer({
			title,
			lead,
			rows,
			from: [regular, masters, ...(counts ? [counts] : [])],
			mentions: dates ? [dates] : [],
			buttons: [
				{ label: "Dates of the season", do: { command: "dates", input: { "fiscal-year": year } } },
				{ label: "All years", do: { command: "cap", input: {} } },
			],
		}),
		{
			fiscalYear: year,
			regularCap: numberOf(regular),
			mastersExemption: numberOf(masters),
			...counts?.entry.figures,
			...(reached && { capReached: reached }),
		},
	);
}

/** Registrations and selections by fiscal year, oldest first; null without two years to compare. */
function historyChart(seasons: readonly { year: number; view: FactView }[]): Chart | null {
	if (seasons.length < 2) return null;
	const oldestFirst = seasons.toReversed();
	const text = (value: number | null) => (value === null ? "not published" : count(value));
	const series = (name: string, of: string) => ({
		name,
		points: oldestFirst.map(({ year, view }) => {
			const value = figure(view, of) ?? null;
			return { label: fiscalYearName(year), value, text: text(value) };
		}),
	});
	return {
		kind: "lines",
		title: "Registrations and selections by fiscal year",
		axis: "eligible and selected registrations",
		unit: "count",
		series: [
			series("Eligible", "eligibleRegistrations"),
			series("Selected", "selectedRegistrations"),
		],
		alt: `Eligible and selected registrations: ${oldestFirst
			.map(({ year, view }) => `${fiscalYearName(year)} ${countsWords(view)}`)
			.join("; ")}.`,
	};
}

function countsWords(view: FactView): string {
	const [eligible, selected] = ["eligibleRegistrations", "selectedRegistrations"].map(
		(name) => figure(view, name) ?? null,
	);
	return `${count(eligible ?? 0)} eligible, ${selected ? `${count(selected)} selected` : "selected not published"}`;
}

/** A season's counts in words, as the history line of the card. */
function countsLine(view: FactView): string {
	const eligible = figure(view, "eligibleRegistrations");
	const selected = figure(view, "selectedRegistrations");
	if (!eligible) return view.entry.statement;
	if (!selected) return `${count(eligible)} eligible registrations; number selected not published`;
	return `${count(eligible)} eligible registrations, ${count(selected)} selected (${percent(selected / eligible)})`;
}

const COUNT_LABELS: [string, string][] = [
	["registrations", "Registrations"],
	["eligibleRegistrations", "Eligible registrations"],
	["multipleRegistrations", "For people with several"],
	["people", "People (about)"],
	["selectedRegistrations", "Selected registrations"],
	["selectedPeople", "Selected people"],
];
const SHARE_LABELS: [string, string][] = [
	["mastersShareOfRegistrants", "US master's among registrants"],
	["mastersShareOfSelected", "US master's among selected"],
	["levelIShareOfSelected", "Level I among selected"],
	["levelIIIAndIVShareOfSelected", "Levels III and IV among selected"],
];

function countRows(view: FactView): Row[] {
	const rows: Row[] = [];
	for (const [name, label] of COUNT_LABELS) {
		const value = figure(view, name);
		if (value === null) rows.push({ label, value: "not published" });
		else if (value !== undefined) rows.push({ label, value: count(value) });
	}
	for (const [name, label] of SHARE_LABELS) {
		const value = figure(view, name);
		if (value) rows.push({ label, value: `${(value * 100).toFixed(1)}%` });
	}
	return rows;
}

/** Where the season stands: reached, or not yet announced. */
function seasonState(core: Core, upcoming: number): Row {
	const past = viewOf(core, `uscis/season-dates-fy${upcoming - 1}`);
	const reached = past && figureDate(past, "capReached");
	const next = `registration for ${fiscalYearName(upcoming)} usually comes in March`;
	if (reached && reached <= core.date) {
		return {
			label: "This season",
			value: `${fiscalYearName(upcoming - 1)}: cap reached ${reached}`,
			note: next,
		};
	}
	return { label: "This season", value: `Next selection: ${fiscalYearName(upcoming)}`, note: next };
}

function publishedSeasons(core: Core): { year: number; view: FactView }[] {
	const found: { year: number; view: FactView }[] = [];
	for (let year = nextSeason(core.facts, core.date); year >= 2021; year--) {
		const view = viewOf(core, `uscis/season-fy${year}`);
		if (view && figure(view, "eligibleRegistrations")) found.push({ year, view });
	}
	return found;
}

function viewOf(core: Core, id: string): FactView | null {
	if (!core.facts.has(id)) return null;
	const view = core.facts.on(id, core.date);
	return view.known ? view : null;
}
