import { answer } from "../../core/answer.ts";
import { count, fiscalYearName, percent } from "../../core/format.ts";
import { atLeastOnce, centralChances, chanceOf, MODEL_VERSION } from "../../core/odds/person.ts";
import type { Season } from "../../core/odds/season.ts";
import { answered, type Result } from "../../core/reply.ts";
import { type Asked, personOf } from "./asked.ts";

/** Seasons for which only the overall rate can be told. */
export function overallCard(
	season: Season & { kind: "overall" },
	seasons: readonly Season[],
	asked: Asked,
): Result {
	const chance = atLeastOnce(
		seasons.slice(0, asked.attempts).map((each) => chanceOf(centralChances(each), personOf(asked))),
	);
	const name = fiscalYearName(season.fiscalYear);
	const rate = percent(season.rate);
	const isOver = season.likeFiscalYear === season.fiscalYear;
	return answered(
		answer({
			title: `Odds of selection, ${name}`,
			lead: isOver
				? `In ${name}, ${rate} of eligible registrations were selected, whatever the wage level.`
				: `About ${rate} for ${name} if the season is like ${fiscalYearName(season.likeFiscalYear)}, whatever the wage level.`,
			rows: [
				...(asked.attempts > 1
					? [
							{
								label: `${asked.attempts} seasons`,
								value: `${percent(chance)} for at least one selection`,
								note: "each later season by its own rule and figures; independent draws",
							},
						]
					: []),
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
			chance,
			low: isOver && asked.attempts === 1 ? chance : null,
			high: isOver && asked.attempts === 1 ? chance : null,
			plainLottery: season.rate,
			wageRanked: null,
			dhsPublished: null,
			chancePerSeason: season.rate,
			seed: asked.seed,
			modelVersion: MODEL_VERSION,
			levers: [],
			drivers: [],
		},
	);
}
