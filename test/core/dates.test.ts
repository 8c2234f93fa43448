import { describe, expect, it } from "vitest";
import { addDays, dayInWashington, day, daysBetween, plainDate } from "../../src/core/dates.ts";

describe("a calendar day", () => {
	it.each([
		["2026-11-25", "2026-11-25"],
		["2024-02-29", "2024-02-29"],
		["2026-02-29", undefined],
		["2026-13-01", undefined],
		["2026-1-1", undefined],
		["2026-11-25T00:00", undefined],
		["soon", undefined],
		["", undefined],
	])("reads %s as %s", (text, expected) => {
		expect(plainDate(text)).toBe(expected);
	});

	it("throws for a day in the source that does not exist", () => {
		expect(() => day("2026-02-30")).toThrow(RangeError);
	});

	it("adds across a leap day", () => {
		expect(addDays(day("2024-02-28"), 2)).toBe("2024-03-01");
		expect(daysBetween(day("2024-02-28"), day("2024-03-01"))).toBe(2);
	});

	it("is Washington's day, not Greenwich's", () => {
		expect(dayInWashington(Date.parse("2026-03-05T04:30:00Z"))).toBe("2026-03-04");
		expect(dayInWashington(Date.parse("2026-07-05T04:30:00Z"))).toBe("2026-07-05");
	});
});
