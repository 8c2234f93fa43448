import { drawnChart } from "../core/drawn-chart.ts";
import { say, sayDay } from "../core/say.ts";
import { type AnswerInit, answer, type Chart, type Row } from "../core/answer.ts";
import { type CapSeason, capSeason, capSeasons, pastCaps } from "../core/cap-seasons.ts";
import { numberOf } from "../core/facts/figures.ts";
import type { FactView } from "../core/facts/lookup.ts";
import { count, fiscalYearName, percent } from "../core/format.ts";
import { FIRST_SEASON, nextSeason } from "../core/odds/season.ts";
import { answered, type Result } from "../core/reply.ts";
import { oneSeason } from "./cap-season.ts";
import { type Core, command, withAsOf } from "./command.ts";
import { completeFiscalYear } from "./complete.ts";
import { notKnownThen } from "./not-known.ts";
import { fiscalYear } from "./options.ts";

export const cap = command({
	name: "cap",
	isSteady: true,
	summary: "The annual cap, who counts, and how past seasons went",
	examples: ["/cap", "/cap 2027", "/cap fiscal-year:2016"],
	options: withAsOf({ fiscalYear: fiscalYear.optional() }),
	complete: completeFiscalYear,
	run: (core, input) => (input.fiscalYear ? oneSeason(core, input.fiscalYear) : theCap(core)),
});

function theCap(core: Core): Result {
	const { facts, date } = core;
	const regular = facts.on("congress/regular-cap", date);
	const masters = facts.on("congress/us-masters-exemption", date);
	if (!regular.known || !masters.known) return notKnownThen(core, say("The annual cap"), regular);
	const setAside = facts.on("congress/h1b1-set-aside", date);
	const exempt = facts.on("congress/cap-exempt-employers", date);
	const upcoming = nextSeason(facts, date);
	const seasons = capSeasons(facts, upcoming - 1, date).filter((season) => season.counts);
	const init: AnswerInit = {
		title: say("The annual H-1B cap"),
		lead: say(
			"The law allows {regular} new H-1B people a fiscal year, and {masters} more with a US master's or higher.",
			{ regular: count(numberOf(regular)), masters: count(numberOf(masters)) },
		),
		rows: [
			...lawRows(regular, masters, setAside.known ? setAside : null),
			seasonState(core, upcoming),
			...historyRows(seasons),
		],
		chart: drawnChart(() => historyChart(seasons)),
		from: [regular, masters],
		mentions: [
			...(setAside.known ? [setAside] : []),
			...(exempt.known ? [exempt] : []),
			...seasons.flatMap(({ counts, dates }) => [counts, dates]).filter((v) => v !== null),
		],
		buttons: [
			{ label: say("Who is exempt?"), do: { command: "policy", input: { topic: "cap-exempt" } } },
			{ label: say("Season dates"), do: { command: "dates", input: {} } },
			{ label: say("My odds"), do: { command: "odds", input: {} } },
		],
	};
	const latest = seasons.findLast((season) => season.received !== null);
	return answered(answer(init), {
		regularCap: numberOf(regular),
		mastersExemption: numberOf(masters),
		total: numberOf(regular) + numberOf(masters),
		...(latest && { fiscalYear: latest.fiscalYear, ...latest.counts?.entry.figures }),
		pastCaps: pastCaps(regular),
		seasons: seasons.map(({ fiscalYear: year, received, selected, capReached }) => ({
			fiscalYear: year,
			[year < FIRST_SEASON ? "petitions" : "eligibleRegistrations"]: received,
			selectedRegistrations: selected,
			capReached,
		})),
	});
}

function lawRows(regular: FactView, masters: FactView, setAside: FactView | null): Row[] {
	const past = pastCaps(regular).map(({ from, to, cap: size }) =>
		say("{cap} for {from} to {to}", { cap: count(size), from: fiscalYearName(from), to }),
	);
	return [
		{
			label: say("Regular cap"),
			value: say("{regular} people a fiscal year", { regular: count(numberOf(regular)) }),
			...(setAside && {
				note: say("{setAside} of them are set aside for Chile and Singapore", {
					setAside: count(numberOf(setAside)),
				}),
			}),
		},
		{
			label: say("US master's exemption"),
			value: say("{masters} more people", { masters: count(numberOf(masters)) }),
			note: say("with a master's or higher from a US public or nonprofit school, since FY 2005"),
		},
		{
			label: say("Together"),
			value: count(numberOf(regular) + numberOf(masters)),
			note: say("only the sum: a ceiling on new cap-subject people, not on visas or approvals"),
		},
		{
			label: say("Outside the cap"),
			value: say(
				"Colleges and their affiliated nonprofits, and nonprofit or government research bodies",
			),
			note: say("spouses, children, extensions and people already counted also use no number"),
		},
		...(past.length > 0 ? [{ label: say("Regular cap before"), value: past.join("; ") }] : []),
	];
}

