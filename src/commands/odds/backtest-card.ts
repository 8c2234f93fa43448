import { drawnChart } from "../../core/drawn-chart.ts";
import { say } from "../../core/say.ts";
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
		return notKnownThen(core, say("Back-test"), core.facts.on("uscis/season-fy2021", core.date));
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
				label: say("FY {fiscalYear}, US master's among the selected", {
					fiscalYear: test.fiscalYear,
				}),
				value: comparisonWords(test.masters),
			})),
		{
			label: say("FY 2027, level I among the selected"),
			value: comparisonWords(last.levelI),
			note: say("DHS {dhs}, Penn Wharton {wharton}, or {resorted} after re-sorting", {
				dhs: share(dhs.levelI),
				wharton: share(pennWharton.levelI),
				resorted: share(pennWharton.levelIAfterResorting),
			}),
		},
		{ label: say("FY 2027, level II"), value: comparisonWords(last.levelII) },
		{
			label: say("FY 2027, levels III and IV"),
			value: comparisonWords(last.levelsIIIAndIV),
			note: say("more high offers than in DHS's table, which the model started from"),
		},
		{
			label: say("DHS's plain draw, FY 2027"),
			value:
				dhs.rate === null
					? say("not said")
					: say("said {said}, not published", { said: percentAsPublished(dhs.rate) }),
		},
	];
	return answered(
		answer({
			title: say("Back-test of the odds, FY 2021 to FY 2027"),
			lead: say(
				"Said before each season, the rate of selection missed by {mean} points on average, by {worst} at worst (FY {fiscalYear}); FY 2027's rate was never published.",
				{
					mean: (meanMiss * 100).toFixed(1),
					worst: Math.abs((missOf(worst.rate) ?? 0) * 100).toFixed(1),
					fiscalYear: worst.fiscalYear,
				},
			),
			rows,
			chart: drawnChart(() => rateChart(tests)),
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
				{ label: say("Counts by year"), do: { command: "cap", input: {} } },
				{ label: say("My odds"), do: { command: "odds", input: {} } },
			],
		}),
		{
			seasons: tests.map(({ facts: _facts, ...test }) => test),
			meanMiss,
			modelVersion: MODEL_VERSION,
		},
	);
}

const share = (value: number | null): string =>
	value === null ? say("not published") : percent(value);

/** `said 46%, published 44% (miss +2 points)` */
function comparisonWords(comparison: Comparison): string {
	const said = comparison.said === null ? null : percent(comparison.said);
	if (comparison.published === null)
		return said ? say("said {said}, not published", { said }) : say("not said, not published");
	const published = percent(comparison.published);
	const miss = missOf(comparison);
	if (!said || miss === null) return say("not said, published {published}", { published });
	return say("said {said}, published {published} ({miss})", {
		said,
		published,
		miss: points(miss),
	});
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
		title: say("Rate of selection: said before, published after"),
		axis: say("selected, of all eligible registrations"),
		unit: "share",
		series: [series(say("Said before"), "said"), series(say("Published after"), "published")],
		alt: say("Rate of selection by fiscal year: {join}.", {
			join: tests
				.map((test) =>
					test.rate.published === null
						? say("{year} said {said}, not published", {
								year: test.fiscalYear,
								said: share(test.rate.said),
							})
						: say("{year} said {said}, published {published}", {
								year: test.fiscalYear,
								said: share(test.rate.said),
								published: share(test.rate.published),
							}),
				)
				.join("; "),
		}),
	};
}
