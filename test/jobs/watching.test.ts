import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../src/core/dates.ts";
import type { Facts } from "../../src/core/facts/lookup.ts";
import { changesBetween } from "../../src/core/watching/changes.ts";
import { isDue, isQuiet, nextDigest } from "../../src/core/watching/due.ts";
import { takeSnapshot } from "../../src/core/watching/snapshot.ts";
import { facts as realFacts } from "../helpers/desk.ts";
import { smallFact, smallFacts } from "../helpers/small-facts.ts";

const at = (text: string): number => Date.parse(text);
const iso = (ms: number): string => new Date(ms).toISOString().replace(".000Z", "Z");
const daily = { when: "daily" as const, hour: 9, quiet: null, timeZone: "America/New_York" };

describe("the next digest", () => {
	it.each([
		// New York in winter is UTC-5, in summer UTC-4.
		["before the hour", {}, "2026-11-25T13:59:00Z", "2026-11-25T14:00:00Z"],
		["at the hour: the next day's", {}, "2026-11-25T14:00:00Z", "2026-11-26T14:00:00Z"],
		["after the hour", {}, "2026-11-25T20:00:00Z", "2026-11-26T14:00:00Z"],
		["over the change to summer time", {}, "2027-03-13T15:00:00Z", "2027-03-14T13:00:00Z"],
		["over the change to winter time", {}, "2026-10-31T15:00:00Z", "2026-11-01T14:00:00Z"],
		[
			"in the skipped hour: when clocks moved on",
			{ hour: 2 },
			"2027-03-13T12:00:00Z",
			"2027-03-14T07:00:00Z",
		],
		[
			"in the repeated hour: the first of the two",
			{ hour: 1 },
			"2026-10-31T12:00:00Z",
			"2026-11-01T05:00:00Z",
		],
		[
			"not twice on the day of the repeated hour",
			{ hour: 1 },
			"2026-11-01T05:00:00Z",
			"2026-11-02T06:00:00Z",
		],
		[
			"in a zone of half hours",
			{ timeZone: "Asia/Kolkata" },
			"2026-11-25T04:00:00Z",
			"2026-11-26T03:30:00Z",
		],
		[
			"where a whole day was skipped",
			{ timeZone: "Pacific/Apia" },
			"2011-12-29T23:00:00Z",
			"2011-12-30T19:00:00Z",
		],
	])("%s", (_, over, after, expected) => {
		expect(iso(nextDigest({ ...daily, ...over }, at(after)))).toBe(expected);
	});

	it("comes within 26 hours, at its hour, and later than asked", () => {
		const zones = [
			"America/New_York",
			"Europe/Berlin",
			"Asia/Kolkata",
			"Australia/Lord_Howe",
			"UTC",
		];
		fc.assert(
			fc.property(
				fc.constantFrom(...zones),
				fc.integer({ min: 0, max: 23 }),
				fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2028-01-01T00:00:00Z") }),
				(timeZone, hour, after) => {
					const next = nextDigest({ ...daily, timeZone, hour }, after);
					expect(next).toBeGreaterThan(after);
					expect(next - after).toBeLessThanOrEqual(26 * 3_600_000);
				},
			),
		);
	});
});

describe("due", () => {
	const found = at("2026-11-25T20:00:00Z");
	it.each([
		["daily: not before the hour", { ...daily }, "2026-11-26T13:59:59Z", false],
		["daily: at the hour", { ...daily }, "2026-11-26T14:00:00Z", true],
		[
			"daily: late, where the desk was down at the hour",
			{ ...daily },
			"2026-11-27T03:00:00Z",
			true,
		],
		["at once", { ...daily, when: "at-once" as const }, "2026-11-25T20:00:00Z", true],
		[
			"at once, in quiet hours (22 to 7 in New York)",
			{ ...daily, when: "at-once" as const, quiet: { from: 22, to: 7 } },
			"2026-11-26T03:00:00Z",
			false,
		],
		[
			"at once, when quiet hours are over",
			{ ...daily, when: "at-once" as const, quiet: { from: 22, to: 7 } },
			"2026-11-26T12:00:00Z",
			true,
		],
		[
			"a late digest waits for the end of quiet hours too",
			{ ...daily, quiet: { from: 22, to: 7 } },
			"2026-11-27T04:00:00Z",
			false,
		],
	])("%s", (_, times, now, expected) => {
		expect(isDue(times, found, at(now))).toBe(expected);
	});

	it.each([
		[{ from: 22, to: 7 }, [22, 23, 0, 6], [7, 12, 21]],
		[{ from: 1, to: 5 }, [1, 4], [0, 5, 23]],
		[{ from: 0, to: 23 }, [0, 22], [23]],
	])("quiet hours %o", (quiet, silent, loud) => {
		for (const hour of silent) expect(isQuiet(quiet, hour), String(hour)).toBe(true);
		for (const hour of loud) expect(isQuiet(quiet, hour), String(hour)).toBe(false);
	});
});

