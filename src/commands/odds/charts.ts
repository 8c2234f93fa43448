import type { Chart } from "../../core/answer.ts";
import { percent } from "../../core/format.ts";
import type { PersonOdds } from "../../core/odds/person.ts";
import { LEVELS } from "../options.ts";
import { type Asked, personOf } from "./asked.ts";
import { bandWords } from "./words.ts";

/** The four levels with their bands, the asker's marked. */
export function levelChart(odds: PersonOdds, asked: Asked, season: string): Chart {
	const own = personOf(asked);
	const degree = own.hasAdvancedDegree ? "with a US master's" : "without a US master's";
	const text = (of: PersonOdds["byLevel"][number]) =>
		of.low === of.high
			? percent(of.chance)
			: `${percent(of.chance)} (${bandWords(of.low, of.high)})`;
	return {
		kind: "bars",
		title: `Chance by wage level, ${season}, ${degree}`,
		axis: "chance of selection in one season",
		unit: "share",
		series: [
			{
				name: "Chance",
				points: odds.byLevel.map((at, i) => ({
					label: `Level ${LEVELS[i]}`,
					value: at.chance,
					text: text(at),
					low: at.low,
					high: at.high,
					...(i === own.level && { marked: true }),
				})),
			},
		],
		alt: `Chance of selection by wage level ${degree}: ${odds.byLevel
			.map((at, i) => `${LEVELS[i]} ${percent(at.chance)}`)
			.join(", ")}. Yours is level ${asked.level}.`,
	};
}

/** One person under three rules. */
export function regimeChart(
	rules: readonly { label: string; chance: number; isLaw: boolean }[],
	who: string,
): Chart {
	return {
		kind: "bars",
		title: `Three rules, one person: ${who}`,
		axis: "chance of selection in one season",
		unit: "share",
		series: [
			{
				name: "Chance",
				points: rules.map(({ label, chance, isLaw }) => ({
					label,
					value: chance,
					text: percent(chance),
					...(isLaw && { marked: true }),
				})),
			},
		],
		markedAs: "rule",
		alt: `${who}: ${rules.map(({ label, chance }) => `${label.toLowerCase()} ${percent(chance)}`).join(", ")}.`,
	};
}
