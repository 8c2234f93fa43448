import { answer, type Button } from "../../core/answer.ts";
import { fiscalYearName, percent } from "../../core/format.ts";
import { type PersonOdds, personOdds } from "../../core/odds/person.ts";
import type { Season, TwoDrawSeason } from "../../core/odds/season.ts";
import { answered, type Result } from "../../core/reply.ts";
import type { Core } from "../command.ts";
import { LEVELS } from "../options.ts";
import { type Asked, personOf, sameInput, whoWords } from "./asked.ts";
import { chanceRows } from "./chance-rows.ts";
import { levelChart } from "./charts.ts";
import { oddsValues } from "./values.ts";
import { publishedOdds } from "./published.ts";
import { bandWords } from "./words.ts";

/** One person's chance. `seasons`: those asked for and one more. */
export function chanceCard(
	core: Core,
	seasons: readonly [TwoDrawSeason, ...Season[]],
	asked: Asked,
): Result {
	const [first, ...later] = seasons;
	const tried = [first, ...later.slice(0, asked.attempts - 1)] as const;
	const next = seasons.at(-1) as Season;
	const odds = personOdds(tried, next, personOf(asked), asked.seed);
	const published = publishedOdds(core, first, asked.level);
	const approval = core.facts.on("uscis/approval-rate", core.date);
	const name = fiscalYearName(first.fiscalYear);
	return answered(
		answer({
			title: `Odds of selection, ${asked.pool ? "your own pool" : name}: ${whoWords(asked)}`,
			lead: leadOf(odds, first, asked),
			rows: chanceRows(core, first, odds, asked, published, approval),
			chart: levelChart(odds, asked, asked.pool ? "your own pool" : name),
			from: [first.law, ...(published ? [published.fact] : [])],
			mentions: [...first.basis, ...(approval.known ? [approval] : [])],
			buttons: buttonsOf(first, asked),
		}),
		oddsValues(odds, asked, published),
	);
}

/** The answer in one sentence: chance, season, band. */
function leadOf(odds: PersonOdds, season: TwoDrawSeason, asked: Asked): string {
	const chance = percent(odds.chance);
	const tries =
		asked.attempts > 1 ? ` for at least one selection in ${asked.attempts} seasons` : "";
	if (asked.pool) {
		const [all, none] = [odds.chance === 1, odds.chance === 0];
		if (all) return "Everyone like you is selected in this pool: the targets reach all of them.";
		if (none) return "No one like you is selected in this pool: the targets do not reach them.";
		return `${chance}${tries} in the pool you gave, computed exactly.`;
	}
	const name = fiscalYearName(season.fiscalYear);
	const band =
		odds.low === odds.high ? "" : `; ${bandWords(odds.low, odds.high)} across likely pools`;
	if (season.likeFiscalYear === season.fiscalYear)
		return `About ${chance}${tries || ` in ${name}`}, from the season's published figures${band}.`;
	const like = `if ${asked.attempts > 1 ? "each" : "the season"} is like ${fiscalYearName(season.likeFiscalYear)}`;
	return `About ${chance}${tries || ` for ${name}`} ${like}${band}.`;
}

function buttonsOf(season: TwoDrawSeason, asked: Asked): Button[] {
	const above = LEVELS[LEVELS.indexOf(asked.level) + 1];
	const isWeighted = new Set(season.weights).size > 1;
	return [
		...(above && isWeighted && !asked.pool
			? [
					{
						label: `At level ${above}`,
						do: { command: "odds", input: sameInput(asked, { level: above }) },
					},
				]
			: []),
		...(asked.pool
			? []
			: [
					{
						label: "Three rules compared",
						do: { command: "odds", input: sameInput(asked, { show: "regimes" }) },
					},
				]),
		{
			label: "How selection works",
			do: { command: "policy", input: { topic: "weighted-selection" } },
		},
	];
}
