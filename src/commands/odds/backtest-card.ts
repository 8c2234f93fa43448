import { answer, type Chart, type Row } from "../../core/answer.ts";
import { percent, percentAsPublished } from "../../core/format.ts";
import { backtest, type Comparison, missOf, type SeasonTest } from "../../core/odds/backtest.ts";
import { MODEL_VERSION } from "../../core/odds/person.ts";
import { answered, type Result } from "../../core/reply.ts";
import type { Core } from "../command.ts";
import { notKnownThen } from "../not-known.ts";
import { points } from "./words.ts";

/** What the model said before each season against what was published after it. */
export function backtestCard(core: Core): Result {
	const until = core.date < core.facts.horizon ? core.date : core.facts.horizon;
	const tests = backtest(core.facts, until);
	const last = tests.at(-1) as SeasonTest;
	const misses = tests.flatMap((test) => missOf(test.rate) ?? []).map(Math.abs);
	if (misses.length === 0)
		return notKnownThen(core, "Back-test", core.facts.on("uscis/season-fy2021", core.date));
	const meanMiss = misses.reduce((all, miss) => all + miss, 0) / misses.length;
	const worst = tests.reduce((a, b) =>
		Math.abs(missOf(b.rate) ?? 0) > Math.abs(missOf(a.rate) ?? 0) ? b : a,
	);
	const { dhs, pennWharton } = last.others;
	const rows: Row[] = [
		...tests.map((test) => ({ label: `FY ${test.fiscalYear}`, value: comparisonWords(test.rate) })),
		...tests
			.filter((test) => test.masters.published !== null)
			.map((test) => ({
				label: `FY ${test.fiscalYear}, US master's among the selected`,
				value: comparisonWords(test.masters),
			})),
		{
			label: "FY 2027, level I among the selected",
			value: comparisonWords(last.levelI),
			note: `DHS ${share(dhs.levelI)}, Penn Wharton ${share(pennWharton.levelI)}, or ${share(pennWharton.levelIAfterResorting)} after re-sorting`,
		},
		{ label: "FY 2027, level II", value: comparisonWords(last.levelII) },
		{
			label: "FY 2027, levels III and IV",
			value: comparisonWords(last.levelsIIIAndIV),
			note: "more high offers than in DHS's table, which the model started from",
		},
		{
			label: "DHS's plain draw, FY 2027",
			value: dhs.rate === null ? "not said" : `said ${percentAsPublished(dhs.rate)}, not published`,
		},
	];
	return answered(
		answer({
			title: "Back-test of the odds, FY 2021 to FY 2027",
			lead: `Said before each season, the rate of selection missed by ${(meanMiss * 100).toFixed(1)} points on average, by ${Math.abs((missOf(worst.rate) ?? 0) * 100).toFixed(1)} at worst (FY ${worst.fiscalYear}); FY 2027's rate was never published.`,
			rows,
			chart: rateChart(tests),
			from: tests.flatMap((test) => test.facts),
			mentions: [
				"dhs/published-odds",
				"dhs/level-one-selections",
				"dhs/wharton-level-shares",
			].flatMap((id) => {
				const view = core.facts.on(id, until);
				return view.known ? [view] : [];
			}),
			manyThings: true,
			buttons: [
				{ label: "Counts by year", do: { command: "cap", input: {} } },
				{ label: "My odds", do: { command: "odds", input: {} } },
			],
		}),
		{
			seasons: tests.map(({ facts: _facts, ...test }) => test),
			meanMiss,
			modelVersion: MODEL_VERSION,
		},
	);
}

const share = (value: number | null): string => (value === null ? "not published" : percent(value));

/** `said 46%, published 44% (miss +2 points)` */
function comparisonWords(comparison: Comparison): string {
	const said = comparison.said === null ? "not said" : `said ${percent(comparison.said)}`;
	if (comparison.published === null) return `${said}, not published`;
	const miss = missOf(comparison);
	return `${said}, published ${percent(comparison.published)}${miss === null ? "" : ` (${points(miss)})`}`;
}

function rateChart(tests: readonly SeasonTest[]): Chart {
	const series = (name: string, of: "said" | "published") => ({
		name,
		points: tests.map((test) => ({
			label: `FY ${test.fiscalYear}`,
			value: test.rate[of],
			text: share(test.rate[of]),
		})),
	});
	return {
		kind: "lines",
		title: "Rate of selection: said before, published after",
		axis: "selected, of all eligible registrations",
		unit: "share",
		series: [series("Said before", "said"), series("Published after", "published")],
		alt: `Rate of selection by fiscal year: ${tests
			.map(
				(test) =>
					`${test.fiscalYear} said ${share(test.rate.said)}, ${test.rate.published === null ? "not published" : `published ${share(test.rate.published)}`}`,
			)
			.join("; ")}.`,
	};
}
