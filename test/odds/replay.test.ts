import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactChances } from "../../src/core/odds/exact.ts";
import {
	mapLevels,
	type PerLevel,
	PLAIN,
	type Pool,
	people,
	sum,
	type Targets,
	WEIGHTED,
} from "../../src/core/odds/pool.ts";
import { type Replay, replaySeason, selectedIn, wholePool } from "../../src/core/odds/replay.ts";
import { modelSeason } from "../../src/core/odds/season.ts";
import { spreadOf } from "../../src/core/odds/spread.ts";
import { replayInWorker } from "../../src/workers/replay.ts";
import { facts, TODAY } from "../helpers/desk.ts";

const GROUPS = ["regular", "advanced"] as const;
const seasonPool = () => {
	const season = modelSeason(facts, 2028, TODAY);
	if (season?.kind !== "two-draw") throw new TypeError("FY 2028 has two draws");
	return wholePool(season.pool, season.targets);
};

/** How far the mean of some draws lies from the closed form, in standard errors, by group and level. */
function errorsOf(draws: readonly Replay[], pool: Pool, targets: Targets, entries: PerLevel) {
	const chances = exactChances(pool, targets, entries);
	const spread = spreadOf(pool, targets, entries);
	return GROUPS.flatMap((group) =>
		[0, 1, 2, 3].map((level) => {
			const mean = draws.reduce((all, drawn) => all + (drawn[group][level] ?? 0), 0) / draws.length;
			const expected = (pool[group][level] ?? 0) * (chances[group][level] ?? 0);
			const error = (spread[group][level] ?? 0) / Math.sqrt(draws.length);
			return Math.abs(mean - expected) < 1e-6 ? 0 : (mean - expected) / error;
		}),
	);
}

const draws = (count: number, pool: Pool, targets: Targets, entries: PerLevel) =>
	Array.from({ length: count }, (_, seed) => replaySeason(pool, targets, entries, seed));

describe("a season drawn person by person", () => {
	it("is the same for the same seed, on every machine", () => {
		const { pool, targets } = seasonPool();
		expect(replaySeason(pool, targets, WEIGHTED, 7)).toEqual({
			regular: [5335, 11321, 8345, 6956],
			advanced: [14543, 28954, 20022, 16354],
		});
		expect(replaySeason(pool, targets, WEIGHTED, 8)).not.toEqual(
			replaySeason(pool, targets, WEIGHTED, 7),
		);
	});

	it("is the same on a thread of its own", async () => {
		const { pool, targets } = seasonPool();
		const job = { pool, targets, entries: WEIGHTED, seed: 4_294_967_295 };
		expect(await replayInWorker(job)).toEqual(replaySeason(pool, targets, WEIGHTED, job.seed));
	});

	const level = fc.integer({ min: 0, max: 300 });
	const perLevel = fc.tuple(level, level, level, level);
	it("selects no more than there are, and exactly the targets", () => {
		fc.assert(
			fc.property(
				fc.record({ regular: perLevel, advanced: perLevel }),
				fc.record({
					first: fc.integer({ min: 0, max: 2000 }),
					second: fc.integer({ min: 0, max: 900 }),
				}),
				fc.constantFrom(PLAIN, WEIGHTED),
				fc.integer({ min: 0, max: 2 ** 32 - 1 }),
				(pool, targets, entries, seed) => {
					const drawn = replaySeason(pool, targets, entries, seed);
					for (const group of GROUPS)
						drawn[group].forEach((n, i) => {
							expect(n).toBeGreaterThanOrEqual(0);
							expect(n).toBeLessThanOrEqual(pool[group][i] ?? 0);
						});
					const one = replaySeason(pool, { ...targets, second: 0 }, entries, seed);
					expect(selectedIn(one)).toBe(Math.min(targets.first, people(pool)));
					const left = sum(pool.advanced) - sum(one.advanced);
					expect(selectedIn(drawn)).toBe(selectedIn(one) + Math.min(targets.second, left));
				},
			),
		);
	});
});

interface Vector {
	pool: { regular: PerLevel; advanced: PerLevel; first: number; second: number };
}
const { vectors } = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf8")) as {
	vectors: Vector[];
};

describe("the closed form", () => {
	// A tenth of each pool: the draws are quick, and what a pool of this size differs from a large one is
	// far below the error of 50 draws.
	it.each(vectors.map((vector, i) => [i + 1, vector.pool] as const))(
		"lies within 4 standard errors of 50 draws of vector %i",
		(_i, { regular, advanced, first, second }) => {
			const tenth = (n: number) => n / 10;
			const { pool, targets } = wholePool(
				{ regular: mapLevels(regular, tenth), advanced: mapLevels(advanced, tenth) },
				{ first: tenth(first), second: tenth(second) },
			);
			for (const error of errorsOf(draws(50, pool, targets, WEIGHTED), pool, targets, WEIGHTED))
				expect(Math.abs(error)).toBeLessThanOrEqual(4);
		},
	);

	it("lies within 4 standard errors of 50 draws of a whole season, and the errors are the right size", () => {
		const { pool, targets } = seasonPool();
		const seasons = draws(50, pool, targets, WEIGHTED);
		for (const error of errorsOf(seasons, pool, targets, WEIGHTED))
			expect(Math.abs(error)).toBeLessThanOrEqual(4);
		const single = seasons.flatMap((drawn) => errorsOf([drawn], pool, targets, WEIGHTED));
		const variance = single.reduce((all, z) => all + z * z, 0) / single.length;
		expect(variance).toBeGreaterThan(0.8);
		expect(variance).toBeLessThan(1.25);
	});

	it("is the plain lottery when every level is entered equally often", () => {
		const { pool, targets } = seasonPool();
		for (const error of errorsOf(draws(20, pool, targets, PLAIN), pool, targets, PLAIN))
			expect(Math.abs(error)).toBeLessThanOrEqual(4);
	});
});
