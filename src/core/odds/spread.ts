import { entryChance, ofEntries } from "./exact.ts";
import { mapLevels, type PerLevel, type Pool, type Targets } from "./pool.ts";

/**
 * How far the number selected of each level and degree strays from its expectation from one draw to the
 * next: standard deviations, in people, of the two-draw model (everyone first) in a large pool.
 *
 * Around its expectation a draw is linear. People enter independently up to a time; a draw stops when its
 * target is met, so an excess anywhere is taken back from each group in proportion to the rate at which
 * the group is being drawn at that time.
 */
export function spreadOf(
	pool: Pool,
	targets: Targets,
	entries: PerLevel,
): { regular: PerLevel; advanced: PerLevel } {
	const counts = [...pool.advanced, ...pool.regular];
	const w = (group: number) => entries[group % 4] ?? 1;
	const everyone = mapLevels(pool.regular, (n, level) => n + (pool.advanced[level] ?? 0));
	const first = stageOf(counts, w, entryChance(everyone, entries, targets.first));

	const left = mapLevels(pool.advanced, (n, level) => n * (1 - (first.chance[level] ?? 0)));
	const second = stageOf(left, w, entryChance(left, entries, targets.second));

	// Rows: the deviation of each group as a sum over what happens by chance in the first draw.
	const inFirst = counts.map((_n, group) => counts.map((_m, by) => first.response(group, by)));
	const regular = inFirst.slice(4).map((row) => deviation(row, first.variance));
	const advanced = left.map((_n, group) => {
		const fromFirst = counts.map((_m, by) => {
			const own = inFirst[group]?.[by] ?? 0;
			// One more selected in the first draw is one fewer to select in the second.
			const taken = left.reduce(
				(all, _k, other) =>
					all +
					second.response(group, other) * (second.chance[other] ?? 0) * (inFirst[other]?.[by] ?? 0),
				0,
			);
			return own - taken;
		});
		const fromSecond = left.map((_m, by) => second.response(group, by));
		const isAll = second.chance[group] === 1;
		return isAll
			? 0
			: Math.hypot(deviation(fromFirst, first.variance), deviation(fromSecond, second.variance));
	});
	return { regular: perLevel(regular), advanced: perLevel(advanced) };
}

/** One draw at the chance of an entry where it stops. */
function stageOf(counts: readonly number[], entries: (group: number) => number, u: number) {
	const chance = counts.map((_n, group) => ofEntries(u, entries(group)));
	const variance = counts.map((n, group) => n * (chance[group] ?? 0) * (1 - (chance[group] ?? 0)));
	const rate = counts.map((n, group) => n * entries(group) * (1 - (chance[group] ?? 0)));
	const all = rate.reduce((a, b) => a + b, 0);
	return {
		chance,
		variance,
		/** What one more person drawn by chance in group `by` changes in `group`, the target held. */
		response: (group: number, by: number) =>
			(group === by ? 1 : 0) - (all > 0 ? (rate[group] ?? 0) / all : 0),
	};
}

const deviation = (row: readonly number[], variance: readonly number[]): number =>
	Math.sqrt(row.reduce((all, x, i) => all + x * x * (variance[i] ?? 0), 0));

const perLevel = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): PerLevel => [a, b, c, d];
