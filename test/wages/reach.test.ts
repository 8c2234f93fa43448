import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Pay, reach } from "../../src/core/wages/reach.ts";
import type { WageRow } from "../../src/core/wages/wages.ts";

const row = (over: Partial<WageRow> = {}): WageRow => ({
	per: "hour",
	// Software developers in Washington, DC, 2026-27.
	levels: [4908, 6128, 7348, 8568],
	average: null,
	label: null,
	geoLevel: 1,
	...over,
});
const YEARLY = row({ per: "year", levels: [85_050_00, 116_200_00, 147_350_00, 178_500_00] });
const year = (dollars: number): Pay => ({ per: "year", cents: Math.round(dollars * 100) });
const hour = (dollars: number): Pay => ({ per: "hour", cents: Math.round(dollars * 100) });

describe("the level reached", () => {
	const cases: [string, Pay, WageRow, number, boolean, number | null][] = [
		["a cent an hour under level I", hour(49.07), row(), 0, true, null],
		["level I by the hour", hour(49.08), row(), 0, false, null],
		["a cent an hour under level II", hour(61.27), row(), 0, false, null],
		["level II by the hour", hour(61.28), row(), 1, false, null],
		["a cent an hour over level II", hour(61.29), row(), 1, false, null],
		["a cent an hour under level IV", hour(85.67), row(), 2, false, null],
		["level IV by the hour", hour(85.68), row(), 3, false, null],
		["level II by the year, exactly", year(127_462.4), row(), 1, false, null],
		["a cent a year under level II", year(127_462.39), row(), 0, false, 1],
		["a cent a year over level II", year(127_462.41), row(), 1, false, 1],
		["level II as the search shows it, rounded down", year(127_462), row(), 0, false, 1],
		["a dollar more", year(127_463), row(), 1, false, 1],
		["the offer by the hour rounds up to level II", year(127_452), row(), 0, false, 1],
		["eleven dollars under level II", year(127_451), row(), 0, false, null],
		["three dollars over level II", year(127_465.41), row(), 1, false, null],
		["far under level I", year(30_000), row(), 0, true, null],
		["far over level IV", year(900_000), row(), 3, false, null],
		["a yearly table, exactly", year(116_200), YEARLY, 1, false, null],
		["a yearly table, a cent under", year(116_199.99), YEARLY, 0, false, null],
		["a yearly table, a cent over", year(116_200.01), YEARLY, 1, false, null],
		["a yearly table and pay by the hour", hour(55.87), YEARLY, 1, false, null],
		["a yearly table and an hour that rounding decides", hour(40.89), YEARLY, 0, false, 0],
		["four equal wages", hour(20), row({ levels: [2000, 2000, 2000, 2000] }), 3, false, null],
	];
	it.each(cases)("%s", (_name, pay, of, level, belowLevelOne, onTheLine) => {
		expect(reach(pay, of)).toMatchObject({ level, belowLevelOne, onTheLine });
	});

	it("says what is missing to the next level", () => {
		expect(reach(year(140_000), row())).toMatchObject({ toNext: 152_838_40 - 140_000_00 });
		expect(reach(year(90_000), row())).toMatchObject({ toNext: 102_086_40 - 90_000_00 });
		expect(reach(year(200_000), row())).toMatchObject({ toNext: null });
	});

	it("is not told where no levels are published", () => {
		expect(reach(year(200_000), row({ levels: null, label: "High Wage" }))).toBeNull();
	});

	it("never falls when the pay rises, and is the same by hour and by year", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 40_000 }), fc.nat(2_000), (cents, more) => {
				const at = (pay: Pay) => reach(pay, row());
				const level = at({ per: "hour", cents })?.level as number;
				expect(at({ per: "hour", cents: cents + more })?.level).toBeGreaterThanOrEqual(level);
				expect(at({ per: "year", cents: cents * 2080 })?.level).toBe(level);
			}),
		);
	});
});
