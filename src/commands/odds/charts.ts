import { say } from "../../core/say.ts";
import type { Chart } from "../../core/answer.ts";
import { percent } from "../../core/format.ts";
import type { PersonOdds } from "../../core/odds/person.ts";
import { LEVELS } from "../options.ts";
import { type Asked, personOf } from "./asked.ts";
import { bandWords } from "./words.ts";

/** The four levels with their bands, the asker's marked. */
export function levelChart(odds: PersonOdds, asked: Asked, season: string): Chart {
	const own = personOf(asked);
	const degree = own.hasAdvancedDegree ? say("with a US master's") : say("without a US master's");
	const text = (of: PersonOdds["byLevel"][number]) =>
		of.low === of.high
			? percent(of.chance)
			: say("{chance} ({band})", { chance: percent(of.chance), band: bandWords(of.low, of.high) });
	return {
		kind: "bars",
		title: say("Chance by wage level, {season}, {degree}", { season, degree }),
		axis: say("chance of selection in one season"),
		unit: "share",
		series: [
			{
				name: say("Chance"),
				points: odds.byLevel.map((at, i) => ({
					label: say("Level {level}", { level: LEVELS[i] }),
					value: at.chance,
					text: text(at),
					low: at.low,
					high: at.high,
					...(i === own.level && { marked: true }),
				})),
			},
		],
		alt: say("Chance of selection by wage level {degree}: {join}. Yours is level {level}.", {
			degree,
			join: odds.byLevel.map((at, i) => `${LEVELS[i]} ${percent(at.chance)}`).join(", "),
			level: asked.level,
		}),
	};
}

/** One person under three rules. */
export function regimeChart(
	rules: readonly { label: string; chance: number; isLaw: boolean }[],
	who: string,
): Chart {
	return {
		kind: "bars",
		title: say("Three rules, one person: {who}", { who }),
		axis: say("chance of selection in one season"),
		unit: "share",
		series: [
			{
				name: say("Chance"),
				points: rules.map(({ label, chance, isLaw }) => ({
					label,
					value: chance,
					text: percent(chance),
					...(isLaw && { marked: true }),
				})),
			},
		],
		markedAs: say("rule"),
		alt: say("{who}: {rules}.", {
			who,
			rules: rules
				.map(({ label, chance }) => `${label.toLowerCase()} ${percent(chance)}`)
				.join(", "),
		}),
	};
}
