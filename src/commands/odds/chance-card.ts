import { drawnChart } from "../../core/drawn-chart.ts";
import { say } from "../../core/say.ts";
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
			title: say("Odds of selection, {name}: {whoWords}", {
				name: asked.pool ? say("your own pool") : name,
				whoWords: whoWords(asked),
			}),
			lead: leadOf(odds, first, asked),
			rows: chanceRows(core, first, odds, asked, published, approval),
			chart: drawnChart(() => levelChart(odds, asked, asked.pool ? say("your own pool") : name)),
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
	const several = asked.attempts > 1;
	const values = { chance, n: asked.attempts };
	if (asked.pool) {
		const [all, none] = [odds.chance === 1, odds.chance === 0];
		if (all)
			return say("Everyone like you is selected in this pool: the targets reach all of them.");
		if (none)
			return say("No one like you is selected in this pool: the targets do not reach them.");
		return several
			? say(
					"{chance} for at least one selection in {n} seasons in the pool you gave, computed exactly.",
					values,
				)
			: say("{chance} in the pool you gave, computed exactly.", values);
	}
	const name = fiscalYearName(season.fiscalYear);
	const band =
		odds.low === odds.high
			? ""
			: say("; {band} in 8 of 10 seasons we simulated", { band: bandWords(odds.low, odds.high) });
	if (season.likeFiscalYear === season.fiscalYear)
		return several
			? say(
					"About {chance} for at least one selection in {n} seasons, from the season's published figures{band}.",
					{ ...values, band },
				)
			: say("About {chance} in {name}, from the season's published figures{band}.", {
					...values,
					name,
					band,
				});
	const like = fiscalYearName(season.likeFiscalYear);
	return several
		? say(
				"About {chance} for at least one selection in {n} seasons if each is like {like}{band}.",
				{ ...values, like, band },
			)
		: say("About {chance} for {name} if the season is like {like}{band}.", {
				...values,
				name,
				like,
				band,
			});
}

function buttonsOf(season: TwoDrawSeason, asked: Asked): Button[] {
	const above = LEVELS[LEVELS.indexOf(asked.level) + 1];
	const isWeighted = new Set(season.weights).size > 1;
	return [
		...(above && isWeighted && !asked.pool
			? [
					{
						label: say("At level {above}", { above }),
						do: { command: "odds", input: sameInput(asked, { level: above }) },
					},
				]
			: []),
		...(asked.pool
			? []
			: [
					{
						label: say("Three rules compared"),
						do: { command: "odds", input: sameInput(asked, { show: "regimes" }) },
					},
				]),
		{
			label: say("How selection works"),
			do: { command: "policy", input: { topic: "weighted-selection" } },
		},
	];
}
