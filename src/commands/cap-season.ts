import { message, say, sayDay, sayStatement, sayRemark } from "../core/say.ts";
import { answer, type Row } from "../core/answer.ts";
import { type CapSeason, capSeason } from "../core/cap-seasons.ts";
import { day } from "../core/dates.ts";
import type { FactValue } from "../core/facts/fact.ts";
import { figure, numberOf } from "../core/facts/figures.ts";
import { eventsBy, type FactView } from "../core/facts/lookup.ts";
import { type YearFigure, yearFigure } from "../core/facts/series.ts";
import { count, fiscalYearName } from "../core/format.ts";
import { answered, type Result } from "../core/reply.ts";
import type { Core } from "./command.ts";
import { factRows } from "./fact-card.ts";
import { notKnownThen } from "./not-known.ts";

const COUNT_LABELS: [figure: string, label: string, about?: "about"][] = [
	["petitions", message("Petitions received"), "about"],
	["registrations", message("Registrations")],
	["eligibleRegistrations", message("Eligible registrations")],
	["singleRegistrations", message("For people with one")],
	["multipleRegistrations", message("For people with several")],
	["people", message("People"), "about"],
	["employers", message("Employers"), "about"],
	["selectedRegistrations", message("Selected registrations")],
	["selectedPeople", message("Selected people")],
	["petitionsFiled", message("Petitions filed after selection")],
];
const SHARE_LABELS: [figure: string, label: string][] = [
	["mastersShareOfRegistrants", message("US master's among registrants")],
	["mastersShareOfSelected", message("US master's among selected")],
	["levelIShareOfSelected", message("Level I among selected")],
	["levelIIIAndIVShareOfSelected", message("Levels III and IV among selected")],
];
/** Counts of the same fiscal year that the cap does not limit, with their name in `values`. */
const BESIDE_THE_CAP: [id: string, name: string, label: string][] = [
	["uscis/petitions-filed", "allPetitionsFiled", message("All petitions filed that year")],
	["uscis/approvals", "allApprovals", message("All petitions approved that year")],
	["uscis/new-approvals", "newApprovals", message("Of these, new employment")],
];
const NOT_UNDER_CAP = message(
	"extensions and cap-exempt employers included; the cap does not limit these",
);

/** One season: what the law allowed, what was counted, when the cap was reached. */
export function oneSeason(core: Core, year: number): Result {
	const { facts, date } = core;
	const end = day(`${year}-09-30`);
	const regular = facts.on("congress/regular-cap", end < date ? end : date);
	const masters = facts.on("congress/us-masters-exemption", end < date ? end : date);
	const title = say("The H-1B cap, {year}", { year: fiscalYearName(year) });
	if (!regular.known || !masters.known) return notKnownThen(core, title, regular);
	const season = capSeason(facts, year, date);
	const { counts, dates } = season;
	const told = counts ?? dates;
	const beside = BESIDE_THE_CAP.flatMap(([id, name, label]) => {
		const found = yearFigure(facts, id, year, date);
		return found ? [{ name, label, found }] : [];
	});
	const rows: Row[] = [
		{ label: say("Regular cap"), value: count(numberOf(regular)) },
		{ label: say("US master's exemption"), value: count(numberOf(masters)) },
		...(counts ? countRows(counts) : []),
		...reachedRow(core, season),
		...(counts ? [...roundRows(core, counts), ...factRows(counts)] : []),
		...beside.map(({ label, found }, i) => besideRow(label, found, i === 0)),
	];
	return answered(
		answer({
			title,
			lead: told ? sayStatement(told.id, told.entry) : nothingFound(core, year),
			rows,
			from: [regular, masters, ...(counts ? [counts] : [])],
			mentions: [...(dates ? [dates] : []), ...beside.map(({ found }) => found.view)],
			buttons: [
				{
					label: say("Dates of the season"),
					do: { command: "dates", input: { "fiscal-year": year } },
				},
				{ label: say("All years"), do: { command: "cap", input: {} } },
			],
		}),
		{
			fiscalYear: year,
			regularCap: numberOf(regular),
			mastersExemption: numberOf(masters),
			...counts?.entry.figures,
			...(counts && { capReached: season.capReached }),
			...Object.fromEntries(beside.map(({ name, found }) => [name, found.value])),
		},
	);
}

function nothingFound({ facts, date }: Core, year: number): string {
	const reach = facts.horizon < date ? facts.horizon : date;
	return say("No counts for {year} were found or published as of {reach}.", {
		year: fiscalYearName(year),
		reach,
	});
}

function countRows(view: FactView): Row[] {
	const missing = view.fact.unit === "petitions" ? say("not found") : say("not published");
	const rows: Row[] = [];
	for (const [name, label, about] of COUNT_LABELS) {
		const value = figure(view, name);
		if (value === null) rows.push({ label: say(label), value: missing });
		else if (value !== undefined)
			rows.push({
				label: about ? say("{label} (about)", { label: say(label) }) : say(label),
				value: count(value),
			});
	}
	for (const [name, label] of SHARE_LABELS) {
		const value = figure(view, name);
		if (value) rows.push({ label: say(label), value: `${(value * 100).toFixed(1)}%` });
	}
	return rows;
}

/** The day of the cap, or that no checked source gives one; nothing while the fiscal year lasts. */
function reachedRow(core: Core, season: CapSeason): Row[] {
	if (season.capReached)
		return [
			{
				label: say("Cap reached"),
				value: sayDay(season.capReached),
				...(season.isReachedReported && { note: say("reported by one source") }),
			},
		];
	const isOver = season.counts && `${season.fiscalYear}-09-30` < core.date;
	return isOver ? [{ label: say("Cap reached"), value: say("not found") }] : [];
}

/** Earlier rounds and dated steps of the season, oldest first. */
function roundRows({ date }: Core, view: FactView): Row[] {
	const now = view.entry.value;
	const rounds = view.fact.values
		.slice(0, view.fact.values.indexOf(view.entry as FactValue))
		.filter((value) => value.value !== undefined && value.value !== now);
	return [
		...rounds.map((value) => ({ label: say("First round"), value: sayStatement(view.id, value) })),
		...eventsBy(view.fact, date).map((event) => ({
			label: sayDay(event.on),
			value: sayRemark(view.id, event.text),
		})),
	];
}

function besideRow(label: string, found: YearFigure, isFirst: boolean): Row {
	const notes = [
		...(found.isReported ? [say("reported by one source")] : []),
		...(isFirst ? [say(NOT_UNDER_CAP)] : []),
	];
	return {
		label: say(label),
		value:
			found.value % 1000 === 0
				? say("about {figure}", { figure: count(found.value) })
				: count(found.value),
		...(notes.length > 0 && { note: notes.join("; ") }),
	};
}
