import { drawnChart } from "../../core/drawn-chart.ts";
import { say } from "../../core/say.ts";
import { answer, type Row } from "../../core/answer.ts";
import { fiscalYearName, percent } from "../../core/format.ts";
import { isPlain, type TwoDrawSeason } from "../../core/odds/season.ts";
import { exactChances } from "../../core/odds/exact.ts";
import { WEIGHTED } from "../../core/odds/pool.ts";
import { chanceOf, personOdds } from "../../core/odds/person.ts";
import { answered, type Result } from "../../core/reply.ts";
import type { Core } from "../command.ts";
import { type Asked, personOf, sameInput, whoWords } from "./asked.ts";
import { regimeChart } from "./charts.ts";
import { oddsValues } from "./values.ts";
import { publishedOdds } from "./published.ts";

/** The same person, the same pool, three selection rules. */
export function regimesCard(core: Core, season: TwoDrawSeason, asked: Asked): Result {
	const who = personOf(asked);
	const odds = personOdds([season], season, who, asked.seed);
	const weighted = chanceOf(exactChances(season.pool, season.targets, WEIGHTED), who);
	const plain = isPlain(season.weights);
	const rulesOf = () => [
		{
			label: say("Plain lottery"),
			chance: odds.plainLottery,
			isLaw: plain,
			note: say("everyone entered once; the rule until FY 2026"),
		},
		{
			label: say("Weighted selection"),
			chance: weighted,
			isLaw: !plain,
			note: say(
				"entered once to four times by wage level, drawn at random; the rule since FY 2027",
			),
		},
		{
			label: say("Highest wage first"),
			chance: odds.wageRanked,
			isLaw: false,
			note: say("level IV first, then III, and so on; a scenario, never used"),
		},
	];
	const rules = rulesOf();
	const published = publishedOdds(core, season, asked.level);
	const rows: Row[] = [
		...rules.map(({ label, chance, note }) => ({ label, value: percent(chance), note })),
		{
			label: say("Pool"),
			value: asked.pool
				? say("as you gave it")
				: say("like {year}", { year: fiscalYearName(season.likeFiscalYear) }),
			note: say(
				"the same people under all three; under another rule employers might offer other wages",
			),
		},
	];
	return answered(
		answer({
			title: say("Three rules, {fiscalYear}: {whoWords}", {
				fiscalYear: fiscalYearName(season.fiscalYear),
				whoWords: whoWords(asked),
			}),
			lead: say(
				"{plainLottery} in a plain lottery, {weighted} in the weighted selection, {wageRanked} if the highest wages came first.",
				{
					plainLottery: percent(odds.plainLottery),
					weighted: percent(weighted),
					wageRanked: percent(odds.wageRanked),
				},
			),
			rows,
			chart: drawnChart(() => regimeChart(rulesOf(), whoWords(asked))),
			from: [season.law],
			mentions: season.basis,
			buttons: [
				...(asked.pool
					? []
					: [{ label: say("My chance"), do: { command: "odds", input: sameInput(asked) } }]),
				{
					label: say("How selection works"),
					do: { command: "policy", input: { topic: "weighted-selection" } },
				},
			],
		}),
		{ ...oddsValues(odds, asked, published), weighted },
	);
}
