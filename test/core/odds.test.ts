import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entryChance, exactChances } from "../../src/core/odds/exact.ts";
import { fitSeason } from "../../src/core/odds/fit.ts";
import {
	type Chances,
	type PerLevel,
	people,
	PLAIN,
	type Pool,
	type Targets,
	WEIGHTED,
} from "../../src/core/odds/pool.ts";
import { rankedChances } from "../../src/core/odds/ranked.ts";
import { vectors } from "../helpers/vectors.ts";
import { drawOf } from "../../src/core/odds/scenario.ts";

describe("the 40 published vectors", () => {
	it("are all there", () => expect(vectors).toHaveLength(40));

	it.each(vectors.map((vector, i) => [i + 1, vector] as const))(
		"vector %i agrees to 1e-12 in all three regimes",
		(_i, vector) => {
			const targets = { first: vector.pool.first, second: vector.pool.second };
			near(exactChances(vector.pool, targets, WEIGHTED), vector.weighted);
			near(rankedChances(vector.pool, targets), vector.wageRanked);
			const plain = exactChances(vector.pool, targets, PLAIN);
			for (const chance of plain.regular)
				expect(chance).toBeCloseTo(vector.plainLottery.regular, 12);
			for (const chance of plain.advanced)
				expect(chance).toBeCloseTo(vector.plainLottery.advanced, 12);
		},
	);
});

function near(found: Chances, expected: Chances): void {
	for (const group of ["regular", "advanced"] as const) {
		found[group].forEach((chance, level) =>
			expect(chance).toBeCloseTo(expected[group][level] as number, 12),
		);
	}
}

const level = fc.integer({ min: 0, max: 120_000 });
const perLevel = fc.tuple(level, level, level, level);
const pools: fc.Arbitrary<Pool> = fc.record({ regular: perLevel, advanced: perLevel });
const targets: fc.Arbitrary<Targets> = fc.record({
	first: fc.integer({ min: 0, max: 400_000 }),
	second: fc.integer({ min: 0, max: 200_000 }),
});
const orders = fc.constantFrom("everyone-first" as const, "advanced-first" as const);

describe("for any pool and targets", () => {
	it("a chance is a probability, rises with the level, and the exemption never lowers it", () => {
		fc.assert(
			fc.property(pools, targets, orders, (pool, goal, order) => {
				const { regular, advanced } = exactChances(pool, goal, WEIGHTED, order);
				for (let i = 0; i < 4; i++) {
					for (const p of [regular[i], advanced[i]] as number[]) {
						expect(p).toBeGreaterThanOrEqual(0);
						expect(p).toBeLessThanOrEqual(1);
					}
					expect(advanced[i]).toBeGreaterThanOrEqual(regular[i] as number);
					if (i > 0) {
						expect(regular[i]).toBeGreaterThanOrEqual(regular[i - 1] as number);
						expect(advanced[i]).toBeGreaterThanOrEqual(advanced[i - 1] as number);
					}
				}
			}),
		);
	});

	it("the expected number selected equals the targets, or everyone there is", () => {
		fc.assert(
			fc.property(pools, targets, (pool, goal) => {
				const { regular, advanced } = exactChances(pool, goal, WEIGHTED);
				const expected = [0, 1, 2, 3].reduce(
					(all, i) =>
						all +
						(pool.regular[i] ?? 0) * (regular[i] ?? 0) +
						(pool.advanced[i] ?? 0) * (advanced[i] ?? 0),
					0,
				);
				const firstTaken = Math.min(goal.first, people(pool));
				const oneDraw = exactChances(pool, { first: goal.first, second: 0 }, WEIGHTED);
				const advancedLeft = [0, 1, 2, 3].reduce(
					(all, i) => all + (pool.advanced[i] ?? 0) * (1 - (oneDraw.advanced[i] ?? 0)),
					0,
				);
				const should = firstTaken + Math.min(goal.second, advancedLeft);
				expect(Math.abs(expected - should)).toBeLessThanOrEqual(1e-9 * Math.max(1, should));
			}),
		);
	});

	it("equal weights of any size give the plain lottery", () => {
		fc.assert(
			fc.property(pools, targets, fc.integer({ min: 1, max: 9 }), (pool, goal, w) => {
				near(exactChances(pool, goal, [w, w, w, w]), exactChances(pool, goal, PLAIN));
			}),
		);
	});

	it("highest wage first never prefers a lower level and fills its targets", () => {
		fc.assert(
			fc.property(pools, targets, (pool, goal) => {
				const { regular, advanced } = rankedChances(pool, goal);
				for (let i = 1; i < 4; i++) {
					expect(regular[i]).toBeGreaterThanOrEqual(regular[i - 1] as number);
					expect(advanced[i]).toBeGreaterThanOrEqual(advanced[i - 1] as number);
				}
			}),
		);
	});
});

describe("the edges", () => {
	const pool: Pool = { regular: [100, 100, 100, 100], advanced: [100, 100, 100, 100] };
	it("a target above the pool selects everyone", () => {
		expect(exactChances(pool, { first: 801, second: 0 }, WEIGHTED).regular).toEqual([1, 1, 1, 1]);
	});
	it("a target of zero selects no one", () => {
		expect(exactChances(pool, { first: 0, second: 0 }, WEIGHTED).regular).toEqual([0, 0, 0, 0]);
	});
	it("nobody in the pool is nobody's problem", () => {
		expect(entryChance([0, 0, 0, 0], WEIGHTED, 5)).toBe(1);
	});
	it("one person short of everyone still converges", () => {
		const chances = exactChances(pool, { first: 799, second: 0 }, WEIGHTED);
		expect(chances.regular.reduce((all, p) => all + 200 * p, 0)).toBeCloseTo(799, 6);
	});
});

describe("the fit of a season", () => {
	const season = {
		people: 209_000,
		selected: 111_830,
		mastersOfPool: 0.661,
		mastersOfSelected: 0.715,
		levelsOfSelected: [0.177, 0.36, 0.25465, 0.20835] as PerLevel,
	};
	const central = { ...season, levelShift: 0, levelThreeSplit: 0.55 };
	const fit = drawOf({ ...fitSeason(season, WEIGHTED), central }, central);
	const chances = exactChances(fit.pool, fit.targets, WEIGHTED);

	it("gives back the shares it was made from", () => {
		const at = (i: number) =>
			(fit.pool.regular[i] ?? 0) * (chances.regular[i] ?? 0) +
			(fit.pool.advanced[i] ?? 0) * (chances.advanced[i] ?? 0);
		[0, 1, 2, 3].forEach((i) =>
			expect(at(i) / season.selected).toBeCloseTo(season.levelsOfSelected[i] as number, 9),
		);
		const masters = fit.pool.advanced.reduce(
			(all, n, i) => all + n * (chances.advanced[i] ?? 0),
			0,
		);
		expect(masters / season.selected).toBeCloseTo(0.715, 9);
	});

	it("puts level II with a US master's near 0.58", () =>
		expect(chances.advanced[1]).toBeCloseTo(0.582, 3));

	it("refuses a season that selects more people than there are", () => {
		expect(() => fitSeason({ ...season, selected: 300_000 }, WEIGHTED)).toThrow(RangeError);
	});
});