/** Registration seasons one by one, newest first; then the petition years in one row, and the days of the cap. */
function historyRows(seasons: readonly CapSeason[]): Row[] {
	const registered = seasons.filter((s) => s.fiscalYear >= FIRST_SEASON && s.received).reverse();
	const petitions = seasons.filter((s) => s.fiscalYear < FIRST_SEASON && s.received);
	const reached = seasons.filter((s) => s.capReached);
	const list = (parts: string[]) => parts.join("; ");
	return [
		...registered.map((s) => ({ label: fiscalYearName(s.fiscalYear), value: countsLine(s) })),
		...(petitions.length > 0
			? [
					{
						label: say("Petitions before registration (about)"),
						value: list(
							petitions.map((s) => `${fiscalYearName(s.fiscalYear)} ${receivedWords(s)}`),
						),
						note: say("other years from FY 2005 on: no checked figure found"),
					},
				]
			: []),
		...(reached.length > 0
			? [
					{
						label: say("Cap reached"),
						value: list(
							reached.map(
								(s) =>
									`${fiscalYearName(s.fiscalYear)} ${reported(sayDay(s.capReached ?? ""), s.isReachedReported)}`,
							),
						),
					},
				]
			: []),
	];
}

const receivedWords = (s: CapSeason): string => reported(count(s.received ?? 0), s.isReported);

const reported = (figure: string, isReported: boolean): string =>
	isReported ? say("{figure} (reported)", { figure }) : figure;

/** A season's counts in words, as the history line of the card. */
function countsLine({ received, selected, isReported }: CapSeason): string {
	const eligible = received ?? 0;
	if (!selected)
		return say("{eligible} eligible registrations; number selected not published", {
			eligible: count(eligible),
		});
	const values = {
		eligible: count(eligible),
		selected: count(selected),
		share: percent(selected / eligible),
	};
	return isReported
		? say("{eligible} eligible registrations, {selected} selected ({share}, reported)", values)
		: say("{eligible} eligible registrations, {selected} selected ({share})", values);
}

/** Received and selected by season; a year without a checked figure is a gap. */
function historyChart(seasons: readonly CapSeason[]): Chart | null {
	const known = seasons.filter((s) => s.received !== null);
	const first = known[0];
	const last = known.at(-1);
	if (!first || !last || known.length < 2) return null;
	const most = known.reduce((a, b) => ((b.received ?? 0) > (a.received ?? 0) ? b : a));
	const point = (s: CapSeason, value: number | null) => ({
		label: String(s.fiscalYear),
		value,
		text: value === null ? say("no figure") : count(value),
	});
	const words = (s: CapSeason) =>
		say("{received} for {year}", {
			received: count(s.received ?? 0),
			year: fiscalYearName(s.fiscalYear),
		});
	const selected = seasons.flatMap((s) => s.selected ?? []);
	const selectedWords =
		selected.length > 0
			? say("Selected registrations ran from {least} to {most}.", {
					least: count(Math.min(...selected)),
					most: count(Math.max(...selected)),
				})
			: "";
	return {
		kind: "lines",
		title: say("Cap seasons by fiscal year"),
		axis: say("registrations (petitions before FY 2021)"),
		unit: "count",
		series: [
			{
				name: say("Eligible registrations (petitions before FY 2021)"),
				points: seasons.map((s) => point(s, s.received)),
			},
			{ name: say("Selected registrations"), points: seasons.map((s) => point(s, s.selected)) },
		],
		alt: say(
			"{first}, at most {most}, and {last}. {selected} Years without a checked figure are gaps.",
			{ first: words(first), most: words(most), last: words(last), selected: selectedWords },
		),
	};
}

/** Where the season stands: reached, or not yet announced. */
function seasonState(core: Core, upcoming: number): Row {
	const { capReached } = capSeason(core.facts, upcoming - 1, core.date);
	const next = say("registration for {year} usually comes in March", {
		year: fiscalYearName(upcoming),
	});
	if (capReached) {
		return {
			label: say("This season"),
			value: say("{upcoming}: cap reached {capReached}", {
				upcoming: fiscalYearName(upcoming - 1),
				capReached,
			}),
			note: next,
		};
	}
	return {
		label: say("This season"),
		value: say("Next selection: {upcoming}", { upcoming: fiscalYearName(upcoming) }),
		note: next,
	};
}