describe("a change of facts", () => {
	const TODAY = day("2026-11-25");
	const entry = {
		from: "2024-04-01",
		value: 215,
		statement: "The registration fee is $215 for each.",
	};
	const one = (...values: Parameters<typeof smallFact>[1]) =>
		smallFacts("x", [smallFact("uscis/fee", values)]);
	const none = smallFacts("x", []);
	const outlook = [{ from: "2026-08-25", statement: "A fee of $300 is proposed for each." }];
	const withOutlook = smallFacts("x", [smallFact("uscis/fee", [entry], { outlook })]);
	const changes = (before: Facts, after: Facts, today = TODAY) =>
		changesBetween(takeSnapshot(before, today), takeSnapshot(after, today), {
			since: TODAY,
			found: 0,
		});

	it.each([
		["a new entry", one(entry), one(entry, { ...entry, from: "2026-11-01", value: 250 })],
		["another status", one(entry), one({ ...entry, status: "blocked" })],
		["another value", one(entry), one({ ...entry, value: 216 })],
		["another figure", one({ ...entry, figures: { I: 1 } }), one({ ...entry, figures: { I: 2 } })],
		[
			"other words",
			one(entry),
			one({ ...entry, statement: "The registration fee is $215 a person." }),
		],
		["a removed fact", one(entry), none],
		["a new fact with a new state", none, one({ ...entry, from: "2026-11-01" })],
		["a proposal", one(entry), withOutlook],
		["a proposal taken back", withOutlook, one(entry)],
		[
			"an entry that expires",
			one({ ...entry, until: day("2026-11-24") }),
			one({ ...entry, until: day("2026-11-25") }),
		],
	])("is %s", (_, before, after) => {
		expect(changes(before, after)).toHaveLength(1);
	});

	it.each([
		["nothing", one(entry), one(entry)],
		["a new confirmation", one(entry), one({ ...entry, confirmed: day("2026-11-20") })],
		[
			"another source",
			one(entry),
			one({ ...entry, sources: [{ label: "Other", url: "https://www.dhs.gov" }] }),
		],
		[
			"punctuation and case",
			one(entry),
			one({ ...entry, statement: "The registration fee is $215, for each" }),
		],
		["a new fact of long ago", none, one(entry)],
		[
			"a value to come that nobody published",
			one(entry),
			one(entry, { ...entry, from: "2027-01-01", value: 9 }),
		],
		["an older entry put in", one(entry), one({ ...entry, from: "2020-01-01", value: 10 }, entry)],
		["claims for /check", one(entry), one({ ...entry, holds: ["registration costs money"] })],
	])("is not %s", (_, before, after) => {
		expect(changes(before, after)).toEqual([]);
	});

	it("is found in the real facts when one is changed, and only there", () => {
		const all = realFacts.all.map((fact) =>
			fact.id === "uscis/registration-fee"
				? {
						...fact,
						values: fact.values.map((v, i) =>
							i === fact.values.length - 1 ? { ...v, status: "blocked" as const } : v,
						),
					}
				: fact,
		);
		const after = smallFacts("y", all);
		expect(changes(realFacts, after).map(({ fact }) => fact)).toEqual(["uscis/registration-fee"]);
		expect(changes(realFacts, realFacts)).toEqual([]);
	});
});
