import { describe, expect, it } from "vitest";
import { toPlainText } from "../../src/core/plain-text.ts";
import { testDesk } from "../helpers/desk.ts";

const desk = testDesk();
const OFFER = "wage:145,000 occupation:15-1252 area:12420";

describe("/odds by offer", () => {
	it("goes from the offer to its level and on to the odds of that level", () => {
		const byOffer = desk.text(`/odds ${OFFER} degree:us-masters`);
		const byLevel = desk.text("/odds level:III degree:us-masters");
		expect(byOffer.outcome).toBe("answered");
		expect(byOffer.values).toMatchObject({ level: "III", wageYear: "2026-27" });
		expect(byOffer.values.chance).toBe(byLevel.values.chance);
	});

	it.each([
		["free words", "/odds 145k software engineer austin masters"],
		["options", `/odds ${OFFER} degree:us-masters`],
	])("reads %s", (_name, line) => {
		expect(desk.text(line).answer.title).toContain("Level III, US master's");
	});

	it("says what the next level would cost and bring", () => {
		const row = desk
			.text(`/odds ${OFFER}`)
			.answer.rows.find((r) => /To reach level IV/.test(r.label));
		expect(row?.value).toMatch(/^\$[\d,]+ a year more, for a chance of \d+%$/);
	});

	it("names the wage year and the place", () => {
		const text = toPlainText(desk.text(`/odds ${OFFER}`).answer);
		expect(text).toContain("wage year 2026-27");
		expect(text).toContain("Austin");
	});

	it.each([
		["the degree", "degree:us-masters", "degree", "us-masters"],
		["the fiscal year", "fiscal-year:2029", "fiscal-year", 2029],
		["the attempts", "attempts:3", "attempts", 3],
		["the seed", "seed:7", "seed", 7],
	])("keeps %s on the way back and never the wage", (_name, more, key, value) => {
		const { again, answer } = desk.text(`/odds ${OFFER} ${more}`);
		expect(again).toMatchObject({ command: "odds", input: { level: "III", [key]: value } });
		expect(JSON.stringify([again, answer.buttons, answer.choices])).not.toMatch(/145/);
	});

	it("is private", () => {
		expect(desk.text(`/odds ${OFFER}`).isPrivate).toBe(true);
		expect(desk.text("/odds level:III").isPrivate ?? false).toBe(false);
	});

	it.each([
		[
			"a place that could be several",
			"/odds wage:145k occupation:15-1252 area:columbus",
			"choices",
		],
		["no place", "/odds wage:145k occupation:15-1252", /choices|invalid/],
		["a negative wage", "/odds wage:-5 occupation:15-1252 area:12420", "invalid"],
		["nothing at all", "/odds", "choices"],
	])("asks back for %s", (_name, line, outcome) => {
		expect(desk.text(line).outcome).toMatch(outcome);
	});

	it("does not take last year's figures for this year's", () => {
		const reply = desk.text("/odds wage:95k occupation:13-2011 area:chicago");
		expect(reply.values.chance).toBeUndefined();
		expect(toPlainText(reply.answer)).toMatch(/no wage figures|no 20\d\d-\d\d wage figures/);
	});
});
