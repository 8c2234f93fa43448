import { answer, type Row } from "../core/answer.ts";
import { figure } from "../core/facts/figures.ts";
import type { FactView } from "../core/facts/lookup.ts";
import { count, fiscalYearName, percent, percentAsPublished } from "../core/format.ts";
import { exactChances } from "../core/odds/exact.ts";
import { type Chances, PLAIN } from "../core/odds/pool.ts";
import { rankedChances } from "../core/odds/ranked.ts";
import { isPlain, modelSeason, nextSeason, type Season } from "../core/odds/season.ts";
import { answered, choose, type Result } from "../core/reply.ts";
import { type Core, command, withAsOf } from "./command.ts";
import { completeFiscalYear } from "./complete.ts";
import { notKnownThen } from "./not-known.ts";
import { attempts, type Degree, degree, fiscalYear, LEVELS, type Level, level } from "./options.ts";

export const odds = command({
	name: "odds",
	summary: "Your chance of selection, by wage level, degree and fiscal year",
	examples: ["/odds 2 masters", "/odds level:III degree:none fiscal-year:2028"],
	options: withAsOf({
		level,
		degree: degree.default("none"),
		fiscalYear: fiscalYear.optional(),
		attempts: attempts.default(1),
	}),
	asks: ["level"],
	missing: (_core, given) => askLevel(given),
	complete: completeFiscalYear,
	run(core, input) {
		const year = input.fiscalYear ?? nextSeason(core.facts, core.date);
		const season = modelSeason(core.facts, year, core.date);
		if (!season) {
			return notKnownThen(
				core,
				`Odds, ${fiscalYearName(year)}`,
				core.facts.on("dhs/weighted-selection", core.date),
			);
		}
		if (season.kind === "overall") return overallOdds(season);
		return twoDrawOdds(core, season, input.level, input.degree, input.attempts);
	},
});

/** The level decides everything, so it is asked for, not guessed. */
function askLevel(given: Record<string, unknown>): Result {
	const rest = typeof given.degree === "string" ? { degree: given.degree } : {};
	return choose(
		answer({
			title: "Which wage level is the offer?",
			lead: "The chance depends on the wage level that the offer reaches, from I (lowest) to IV. Which is it?",
			rows: [
				{
					label: "Not sure?",
					value:
						"Look up the occupation and area on the official wage search; the level is the highest figure that the offer equals or exceeds.",
				},
			],
			choices: LEVELS.map((name, i) => ({
				label: `Level ${name}`,
				note: `entered ${i + 1} ${i === 0 ? "time" : "times"}`,
				do: { command: "odds", input: { level: name, ...rest } },
			})),
			buttons: [
				{ label: "Official wage search", open: "https://flag.dol.gov/wage-data/wage-search" },
			],
		}),
	);
}

const indexOf = (name: Level): number => LEVELS.indexOf(name);
const pick = (chances: Chances, name: Level, has: Degree): number =>
	chances[has === "us-masters" ? "advanced" : "regular"][indexOf(name)] ?? 0;

