import { say } from "../../core/say.ts";
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
			title: say("Odds of selection, {name}", { name }),
			lead: isOver
				? say(
						"In {name}, {rate} of eligible registrations were selected, whatever the wage level.",
						{ name, rate },
					)
				: say("About {rate} for {name} if the season is like {like}, whatever the wage level.", {
						rate,
						name,
						like: fiscalYearName(season.likeFiscalYear),
					}),
			rows: [
				...(asked.attempts > 1
					? [
							{
								label: say("{attempts} seasons", { attempts: asked.attempts }),
								value: say("{chance} for at least one selection", { chance: percent(chance) }),
								note: say("each later season by its own rule and figures; independent draws"),
							},
						]
					: []),
				{ label: say("Eligible registrations"), value: count(season.eligible) },
				{ label: say("Selected registrations"), value: count(season.selected) },
				{
					label: say("How the draw worked"),
					value: say("random, not by wage level; a second draw for US master's holders"),
				},
				{
					label: say("By degree"),
					value: say("not published for that season, so one figure stands for everyone"),
				},
			],
			from: [season.law],
			mentions: season.basis,
			buttons: [
				{
					label: say("Counts of the season"),
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
