import { type Chances, mapLevels, type PerLevel, type Pool, type Targets } from "./pool.ts";

/**
 * Chances if each draw took the highest wage level first, then the next, the marginal level at random.
 * A scenario: no such rule has ever been used for a selection.
 */
export function rankedChances(pool: Pool, targets: Targets): Chances {
	const everyone = mapLevels(pool.regular, (n, level) => n + (pool.advanced[level] ?? 0));
	const first = topDown(everyone, targets.first);
	const left = mapLevels(pool.advanced, (n, level) => n * (1 - (first[level] ?? 0)));
	const second = topDown(left, targets.second);
	return {
		regular: first,
		advanced: mapLevels(first, (p, level) => p + (1 - p) * (second[level] ?? 0)),
	};
}

/** The share of each level that a target reaches, from level IV down. */
function topDown(counts: PerLevel, target: number): PerLevel {
	const shares: [number, number, number, number] = [0, 0, 0, 0];
	let left = target;
	for (let level = 3; level >= 0; level--) {
		const n = counts[level] ?? 0;
		shares[level] = n > 0 ? Math.min(1, Math.max(0, left / n)) : left > 0 ? 1 : 0;
		left -= n;
	}
	return shares;
}
