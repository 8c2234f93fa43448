import { describe, expect, it } from "vitest";
import { takeDays } from "../../src/core/claims/days.ts";
import { judgeClaim } from "../../src/core/claims/judge.ts";
import { bearsOut, takeNumbers } from "../../src/core/claims/numbers.ts";
import { indexClaims } from "../../src/core/claims/phrases.ts";
import { readText } from "../../src/core/claims/read.ts";
import { addDays, day, type PlainDate } from "../../src/core/dates.ts";
import type { Fact, FactOutlook, FactValue } from "../../src/core/facts/fact.ts";
import { knownFrom } from "../../src/core/facts/lookup.ts";
import { foldWith } from "../../src/core/words.ts";
import { facts, TODAY } from "../helpers/desk.ts";

const index = indexClaims(facts);
const judge = (claim: string, date: PlainDate = TODAY) => judgeClaim(claim, facts, index, date);

describe("numbers in a claim", () => {
	it.each([
		["the fee is $103,265", 103_265, "USD", null],
		["a 100k payment", 100_000, null, null],
		["more than 200,000 petitions", 200_000, null, "over"],
		["around 60 percent of approvals", 0.6, "share", null],
		["61.16% for level IV", 0.6116, "share", null],
		["a 60-day period", 60, "days", null],
		["six years in all", 6, "years", null],
		["up to two weeks", 14, "days", "under"],
		["entered four times", 4, "times", null],
	])("%s", (text, value, unit, bound) => {
		expect(takeNumbers(text).numbers).toMatchObject([{ value, unit, bound }]);
	});

	it.each([
		["about 60 percent", 0.65, true],
		["60 percent", 0.65, false],
		["more than 200,000", 700, false],
		["more than 600", 700, true],
		["fewer than 1,000", 700, true],
	])("%s and %d: borne out %s", (text, held, fits) => {
		const [said] = takeNumbers(text).numbers;
		expect(said && bearsOut(said, held)).toBe(fits);
	});
});

it.each([
	["on September 21, 2026", ["2026-09-21"]],
	["on 21 Sept 2026", ["2026-09-21"]],
	["on 2026-09-21", ["2026-09-21"]],
	["in July 2026", ["2026-07"]],
	["on October 1", ["-10-01"]],
	["in 2026", ["2026"]],
	["worth $2026", []],
])("days in a claim: %s", (text, days) => {
	expect(takeDays(text).days).toEqual(days);
});

it.each([
	["not", "the payment is not due", true],
	["never", "it was never annual", true],
	["no negation", "the payment is due", false],
	["not only", "it is not only for computing jobs", false],
])("sees a negation: %s", (_name, text, negated) => {
	expect(readText(text, foldWith([])).negated).toBe(negated);
});

/** The day on which an entry is the state: today (counts stay true), or the last day before the next one. */
function dayOf(fact: Fact, entry: FactValue | FactOutlook): PlainDate {
	if (fact.kind !== "rule") return TODAY;
	const next = fact.values[fact.values.indexOf(entry as FactValue) + 1];
	const last =
		next && fact.values.includes(entry as FactValue) ? addDays(knownFrom(next), -1) : TODAY;
	return last > TODAY ? TODAY : last;
}

describe("what a fact lists for claims", () => {
	// Each claim is judged once: all of the newest entries, and of older ones every fourth line.
	const judged = facts.all.flatMap((fact) =>
		[...fact.values, ...fact.outlook].flatMap((entry) =>
			[
				...entry.holds.map((claim) => ({ claim, isTrue: true })),
				...entry.denies.map((claim) => ({ claim, isTrue: false })),
			]
				.filter((_, at) => entry === fact.values.at(-1) || at % 4 === 0)
				.map((item) => {
					const on = dayOf(fact, entry);
					return { ...item, fact, entry, on, verdict: judge(item.claim, on).verdict };
				}),
		),
	);
	type Judged = (typeof judged)[number];
	const line = ({ fact, claim, on, verdict }: Judged) =>
		`${fact.id} on ${on}: ${claim}: ${verdict}`;

	it("is never supported when the fact denies it", () => {
		const wrong = judged.filter(({ isTrue, verdict }) => !isTrue && verdict === "supported");
		expect(wrong.map(line)).toEqual([]);
	});

	it("is supported when it holds, and contradicted when it is denied", () => {
		const off = judged
			.filter(({ fact, entry }) => !fact.outlook.includes(entry as FactOutlook))
			.filter(({ isTrue, verdict }) =>
				isTrue ? verdict !== "supported" : !["contradicted", "outdated"].includes(verdict),
			);
		expect(off.map(line)).toEqual([]);
	});
});

describe("a claim through time", () => {
	it.each([
		["the H-1B lottery is purely random", "2025-06-01", "supported"],
		["the H-1B lottery is purely random", "2026-11-25", "outdated"],
		["H-1B registration costs $10", "2024-03-01", "supported"],
		["H-1B registration costs $10", "2026-11-25", "outdated"],
		["H-1B registration costs $215", "2026-11-25", "supported"],
		["H-1B registration costs $300", "2026-11-25", "contradicted"],
		["the $100,000 payment is blocked by court", "2026-06-20", "contradicted"],
		["the $100,000 payment is blocked by court", "2026-08-01", "supported"],
		["DHS finalized a $103,265 fee on every H-1B petition", "2026-11-25", "contradicted"],
		["DHS proposed a $103,265 fee for cap-subject petitions", "2026-11-25", "supported"],
		[
			"On November 3, 2026 the DC Circuit struck down the $100,000 payment",
			"2026-11-25",
			"unknown",
		],
		["Jeff Bezos called for ending H-1B in 2025", "2026-11-25", "unknown"],
		["zorgon blimp frimble", "2026-11-25", "unknown"],
	])("%s, on %s: %s", (claim, on, verdict) => {
		const got = judge(claim, day(on)).verdict;
		// Contradicted is a fair word for what another rule once made true, and the other way round.
		const same = verdict === "contradicted" && got === "outdated" ? verdict : got;
		expect(same).toBe(verdict);
	});
});
