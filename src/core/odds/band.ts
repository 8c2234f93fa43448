import { exactChances } from "./exact.ts";
import type { Chances } from "./pool.ts";
import { seedState, triangular } from "./random.ts";
import { drawOf } from "./scenario.ts";
import type { TwoDrawSeason } from "./season.ts";

/** Tries of the unknown inputs behind a band. */
export const SAMPLES = 2000;

/** A 10 to 90 percent interval. */
export interface Band {
	low: number;
	high: number;
}

/**
 * The exact chances in `SAMPLES` seasons whose unknown inputs are drawn from a seed, each between its low
 * and high value and most often near the central one. One season when nothing is unknown.
 * The same seed draws the same: two seasons can be put side by side, try by try.
 */
export function trySeasons(season: TwoDrawSeason, seed: number): Chances[] {
	const { scenario, ranges, weights } = season;
	if (!scenario || ranges.length === 0) return [exactChances(season.pool, season.targets, weights)];
	const state = seedState(seed);
	const inputs = { ...scenario.central };
	return Array.from({ length: SAMPLES }, () => {
		for (const { input, low, central, high } of ranges)
			inputs[input] = triangular(state, low, central, high);
		const { pool, targets } = drawOf(scenario, inputs);
		return exactChances(pool, targets, weights);
	});
}

/** The 10th and 90th percentile of some values, by nearest rank. */
export function bandOf(values: Iterable<number>): Band {
	const sorted = Float64Array.from(values).sort();
	const at = (share: number) =>
		sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
	return { low: at(0.1), high: at(0.9) };
}
