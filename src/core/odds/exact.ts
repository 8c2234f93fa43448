import { type Chances, mapLevels, type PerLevel, type Pool, sum, type Targets } from "./pool.ts";

/** Which draw comes first: everyone since the FY 2020 season, the advanced-degree holders before. */
export type DrawOrder = "everyone-first" | "advanced-first";

/**
 * Exact chances of the two draws in a large pool.
 *
 * Drawing entries at random and skipping people already drawn is sampling without replacement with
 * probability proportional to entries, that is a race of exponential clocks with rate `w`: after time
 * `t` a person with `w` entries has been drawn with probability `1 - exp(-w t)`. Each draw runs until
 * its target is met (8 CFR 214.2(h)(8)(iii)(A)(5)-(6)). A target above the pool selects everyone, a
 * target of zero no one.
 */
export function exactChances(
	pool: Pool,
	targets: Targets,
	weights: PerLevel,
	order: DrawOrder = "everyone-first",
): Chances {
	if (order === "advanced-first") return advancedFirst(pool, targets, weights);
	const everyone = mapLevels(pool.regular, (n, level) => n + (pool.advanced[level] ?? 0));
	const t1 = raceTime(everyone, weights, targets.first);
	const left = mapLevels(pool.advanced, (n, level) => n * stay(weights, level, t1));
	const t2 = raceTime(left, weights, targets.second);
	return {
		regular: mapLevels(weights, (w) => drawn(w, t1)),
		advanced: mapLevels(weights, (w) => drawn(w, t1 + t2)),
	};
}

function advancedFirst(pool: Pool, targets: Targets, weights: PerLevel): Chances {
	const t1 = raceTime(pool.advanced, weights, targets.second);
	const left = mapLevels(
		pool.regular,
		(n, level) => n + (pool.advanced[level] ?? 0) * stay(weights, level, t1),
	);
	const t2 = raceTime(left, weights, targets.first);
	return {
		regular: mapLevels(weights, (w) => drawn(w, t2)),
		advanced: mapLevels(weights, (w) => drawn(w, t1 + t2)),
	};
}

const drawn = (weight: number, time: number): number =>
	time === Infinity ? 1 : -Math.expm1(-weight * time);
const stay = (weights: PerLevel, level: number, time: number): number =>
	time === Infinity ? 0 : Math.exp(-(weights[level] ?? 1) * time);

/**
 * The time at which a race among `counts` people with rates `weights` has drawn `target` of them.
 * Newton's method from below on an increasing concave function: it never overshoots.
 */
export function raceTime(counts: PerLevel, weights: PerLevel, target: number): number {
	if (target <= 0) return 0;
	const total = sum(counts);
	if (target >= total) return Infinity;
	let time = target / counts.reduce((all, n, level) => all + n * (weights[level] ?? 1), 0);
	for (let step = 0; step < 100; step++) {
		let missing = target;
		let slope = 0;
		for (let level = 0; level < 4; level++) {
			const n = counts[level] ?? 0;
			const w = weights[level] ?? 1;
			const remain = Math.exp(-w * time);
			missing += n * Math.expm1(-w * time);
			slope += n * w * remain;
		}
		const next = time + missing / slope;
		if (!(next > time)) break;
		time = next;
	}
	return time;
}
