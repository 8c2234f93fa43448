import { describe, expect, it } from "vitest";
import { toPlainText } from "../../src/core/plain-text.ts";
import { facts, TODAY, testDesk } from "../helpers/desk.ts";

const desk = testDesk();

describe("how far a card's evidence reaches", () => {
	it("is never later than the newest evidence", () => {
		const late = facts.all.flatMap((fact) =>
			[...fact.values, ...fact.outlook]
				.filter((entry) => entry.confirmed && entry.confirmed > facts.horizon)
				.map((entry) => `${fact.id}: ${entry.confirmed}`),
		);
		expect(late).toEqual([]);
	});

	it.each(["can my employer bench me", "/cap", "/fee 30 employees", "/odds 2", "grace period"])(
		"%s does not claim today",
		(text) => {
			const { answer } = desk.text(text);
			expect(answer.asOf && answer.asOf <= facts.horizon).toBe(true);
			const card = toPlainText(answer).split("\nSources:")[0];
			expect(card).toContain(`as last checked ${answer.asOf}`);
			expect(card).not.toContain(`checked ${TODAY}`);
		},
	);

	it("of the board runs from the oldest check to the newest", () => {
		expect(toPlainText(desk.text("/policy").answer)).toContain(
			"Last checked between 2026-01-27 and 2026-10-08",
		);
	});
});

describe("what was told before", () => {
	it("stands in quotes with its last day", () => {
		const rows = desk.text("do i have to pay $100,000").answer.rows;
		const before = rows.find((row) => row.value.includes("can be collected"));
		expect(before?.label).toBe("Until 2026-07-23 this read");
		expect(before?.value).toMatch(/^“.*”$/s);
	});

	it("is in quotes on every card that shows an older state", () => {
		for (const fact of facts.all.filter((one) => one.kind === "rule" && one.values.length > 1)) {
			const { answer } = desk.text(`/ask #${fact.id}`);
			for (const older of fact.values.slice(0, -1)) {
				const bare = answer.rows.filter((row) => row.value === older.statement);
				expect(bare, fact.id).toEqual([]);
			}
		}
	});
});

describe("the board's lines", () => {
	const rows = desk.text("/policy").answer.rows;
	it.each([
		["60-day grace period", "In effect", "since 2017-01-17"],
		["H-4 work permit", "In effect", "since 2015-05-26"],
		["Interview waiver (dropbox)", "Ended", "since 2025-09-02"],
		["OPT and CPT rules", "In effect", "long-standing"],
		["Premium processing fee", "In effect", "since 2026-03-01"],
		["Rule that allows mandatory e-filing", "In effect", "since 2026-08-11"],
		["Bills in Congress", "Pending, undecided", "since 2025-09-30"],
	])("%s: %s, %s", (label, value, since) => {
		const row = rows.find((one) => one.label === label);
		expect(row?.value).toBe(value);
		expect(row?.note).toContain(since);
	});

	it("are all counted in the lead", () => {
		const counted = [...desk.text("/policy").answer.lead.matchAll(/\d+/g)].map(Number);
		expect(counted.slice(1).reduce((a, b) => a + b, 0)).toBe(counted[0]);
	});
});
