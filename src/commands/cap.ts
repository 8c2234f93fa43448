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
	if (!regular.known || !masters.known) return notKnownThen(core, "The annual cap", regular);
	const setAside = facts.on("congress/h1b1-set-aside", date);
	const exempt = facts.on("congress/cap-exempt-employers", date);
	const upcoming = nextSeason(facts, date);
	const seasons = capSeasons(facts, upcoming - 1, date).filter((season) => season.counts);
	const init: AnswerInit = {
		title: "The annual H-1B cap",
		lead: `The law allows ${count(numberOf(regular))} new H-1B people a fiscal year, and ${count(numberOf(masters))} more with a US master's or higher.`,
		rows: [
			...lawRows(regular, masters, setAside.known ? setAside : null),
			seasonState(core, upcoming),
			...historyRows(seasons),
		],
		chart: historyChart(seasons),
		from: [regular, masters],
		mentions: [
			...(setAside.known ? [setAside] : []),
			...(exempt.known ? [exempt] : []),
			...seasons.flatMap(({ counts, dates }) => [counts, dates]).filter((v) => v !== null),
		],
		buttons: [
			{ label: "Who is exempt?", do: { command: "policy", input: { topic: "cap-exempt" } } },
			{ label: "Season dates", do: { command: "dates", input: {} } },
			{ label: "My odds", do: { command: "odds", input: {} } },
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
	const past = pastCaps(regular).map(
		({ from, to, cap: size }) => `${count(size)} for ${fiscalYearName(from)} to ${to}`,
	);
	return [
		{
			label: "Regular cap",
			value: `${count(numberOf(regular))} people a fiscal year`,
			...(setAside && {
				note: `${count(numberOf(setAside))} of them are set aside for Chile and Singapore`,
			}),
		},
		{
			label: "US master's exemption",
			value: `${count(numberOf(masters))} more people`,
			note: "with a master's or higher from a US public or nonprofit school, since FY 2005",
		},
		{
			label: "Together",
			value: count(numberOf(regular) + numberOf(masters)),
			note: "only the sum: a ceiling on new cap-subject people, not on visas or approvals",
		},
		{
			label: "Outside the cap",
			value:
				"Colleges and their affiliated nonprofits, and nonprofit or government research bodies",
			note: "spouses, children, extensions and people already counted also use no number",
		},
		...(past.length > 0 ? [{ label: "Regular cap before", value: past.join("; ") }] : []),
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
						label: "Petitions before registration (about)",
						value: list(
							petitions.map((s) => `${fiscalYearName(s.fiscalYear)} ${receivedWords(s)}`),
						),
						note: "other years from FY 2005 on: no checked figure found",
					},
				]
			: []),
		...(reached.length > 0
			? [
					{
						label: "Cap reached",
						value: list(
							reached.map(
								(s) =>
									`${fiscalYearName(s.fiscalYear)} ${s.capReached}${s.isReachedReported ? " (reported)" : ""}`,
							),
						),
					},
				]
			: []),
	];
}

const receivedWords = (s: CapSeason): string =>
	`${count(s.received ?? 0)}${s.isReported ? " (reported)" : ""}`;

/** A season's counts in words, as the history line of the card. */
function countsLine({ received, selected, isReported }: CapSeason): string {
	const eligible = received ?? 0;
	if (!selected) return `${count(eligible)} eligible registrations; number selected not published`;
	return `${count(eligible)} eligible registrations, ${count(selected)} selected (${percent(selected / eligible)}${isReported ? ", reported" : ""})`;
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
		text: value === null ? "no figure" : count(value),
	});
	const words = (s: CapSeason) => `${count(s.received ?? 0)} for ${fiscalYearName(s.fiscalYear)}`;
	const selected = seasons.flatMap((s) => s.selected ?? []);
	const selectedWords =
		selected.length > 0
			? ` Selected registrations ran from ${count(Math.min(...selected))} to ${count(Math.max(...selected))}.`
			: "";
	return {
		kind: "lines",
		title: "Cap seasons by fiscal year",
		axis: "registrations (petitions before FY 2021)",
		unit: "count",
		series: [
			{
				name: "Eligible registrations (petitions before FY 2021)",
				points: seasons.map((s) => point(s, s.received)),
			},
			{ name: "Selected registrations", points: seasons.map((s) => point(s, s.selected)) },
		],
		alt: `${words(first)}, at most ${words(most)}, and ${words(last)}.${selectedWords} Years without a checked figure are gaps.`,
	};
}

/** Where the season stands: reached, or not yet announced. */
function seasonState(core: Core, upcoming: number): Row {
	const { capReached } = capSeason(core.facts, upcoming - 1, core.date);
	const next = `registration for ${fiscalYearName(upcoming)} usually comes in March`;
	if (capReached) {
		return {
			label: "This season",
			value: `${fiscalYearName(upcoming - 1)}: cap reached ${capReached}`,
			note: next,
		};
	}
	return { label: "This season", value: `Next selection: ${fiscalYearName(upcoming)}`, note: next };
}
