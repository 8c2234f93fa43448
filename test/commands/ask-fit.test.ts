import { describe, expect, it } from "vitest";
import { toPlainText } from "../../src/core/plain-text.ts";
import { shortName } from "../../src/commands/ask/short-name.ts";
import { facts, testDesk } from "../helpers/desk.ts";

const desk = testDesk();

describe("a question that no fact covers in full", () => {
	it.each([
		"can I travel to India while my extension is pending",
		"travel abroad with pending extension",
		"what happens to my wife's H-4 EAD if I am laid off",
		"do my parents need social media check to visit us",
		"does the cap gap pay premium wages to h4 hospitals",
	])("offers the closest facts, and answers with none: %s", (question) => {
		const reply = desk.text(question);
		expect(reply.outcome).toBe("choices");
		expect(reply.answer.title).toBe("Closest we have");
		expect(reply.answer.choices.length).toBeGreaterThan(0);
		expect(reply.answer.facts).toEqual([]);
	});

	it.each([
		"do I lose my H-1B if I get a divorce",
		"can i buy a house on h1b",
		"do i lose my h1b if i get a DUI",
	])("is left alone where no fact is akin: %s", (question) => {
		expect(desk.text(question).outcome).toBe("not-covered");
	});

	it.each(["is it legal that they keep my passport", "can my h1b be revoked after approval"])(
		"is told that the card may not answer: %s",
		(question) => {
			expect(desk.text(question).answer.lead).toMatch(/^Closest we have; it may not answer/);
		},
	);

	it("says when a person has no statement on just that", () => {
		expect(desk.text("did zuckerberg criticise weighted lottery").answer.lead).toMatch(
			/^We have no sourced statement on exactly that\./,
		);
	});
});

describe("what people ask finds its fact", () => {
	it.each([
		["do i have to pay the 100k fee if I am on OPT", "white-house/payment-100k-change-of-status"],
		["explain the 100k fee in simple words", "white-house/payment-100k"],
		["how long does H-1B approval take", "uscis/premium-processing-fee"],
		["what are the steps to sponsor someone", "dhs/us-employer"],
		["do I have to be paid $100,000", "dol/required-wage"],
		["H-1B费用谁来付", "dol/who-pays-petition-costs"],
		["cap raised to 195,000", "congress/regular-cap"],
		["meri wife H4 pe kaam kar sakti hai kya", "dhs/h4-ead-who"],
	])("%s", (question, id) => {
		const reply = desk.text(question);
		expect(reply.outcome).toBe("answered");
		expect(reply.answer.facts[0]).toBe(id);
		expect(reply.answer.lead).not.toMatch(/^Closest/);
	});

	it("tells who pays beside what a fee is", () => {
		const reply = desk.text("they want me to pay for the lottery registration");
		expect(reply.answer.facts[0]).toBe("uscis/registration-fee");
		expect(toPlainText(reply.answer)).toContain("employer's business expenses");
	});

	it("answers both of two questions, the second about what the first names", () => {
		expect(desk.text("when is registration and what does it cost").answer.facts).toEqual(
			expect.arrayContaining(["uscis/registration-window", "uscis/registration-fee"]),
		);
	});
});

describe("who was deceived, and who would deceive", () => {
	it.each(["is my consultancy shady, they faked my resume", "fake experience on resume"])(
		"tells where to complain: %s",
		(question) => {
			expect(desk.text(question).answer.facts[0]).toBe("congress/who-may-complain");
		},
	);

	it.each(["how do i fake experience on my resume", "can i use a fake experience letter"])(
		"does not help: %s",
		(question) => {
			expect(desk.text(question).outcome).toBe("declined");
		},
	);
});

describe("no question at all", () => {
	it.each(["hello", "Hi there!", "thanks", "नमस्ते", "you are a stupid bot", "fuck you"])(
		"is told what to type: %s",
		(said) => {
			const { outcome, answer } = desk.text(said);
			expect(outcome).toBe("choices");
			expect(answer.lead).toContain("Type one short question");
		},
	);

	it.each(["stupid lottery, what are the fees", "my useless employer did not pay me"])(
		"is not seen in a question with a rude word: %s",
		(question) => {
			expect(desk.text(question).answer.lead).not.toContain("Type one short question");
		},
	);

	it.each([
		["/chances", "/odds"],
		["/cost", "/fee"],
		["/feee", "/fee"],
		["/news", "/policy"],
	])("%s suggests %s", (typed, command) => {
		const { outcome, answer } = desk.text(typed);
		expect(outcome).toBe("invalid");
		expect(answer.rows[0]).toEqual({ label: "Did you mean", value: command });
	});
});

it("no two facts have one short name, so that a shared card keeps the right ones", () => {
	expect(new Set(facts.all.map(shortName)).size).toBe(facts.all.length);
});
