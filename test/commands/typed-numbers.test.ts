import { describe, expect, it } from "vitest";
import { testDesk } from "../helpers/desk.ts";

const desk = testDesk();

describe("numbers and days typed as in other countries", () => {
	it.each([
		["/level 1,20,000 software engineer dallas", "$120,000"],
		["/level wage:1,20,000 software engineer dallas", "$120,000"],
		["/odds 1,20,000 software engineer dallas", "$120,000"],
		["/level 120.000 software engineer dallas", "$120,000"],
		["/level 120 000 software engineer dallas", "$120,000"],
		["/level 12 lakh software engineer dallas", "A lakh is 100,000"],
		["/level 12,0000 software engineer dallas", "more than one way"],
		["i am offered 1,20,000 as software engineer in dallas, what level", "$120,000"],
		["/fee 1,20 employees", ""],
		["/fee 1.200 employees", ""],
		[
			"/odds level:2 pool:custom people:209.000 masters:0.66 mix:30/36/20/14 selected:9+1",
			"people",
		],
		["/portfolio 1.5xII", "not a level"],
		["/policy 100k as of 3/4/27", "YYYY-MM-DD"],
		["/odds level:2 as-of:3/4/27", "YYYY-MM-DD"],
		["/portfolio 2xII as of 3/4/27", "YYYY-MM-DD"],
		["what is the registration fee as of 3/4/27", "YYYY-MM-DD"],
		["what was the registration fee on 3/4/24", '"2024-03-04" or "2024-04-03"'],
		["/check the $100,000 payment was blocked on 6/8/2026", '"2026-06-08" or "2026-08-06"'],
	])("%s asks what was meant", (text, says) => {
		const { outcome, answer } = desk.text(text);
		expect(outcome).toBe("invalid");
		expect(answer.lead).toContain(says);
	});

	it("repeats a wage only on the asker's own card, and never in a button", () => {
		const reply = desk.text("/level 1,20,000 software engineer dallas");
		expect(reply).toMatchObject({ isPrivate: true, again: null });
		expect(reply.answer.buttons).toEqual([]);
	});

	it.each([
		["/policy 100k as of 2026-07-01", { asOf: "2026-07-01", topic: "100k" }],
		["/odds level 2 as of 2026-07-01", { asOf: "2026-07-01", level: "II" }],
		["/level 120'000 software engineer dallas", { wage: "120000" }],
	])("%s is read", (text, input) => expect(desk.text(text).input).toMatchObject(input));

	it("takes no part of a number in a claim", () => {
		for (const wrong of ["$2,15", "$21,5", "$215,0"])
			expect(desk.text(`/check the registration fee is ${wrong}`).values.verdict).not.toBe(
				"supported",
			);
	});

	it.each([
		["what was the registration fee on 3/25/24", "$10 "],
		["/check there was a 1 lakh dollar payment for h1b", "$100,000"],
		["/check there is a $100.000 payment for h1b", "Supported"],
		["i was laid off on 3/4/26, what is the grace period", "60 days"],
	])("%s: %s", (text, says) => expect(desk.text(text).answer.lead).toContain(says));
});
