import { describe, expect, it } from "vitest";
import { answer } from "../../src/core/answer.ts";
import { day } from "../../src/core/dates.ts";
import { FactNotFoundError } from "../../src/core/facts/errors.ts";
import { type Fact, factSchema } from "../../src/core/facts/fact.ts";
import { createFacts, type FactView } from "../../src/core/facts/lookup.ts";

const source = (published?: string) => [
	{ label: "91 FR 1059", url: "https://www.govinfo.gov/x", ...(published && { published }) },
];
const words = "One plain sentence that stands alone.";

function fact(id: string, data: object): Fact {
	return {
		...factSchema.parse({
			title: "Some fact",
			topic: "fees",
			kind: "rule",
			unit: "USD",
			reviewBy: "2026-11-06",
			...data,
		}),
		id,
	};
}

const premium = fact("uscis/premium", {
	values: [
		{
			from: "2024-02-26",
			value: 2805,
			status: "in-effect",
			statement: words,
			confidence: "primary",
			sources: source(),
		},
		{
			from: "2026-03-01",
			value: 2965,
			status: "in-effect",
			statement: words,
			confidence: "primary",
			confirmed: "2026-10-07",
			sources: source("2026-01-12"),
		},
	],
});
const late = fact("uscis/count", {
	kind: "count",
	values: [
		{
			from: "2026-03-31",
			value: 211600,
			statement: words,
			confidence: "two-secondary",
			sources: source("2026-05-21"),
		},
	],
});
const proposed = fact("dhs/proposed", {
	values: [],
	outlook: [
		{
			from: "2026-08-25",
			value: 103265,
			status: "proposed",
			statement: words,
			confidence: "two-secondary",
			confirmed: "2026-10-01",
			sources: source("2026-08-25"),
		},
	],
});
const ends = fact("states/freeze", {
	values: [
		{
			from: null,
			until: "2027-01-05",
			status: "in-effect",
			statement: words,
			confidence: "primary",
			confirmed: "2026-09-01",
			sources: source(),
		},
	],
});
const facts = createFacts([premium, late, proposed, ends], [], {
	horizon: day("2026-10-08"),
	version: "t",
});
const view = (id: string, date: string): FactView => {
	const found = facts.stateOn(id, day(date));
	if (!found.known) throw new Error("not known");
	return found;
};

describe("facts.on", () => {
	it.each([
		["the day before the first value", "uscis/premium", "2024-02-25", undefined],
		["the first day", "uscis/premium", "2024-02-26", 2805],
		["the day before a change", "uscis/premium", "2026-02-28", 2805],
		["the day of a change", "uscis/premium", "2026-03-01", 2965],
		["a count before it was published", "uscis/count", "2026-05-20", undefined],
		["a count from its publication on", "uscis/count", "2026-05-21", 211600],
		["a thing that was only proposed", "dhs/proposed", "2026-11-01", undefined],
	])("answers for %s", (_name, id, date, value) => {
		const found = facts.on(id, day(date));
		expect(found.known ? found.entry.value : undefined).toBe(value);
	});

	it("says from when the record reaches", () => {
		expect(facts.on("uscis/premium", day("2020-01-01"))).toMatchObject({
			known: false,
			firstKnown: "2024-02-26",
		});
	});

	it("names a value that applied but was learned later", () => {
		expect(facts.on("uscis/count", day("2026-04-15"))).toMatchObject({
			known: false,
			learnedLater: { value: 211600 },
		});
	});

	it("shows an adopted value as scheduled only once it was published", () => {
		expect(view("uscis/premium", "2026-01-11").scheduled).toBeNull();
		expect(view("uscis/premium", "2026-01-12").scheduled?.value).toBe(2965);
	});

	it("marks history as superseded, and a state past its review as stale", () => {
		expect(view("uscis/premium", "2025-01-01").superseded).toBe(true);
		expect(view("uscis/premium", "2026-11-06").stale).toBe(false);
		expect(view("uscis/premium", "2026-11-07").stale).toBe(true);
	});

	it("derives expiry from the last day of a value", () => {
		expect(view("states/freeze", "2027-01-05").status).toBe("in-effect");
		expect(view("states/freeze", "2027-01-06").status).toBe("expired");
	});

	it("vouches for long-standing rules only from the start of the record", () => {
		expect(facts.on("states/freeze", day("2023-12-31")).known).toBe(false);
		expect(facts.on("states/freeze", day("2024-01-01")).known).toBe(true);
	});

	it("throws our own mistake with the id", () => {
		expect(() => facts.on("no/such", day("2026-01-01"))).toThrow(FactNotFoundError);
	});
});

describe("an answer folds", () => {
	it("the least settled status of what it rests on, not of what it mentions", () => {
		const card = answer({
			title: "t",
			lead: "l",
			from: [view("uscis/premium", "2026-04-01")],
			mentions: [view("dhs/proposed", "2026-10-01")],
		});
		expect(card.status).toBe("in-effect");
		expect(card.facts).toEqual(["uscis/premium", "dhs/proposed"]);
	});

	it("the oldest confirmation of a current state; counts and history do not age", () => {
		const card = answer({
			title: "t",
			lead: "l",
			from: [
				view("uscis/premium", "2026-11-25"),
				view("states/freeze", "2026-11-25"),
				view("uscis/count", "2026-11-25"),
			],
		});
		expect(card.asOf).toBe("2026-09-01");
		expect(card.notCheckedSince).toBe("2026-09-01");
	});

	it("no overdue line before the review day", () => {
		expect(
			answer({ title: "t", lead: "l", from: [view("uscis/premium", "2026-11-01")] })
				.notCheckedSince,
		).toBeNull();
	});

	it("each source once, official first", () => {
		const card = answer({
			title: "t",
			lead: "l",
			from: [view("uscis/premium", "2026-04-01"), view("uscis/count", "2026-06-01")],
		});
		expect(card.sources).toHaveLength(1);
	});

	it("nothing from no facts", () => {
		expect(answer({ title: "t", lead: "l" })).toMatchObject({
			status: null,
			asOf: null,
			sources: [],
			notCheckedSince: null,
		});
	});
});
