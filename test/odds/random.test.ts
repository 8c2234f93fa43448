import { describe, expect, it } from "vitest";
import {
	nextWord,
	type RandomState,
	seedState,
	splitMix64,
	triangular,
} from "../../src/core/odds/random.ts";

describe("the random words", () => {
	it("are those of the authors' xoshiro128** 1.1 from state 1, 2, 3, 4", () => {
		const state: RandomState = [1, 2, 3, 4];
		expect(Array.from({ length: 10 }, () => nextWord(state))).toEqual([
			11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
			4258142804,
		]);
	});
	it("are seeded by SplitMix64 with its published words", () => {
		const word = splitMix64(1234567n);
		expect([word(), word(), word()]).toEqual([
			6457827717110365317n,
			3203168211198807973n,
			9817491932198370423n,
		]);
	});
	it("differ from one seed to the next", () => {
		const firsts = Array.from({ length: 1000 }, (_, seed) => nextWord(seedState(seed)));
		expect(new Set(firsts).size).toBe(1000);
	});
});

describe("triangular draws", () => {
	it.each([
		[0, 0, 1],
		[0, 1, 1],
		[170, 209, 280],
		[5, 5, 5],
	])("between %i, %i and %i keep to the bounds and have the right mean", (low, mode, high) => {
		const state = seedState(3);
		const drawn = Array.from({ length: 20_000 }, () => triangular(state, low, mode, high));
		expect(Math.min(...drawn)).toBeGreaterThanOrEqual(low);
		expect(Math.max(...drawn)).toBeLessThanOrEqual(high);
		const mean = drawn.reduce((all, x) => all + x, 0) / drawn.length;
		expect(Math.abs(mean - (low + mode + high) / 3)).toBeLessThanOrEqual((high - low) * 0.01);
	});
});
