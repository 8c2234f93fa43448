import { say } from "../../core/say.ts";
import type { Chart } from "../../core/answer.ts";
import { count, percent } from "../../core/format.ts";
import type { Portfolio } from "../../core/odds/portfolio.ts";

const MOST_COLUMNS = 60;
/** What lies outside on either side is not drawn. */
const TAIL = 0.001;

/** How likely each number selected is, without the far ends; neighbours share a column when there are many. */
export function distributionChart(found: Portfolio, season: string): Chart {
	const { distribution, mean, p10, p90 } = found;
	const [from, to] = middle(distribution);
	const width = Math.ceil((to - from + 1) / MOST_COLUMNS);
	const points = Array.from({ length: Math.ceil((to - from + 1) / width) }, (_, i) => {
		const first = from + i * width;
		const last = Math.min(first + width - 1, distribution.length - 1);
		const value = distribution.slice(first, last + 1).reduce((all, p) => all + p, 0);
		const isMean = first <= Math.round(mean) && Math.round(mean) <= last;
		return {
			label:
				first === last
					? count(first)
					: say("{from} to {to}", { from: count(first), to: count(last) }),
			value,
			text: percent(value),
			...(isMean && { marked: true }),
		};
	});
	return {
		kind: "columns",
		title: say("Number selected, {season}", { season }),
		axis:
			width > 1
				? say("chance of a number among these {width}", { width })
				: say("chance of exactly this many"),
		unit: "share",
		series: [{ name: say("Chance"), points }],
		markedAs: say("mean"),
		alt: say(
			"Chance of each number selected: the mean is {mean} of {all}, and 8 times in 10 it is {p10} to {p90}.",
			{
				mean: mean.toFixed(1),
				all: count(distribution.length - 1),
				p10: count(p10),
				p90: count(p90),
			},
		),
	};
}

/** The first and last number between the two tails. */
function middle(distribution: Float64Array): [number, number] {
	let from = 0;
	let to = distribution.length - 1;
	for (
		let below = distribution[0] as number;
		below < TAIL;
		below += distribution[++from] as number
	);
	for (let above = distribution[to] as number; above < TAIL; above += distribution[--to] as number);
	return [from, to];
}
