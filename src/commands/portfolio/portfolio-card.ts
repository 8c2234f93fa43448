import { drawnChart } from "../../core/drawn-chart.ts";
import { say } from "../../core/say.ts";
import { answer, type Row } from "../../core/answer.ts";
import { count, fiscalYearName, percent } from "../../core/format.ts";
import { type Band, bandOf, trySeasons } from "../../core/odds/band.ts";
import { centralChances, chanceOf, MODEL_VERSION } from "../../core/odds/person.ts";
import type { Chances } from "../../core/odds/pool.ts";
import { type Portfolio, portfolioOf } from "../../core/odds/portfolio.ts";
import type { Season } from "../../core/odds/season.ts";
import { answered, type Result } from "../../core/reply.ts";
import type { Core } from "../command.ts";
import { LEVELS } from "../options.ts";
import { distributionChart } from "./chart.ts";
import { type Employer, feeRows, portfolioFees } from "./fees.ts";
import type { Group } from "./read-candidates.ts";

/** How many of the candidates are selected, and what it costs. */
export function portfolioCard(
	core: Core,
	season: Season,
	groups: readonly Group[],
	employer: Employer,
): Result {
	const central = centralChances(season);
	const chances = groups.flatMap((group) =>
		Array.from({ length: group.count }, () => chanceIn(central, group)),
	);
	const found = portfolioOf(chances);
	const fees = portfolioFees(core, chances.length, employer);
	const band = meanBand(season, groups);
	const all = count(chances.length);
	const name = fiscalYearName(season.fiscalYear);
	const like =
		season.likeFiscalYear === season.fiscalYear
			? say("in {name}", { name })
			: say("if {name} is like {like}", { name, like: fiscalYearName(season.likeFiscalYear) });
	return answered(
		answer({
			title:
				chances.length === 1
					? say("Portfolio, {name}: 1 candidate", { name })
					: say("Portfolio, {name}: {all} candidates", { name, all }),
			lead: say("About {mean} of {all} selected {like}; 8 times in 10 it is {rangeWords}.", {
				mean: oneDecimal(found.mean),
				all,
				like,
				rangeWords: rangeWords(found),
			}),
			rows: [
				{ label: say("None selected"), value: percent(found.none) },
				{ label: say("All selected"), value: percent(found.all) },
				{ label: say("Each candidate"), value: groupWords(central, groups) },
				...bandRow(band, found),
				...feeRows(fees, chances.length, found),
				{
					label: say("Selection is not approval"),
					value: say("it only allows the employer to file a petition"),
				},
			],
			chart: drawnChart(() => distributionChart(found, name)),
			from: [season.law, ...fees.facts],
			mentions: season.basis,
			buttons: [
				{ label: say("Petition fees in detail"), do: { command: "fee", input: fees.input } },
				{ label: say("Odds by level"), do: { command: "odds", input: {} } },
			],
		}),
		{
			mean: found.mean,
			p10: found.p10,
			p90: found.p90,
			none: found.none,
			all: found.all,
			registrationFees: fees.registration,
			expectedPetitionFees: fees.perPetition === null ? null : found.mean * fees.perPetition,
			petitionFee: fees.perPetition,
			count: chances.length,
			meanLow: band?.low ?? null,
			meanHigh: band?.high ?? null,
			seed: season.fiscalYear,
			modelVersion: MODEL_VERSION,
		},
	);
}

function chanceIn(chances: Chances, group: Group): number {
	return chanceOf(chances, {
		level: LEVELS.indexOf(group.level),
		hasAdvancedDegree: group.degree === "us-masters",
	});
}

/** How far the mean moves with the season's unknown inputs; the seed is the fiscal year. */
function meanBand(season: Season, groups: readonly Group[]): Band | null {
	if (season.kind === "overall" || season.ranges.length === 0) return null;
	const means = trySeasons(season, season.fiscalYear).map((chances) =>
		groups.reduce((all, group) => all + group.count * chanceIn(chances, group), 0),
	);
	return bandOf(means);
}

const oneDecimal = (value: number): string =>
	value.toLocaleString("en-US", { maximumFractionDigits: 1 });

const rangeWords = ({ p10, p90 }: Portfolio): string =>
	p10 === p90
		? say("exactly {count}", { count: count(p10) })
		: say("{from} to {to}", { from: count(p10), to: count(p90) });

function bandRow(band: Band | null, found: Portfolio): Row[] {
	if (!band) return [];
	return [
		{
			label: say("If the pool differs"),
			value: say("{low} to {high} selected on average", {
				low: oneDecimal(band.low),
				high: oneDecimal(band.high),
			}),
			note: say("instead of {mean}; 8 of 10 likely pools", { mean: oneDecimal(found.mean) }),
		},
	];
}

/** How many lines of like candidates a card lists. */
const MOST_GROUPS = 8;

function groupWords(chances: Chances, groups: readonly Group[]): string {
	const alike = new Map<string, Group>();
	for (const group of groups) {
		const key = `${group.level} ${group.degree}`;
		const before = alike.get(key)?.count ?? 0;
		alike.set(key, { ...group, count: before + group.count });
	}
	return [...alike.values()]
		.slice(0, MOST_GROUPS)
		.map((group) => {
			const values = {
				count: count(group.count),
				level: group.level,
				chance: percent(chanceIn(chances, group)),
			};
			return group.degree === "us-masters"
				? say("{count} at level {level} with a US master's, {chance} each", values)
				: say("{count} at level {level}, {chance} each", values);
		})
		.join("; ");
}
