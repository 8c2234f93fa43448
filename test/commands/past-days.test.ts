import { describe, expect, it } from "vitest";
import { toPlainText } from "../../src/core/plain-text.ts";
import { facts, testDesk } from "../helpers/desk.ts";

const desk = testDesk();

describe("a card for a past day", () => {
	it.each([
		["payment-100k", "2026-06-20", /2026-0[789]|2026-1/],
		["payment-100k", "2026-06-10", /2026-06-1[2-9]|2026-0[789]|2026-1/],
		["duration-of-status", "2026-08-01", /2026-09-(14|30)|2026-10|enjoin/],
		["grace-period", "2025-06-01", /2026/],
		["job-loss", "2025-06-01", /2026/],
		["practical-training", "2026-08-20", /2026-08-24|2026-1/],
		["visa-interviews", "2025-03-01", /2025-09|2025-07|2026/],
	])("of %s, on %s, tells nothing of later days", (topic, on, later) => {
		const leaks = facts
			.inTopic(topic)
			.map((fact) => ({ id: fact.id, reply: desk.text(`/ask #${fact.id} as-of:${on}`) }))
			// "Not known, the record starts on ..." is the honest answer before a record.
			.filter(({ reply }) => reply.outcome === "answered")
			.map(({ id, reply }) => ({ id, card: toPlainText(reply.answer) }))
			// Sources are pages as they stand today; what they are called may name a later day.
			.map(({ id, card }) => ({ id, card: card.split("\nSources:")[0] ?? "" }))
			.map(({ id, card }) => ({ id, card: card.replace(/^.*\bfor \d{4}-\d{2}-\d{2}.*$/im, "") }))
			.filter(({ card }) => later.test(card))
			.map(({ id, card }) => `${id}: ${later.exec(card)?.[0]}`);
		expect(leaks).toEqual([]);
	});

	it.each([
		["2026-06-07", "in-effect"],
		["2026-06-08", "blocked"],
		["2026-06-11", "blocked"],
		["2026-06-12", "in-effect"],
		["2026-07-23", "in-effect"],
		["2026-07-24", "blocked"],
		["2026-11-25", "blocked"],
	])("the $100,000 payment on %s: %s", (on, status) => {
		expect(desk.text(`/policy 100k as-of:${on}`).answer.status).toBe(status);
	});

	it.each([
		["courts/payment-d-mass", "2026-01-15", /undecided/],
		["courts/payment-ddc", "2025-11-01", /undecided/],
		["dhs/duration-of-status", "2025-09-30", /still admitted for duration of status/],
		["uscis/benefit-hold", "2026-03-01", /holds requests/],
		["congress/h1b-bills", "2025-12-01", /No H-1B bill has been passed/],
		["dhs/petition-contents", "2025-06-01", /^(?!.*FY 2027)/s],
	])("%s on %s", (id, on, words) => {
		expect(desk.text(`/ask #${id} as-of:${on}`).answer.lead).toMatch(words);
	});
});

describe("a question that looks back at a day", () => {
	it("is told what came after it, with the source", () => {
		const { answer } = desk.text("what was the status of the 100k fee on 2026-07-01?");
		expect(answer.status).toBe("in-effect");
		expect(answer.rows.at(-1)?.label).toBe("From 2026-07-24");
		expect(answer.sources.map((source) => source.url).join()).toContain("26-1699O-01A.pdf");
	});

	it("is told nothing more when that state still holds", () => {
		const { answer } = desk.text("what was the h1b registration fee on 2025-06-01?");
		expect(answer.rows.map((row) => row.label)).not.toContain("From 2025-03-01");
		expect(answer.lead).toContain("$215");
	});
});
