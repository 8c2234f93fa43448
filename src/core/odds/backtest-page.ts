import type { Facts } from "../facts/lookup.ts";
import { count, percentAsPublished } from "../format.ts";
import { backtest, type Comparison, missOf, type SeasonTest } from "./backtest.ts";
import { exactChances } from "./exact.ts";
import { figure } from "../facts/figures.ts";
import { modelSeason } from "./season.ts";

const shown = (share: number | null, none: string): string =>
	share === null ? none : `${(share * 100).toFixed(1)}%`;

/** `+16.9`: said minus published, in percentage points. */
function missWords(comparison: Comparison): string {
	const miss = missOf(comparison);
	if (miss === null) return "-";
	const points = (miss * 100).toFixed(1);
	return miss > 0 ? `+${points}` : points;
}

/** `docs/backtest.md`: what the model said before each season against what was published, as Markdown. */
export function backtestPage(facts: Facts): string {
	const tests = backtest(facts, facts.horizon);
	const of = (fiscalYear: number, name: string) =>
		figure(facts.on(`uscis/season-fy${fiscalYear}`, facts.horizon), name) ?? Number.NaN;
	const eligible = (fiscalYear: number) => count(of(fiscalYear, "eligibleRegistrations"));
	const last = tests.at(-1) as SeasonTest;
	return `${[
		"# Back-test, FY 2021 to FY 2027",
		'Generated from the facts by `npm run -s backtest > docs/backtest.md`. For each season: what the model says from what was known on the last day of February before it, against what was published after it. Misses are what was said minus what was published, in percentage points. A figure that was never published is "not published", and one that nobody could say is "not said".',
		"## Selected, of all eligible registrations",
		table(
			["season", "known on", "like", "said", "published", "miss"],
			tests.map((test) => [`FY ${test.fiscalYear}`, test.knownOn, test.like, ...cells(test.rate)]),
		),
		`Until FY 2026 the next season was taken to be like the last, with all its rounds. The large miss of FY 2023 is the jump from ${eligible(2022)} to ${eligible(2023)} eligible registrations in one year. For FY 2027 the model said a share of people; neither people nor selections of FY 2027 were published. DHS's table rests on ${shown(last.others.dhs.rate, "nothing")} for a plain draw.`,
		"## With a US master's, of the selected",
		table(
			["season", "said", "published", "miss"],
			tests.map((test) => [`FY ${test.fiscalYear}`, ...cells(test.masters)]),
		),
		`The only earlier figure for the pool was the reported share of the FY 2022 registrations. The FY 2027 pool held ${shown(of(2027, "mastersShareOfRegistrants"), "an unknown share")}, which nobody had published before the draw.`,
		"## Wage levels of the selected, FY 2027",
		table(
			["level", "model", "DHS", "Penn Wharton", "published", "miss of the model"],
			levelRows(last),
		),
		`The model took the pool's levels from DHS's own table, and those had too few at levels III and IV: it gave level II the share that levels III and IV took. Level II's published share is what the other two leave. If employers re-sort occupations, Penn Wharton gave level I ${shown(last.others.pennWharton.levelIAfterResorting, "no figure")}; it gave level IV ${shown(last.others.pennWharton.levelIV, "no figure")}, and the published figure does not tell III and IV apart.`,
		"## Chance of one person, FY 2027",
		table(
			["level", "DHS's table", "model, no US master's", "model, US master's", "published"],
			chanceRows(facts, last),
		),
		"The model's chances are those of 2026-02-28, for a pool like FY 2026. DHS's table is proportional to entries and does not split by degree. No chance by level was published after the draw.",
	].join("\n\n")}\n`;
}

const cells = (comparison: Comparison): string[] => [
	shown(comparison.said, "not said"),
	shown(comparison.published, "not published"),
	missWords(comparison),
];

function levelRows(test: SeasonTest): string[][] {
	const { dhs, pennWharton } = test.others;
	const row = (
		name: string,
		own: Comparison,
		byDhs: number | null,
		byPennWharton: number | null,
	) => [
		name,
		shown(own.said, "not said"),
		shown(byDhs, "not published"),
		shown(byPennWharton, "not published"),
		shown(own.published, "not published"),
		missWords(own),
	];
	return [
		row("I", test.levelI, dhs.levelI, pennWharton.levelI),
		row("II", test.levelII, null, null),
		row("III and IV", test.levelsIIIAndIV, null, null),
	];
}

function chanceRows(facts: Facts, test: SeasonTest): string[][] {
	const model = modelSeason(facts, test.fiscalYear, test.knownOn);
	const published = facts.on("dhs/published-odds", facts.horizon);
	if (model?.kind !== "two-draw") return [];
	const { regular, advanced } = exactChances(model.pool, model.targets, model.weights);
	return ["I", "II", "III", "IV"].map((level, i) => [
		level,
		percentAsPublished(figure(published, level) ?? Number.NaN),
		shown(regular[i] ?? null, ""),
		shown(advanced[i] ?? null, ""),
		"not published",
	]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (row: readonly string[]) => `| ${row.join(" | ")} |`;
	return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}