function twoDrawOdds(
	core: Core,
	season: Season & { kind: "two-draw" },
	own: Level,
	has: Degree,
	tries: number,
): Result {
	const { pool, targets, weights } = season;
	const chances = exactChances(pool, targets, weights);
	const once = pick(chances, own, has);
	const chance = 1 - (1 - once) ** tries;
	const plainLottery = pick(exactChances(pool, targets, PLAIN), own, has);
	const wageRanked = pick(rankedChances(pool, targets), own, has);
	const published = isPlain(weights) ? null : publishedOdds(core);
	const dhsPublished = published ? (figure(published, own) ?? null) : null;
	const approval = core.facts.on("uscis/approval-rate", core.date);
	const who = `Level ${own}, ${has === "us-masters" ? "US master's" : "no US master's"}`;
	const name = fiscalYearName(season.fiscalYear);

	const rows: Row[] = [
		{
			label: "Of 100 people like you",
			value: `about ${Math.round(once * 100)} selected in one season`,
		},
		...(tries > 1
			? [
					{
						label: `${tries} seasons`,
						value: `${percent(chance)} for at least one selection`,
						note: "each season like this one and independent; the pool may drift",
					},
				]
			: []),
		{ label: "How the draw works", value: drawWords(season, own) },
		...(dhsPublished !== null
			? [
					{
						label: "DHS's own figure",
						value: percentAsPublished(dhsPublished),
						note: "it multiplies entries, ignores that a person drawn leaves the pool, and does not split by degree",
					},
				]
			: []),
		...(isPlain(weights)
			? []
			: [
					{
						label: "Same person, plain lottery",
						value: percent(plainLottery),
						note: "the rule until FY 2026",
					},
				]),
		{
			label: "Same person, highest wage first",
			value: percent(wageRanked),
			note: "a scenario; no such rule has been used",
		},
		...leverRows(chances, own, has, once, isPlain(weights)),
		{
			label: "Assumed",
			value: `a pool like ${fiscalYearName(season.likeFiscalYear)}: ${count(season.people)} people, ${count(season.selected)} selected`,
			note: "our estimates where USCIS published no count",
		},
		{
			label: "Selection is not approval",
			value:
				approval.known && approval.entry.figures?.share
					? `it allows a petition; reported approval rate ${(Number(approval.entry.figures.share) * 100).toFixed(1)}%`
					: "it only allows the employer to file a petition",
		},
	];
	return answered(
		answer({
			title: `Odds of selection, ${name}: ${who}`,
			lead:
				tries > 1
					? `About ${percent(chance)} for at least one selection in ${tries} seasons, ${percent(once)} in each.`
					: `About ${percent(chance)} for ${name}, if the season is like ${fiscalYearName(season.likeFiscalYear)}.`,
			rows,
			from: [season.law, ...(published ? [published] : [])],
			mentions: [...season.basis, ...(approval.known ? [approval] : [])],
			buttons: [
				...nextLevelButton(own, has),
				{
					label: "How selection works",
					do: { command: "policy", input: { topic: "weighted-selection" } },
				},
				{ label: "Season dates", do: { command: "dates", input: {} } },
			],
		}),
		{
			chance,
			low: null,
			high: null,
			plainLottery,
			wageRanked,
			dhsPublished,
			chancePerSeason: once,
		},
	);
}

function publishedOdds(core: Core): FactView | null {
	const view = core.facts.on("dhs/published-odds", core.date);
	return view.known ? view : null;
}

function drawWords(season: Season, own: Level): string {
	const entries = season.weights[indexOf(own)] ?? 1;
	if (isPlain(season.weights))
		return "random: every person is entered once, whatever the wage level";
	return `random but weighted: level ${own} is entered ${entries} ${entries === 1 ? "time (once)" : "times"}`;
}

/** What the person could change, and what it would do. */
function leverRows(chances: Chances, own: Level, has: Degree, once: number, plain: boolean): Row[] {
	const rows: Row[] = [];
	const above = LEVELS[indexOf(own) + 1];
	if (above && !plain) {
		const to = pick(chances, above, has);
		rows.push({ label: `At level ${above}`, value: `${percent(to)} (${points(to - once)})` });
	}
	if (has === "none") {
		const to = pick(chances, own, "us-masters");
		rows.push({
			label: "With a US master's",
			value: `${percent(to)} (${points(to - once)})`,
			note: "a second draw among those left",
		});
	}
	return rows;
}

function points(difference: number): string {
	const value = Math.round(difference * 100);
	return `${value >= 0 ? "+" : ""}${value} points`;
}

function nextLevelButton(own: Level, has: Degree) {
	const above = LEVELS[indexOf(own) + 1];
	if (!above) return [];
	return [
		{ label: `At level ${above}`, do: { command: "odds", input: { level: above, degree: has } } },
	];
}

/** Seasons for which only the overall rate can be told. */
function overallOdds(season: Season & { kind: "overall" }): Result {
	const name = fiscalYearName(season.fiscalYear);
	const own = season.likeFiscalYear === season.fiscalYear;
	return answered(
		answer({
			title: `Odds of selection, ${name}`,
			lead: own
				? `In ${name}, ${percent(season.rate)} of eligible registrations were selected, whatever the wage level.`
				: `About ${percent(season.rate)} for ${name} if the season is like ${fiscalYearName(season.likeFiscalYear)}, whatever the wage level.`,
			rows: [
				{ label: "Eligible registrations", value: count(season.eligible) },
				{ label: "Selected registrations", value: count(season.selected) },
				{
					label: "How the draw worked",
					value: "random, not by wage level; a second draw for US master's holders",
				},
				{
					label: "By degree",
					value: "not published for that season, so one figure stands for everyone",
				},
			],
			from: [season.law],
			mentions: season.basis,
			buttons: [
				{
					label: "Counts of the season",
					do: { command: "cap", input: { "fiscal-year": season.likeFiscalYear } },
				},
			],
		}),
		{
			chance: season.rate,
			low: null,
			high: null,
			plainLottery: season.rate,
			wageRanked: null,
			dhsPublished: null,
		},
	);
}
