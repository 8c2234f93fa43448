import { describe, expect, it } from "vitest";
import { parseFacts } from "../../src/core/facts/parse.ts";
import { createFacts } from "../../src/core/facts/lookup.ts";
import { createSearch } from "../../src/core/facts/search.ts";
import { day } from "../../src/core/dates.ts";
import { toPlainText } from "../../src/core/plain-text.ts";
import { createDesk } from "../../src/commands/desk.ts";
import { commands } from "../../src/commands/index.ts";
import { facts, testDesk, TODAY } from "../helpers/desk.ts";

const desk = testDesk();
const held = facts.inTopic("people").filter((fact) => fact.kind === "position");
const rowsOf = (line: string) => desk.text(line).answer.rows;

describe("/people without a name", () => {
	const reply = desk.text("/people");

	it("lists everyone once, with the day of the latest position", () => {
		expect(reply.outcome).toBe("answered");
		expect(reply.answer.rows).toHaveLength(held.length);
		for (const row of reply.answer.rows) {
			if (row.label === "Jeff Bezos") expect(row.value).toBe("no statement found");
			else expect(row.value, row.label).toMatch(/^\d{4}(-\d{2})?/);
		}
	});

	it("shows who changed position", () => {
		const notes = Object.fromEntries(reply.answer.rows.map((row) => [row.label, row.note]));
		expect(notes["Donald Trump"]).toBe(
			"shifted: critical, then supportive, then mixed, then supportive",
		);
		expect(notes["Elon Musk"]).toBe("shifted: supportive, then reform");
		expect(notes["JD Vance"]).toBe("critical");
		expect(reply.answer.lead).toContain("Donald Trump, Elon Musk");
	});

	it("knows on a past day only what had been said", () => {
		const labels = rowsOf("/people as-of:2024-12-28").map((row) => row.label);
		expect(labels).toContain("Vivek Ramaswamy");
		expect(labels).not.toContain("Sam Altman");
		expect(toPlainText(desk.text("/people as-of:2024-12-28").answer)).not.toMatch(
			/broken|major reform|2025-/,
		);
		expect(desk.text("/people as-of:2010-01-01").outcome).toBe("not-covered");
	});
});

describe("a typed name", () => {
	it.each([
		["elon", "Elon Musk"],
		["Musk", "Elon Musk"],
		["elno musk", "Elon Musk"],
		["zuck", "Mark Zuckerberg"],
		["zuckerburg", "Mark Zuckerberg"],
		["jd vance", "JD Vance"],
		["J.D. Vance", "JD Vance"],
		["vice president vance", "JD Vance"],
		["truump", "Donald Trump"],
		["senator sanders", "Bernie Sanders"],
		["rameswamy", "Vivek Ramaswamy"],
		["fwd.us", "FWD.us"],
		["us chamber of commerce", "US Chamber of Commerce"],
		["MTG", "Marjorie Taylor Greene"],
		["jensen", "Jensen Huang"],
		["Bezos", "Jeff Bezos"],
	])("%s is %s", (typed, name) => {
		expect(desk.text(`/people ${typed}`).values.name).toBe(name);
		expect(desk.run("people", { name: typed }).values.name).toBe(name);
	});

	it("that fits two is asked back", () => {
		const reply = desk.text("/people greg");
		expect(reply.outcome).toBe("choices");
		expect(reply.answer.choices.map((choice) => choice.label)).toEqual([
			"Greg Abbott",
			"Greg Steube",
		]);
	});

	it.each(["tim cook", "xi", "zzz", "@everyone", "the"])("%s is nobody we hold", (typed) => {
		const reply = desk.text(`/people ${typed}`);
		expect(reply.outcome).toBe("not-covered");
		expect(reply.answer.rows[0]?.value).toContain("Elon Musk");
		expect(toPlainText(reply.answer)).not.toContain("@everyone");
	});

	it("is suggested as it is typed", () => {
		const names = (typed: string) => desk.complete("people", "name", typed).map((s) => s.value);
		expect(names("")).toHaveLength(25);
		expect(names("")[0]).toBe("Donald Trump");
		expect(names("zuc")).toEqual(["Mark Zuckerberg"]);
		expect(names("qqqq")).toEqual([]);
	});
});

describe("a person's card", () => {
	it.each(held.map((fact) => [fact.title.replace(" on H-1B", ""), fact] as const))(
		"%s: every statement in order, each with its source",
		(name, fact) => {
			const { answer, values } = desk.text(`/people ${name}`);
			const positions = values.positions as { on: string; stance: string | null }[];
			expect(positions).toHaveLength(fact.unknown ? 0 : fact.values.length);
			expect(answer.rows.slice(0, positions.length).map((row) => row.label)).toEqual(
				positions.map((position) => position.on),
			);
			const listed = new Set(answer.sources.map((source) => source.url));
			for (const value of fact.values)
				for (const source of value.sources) expect(listed).toContain(source.url);
		},
	);

	it("leads with the latest position and the shifts", () => {
		const { lead } = desk.text("/people musk").answer;
		expect(lead).toMatch(/^Latest: On 2025-11-30/);
		expect(lead).toContain("shifted: supportive (2024-12-27), then reform (2024-12-29)");
		expect(desk.text("/people vance").answer.lead).toContain("No shift was found");
	});

	it("says when no statement was found", () => {
		const reply = desk.text("/people bezos");
		expect(reply.outcome).toBe("answered");
		expect(reply.answer.lead).toMatch(/^No statement found/);
		expect(reply.values).toMatchObject({ name: "Jeff Bezos", positions: [] });
	});

	it("tells nothing of later statements on a past day", () => {
		const reply = desk.text("/people trump as-of:2025-02-01");
		expect(reply.answer.lead).toContain("both sides");
		expect(toPlainText(reply.answer)).not.toMatch(/2025-09|2026-09-18|100,000/);
		expect(desk.text("/people altman as-of:2025-09-21").outcome).toBe("not-covered");
		expect(desk.text("/people altman as-of:2025-09-22").outcome).toBe("answered");
	});
});

describe("a question about a person", () => {
	it.each([
		["what did Elon say about h1b around christmas 2024", "Elon Musk", /broken|war/],
		["does jensen huang support h1b", "Jensen Huang", /keeps sponsoring/],
		["what did hastings say about the 100k", "Reed Hastings", /very high-value jobs/],
		["trump's position on h1b", "Donald Trump", /shifted/],
		["trump 'you dont have certain talents' which interview", "Donald Trump", /Ingraham/],
		["has trump changed his mind on h1b", "Donald Trump", /shifted: critical/],
		["whats jeff bezos' position on h1b", "Jeff Bezos", /No statement found/],
	])("%s: the card of %s", (question, name, lead) => {
		const reply = desk.text(question);
		expect(reply.command).toBe("people");
		expect(reply.values.name).toBe(name);
		expect(reply.answer.lead).toMatch(lead);
	});

	it.each([
		["was elon musk on an h1b", "people/musk-own-h1b"],
		["what does trump's proclamation say about cap exempt employers", null],
		["did trump's fee get blocked", null],
	])("%s: not a card of statements", (question, fact) => {
		const reply = desk.text(question);
		expect(reply.command).not.toBe("people");
		if (fact) expect(reply.answer.facts[0]).toBe(fact);
	});

	it("asked of everybody lists everyone", () => {
		expect(desk.text("who said what on h1b").command).toBe("people");
	});
});

it("needs one file for one more person", () => {
	const data = {
		title: "Jane Doe on H-1B",
		topic: "people",
		kind: "position",
		names: ["jane"],
		values: [
			{
				from: "2026-01-05",
				value: "supportive",
				statement: "On 2026-01-05 Jane Doe praised the programme.",
				confidence: "two-secondary",
				sources: [{ label: "Paper", url: "https://paper.org/doe" }],
			},
		],
	};
	const parsed = parseFacts([{ path: "people/doe", data }]);
	expect(parsed.problems).toEqual([]);
	const more = createFacts([...facts.all, ...parsed.facts], facts.topics, facts);
	const bigger = createDesk({
		facts: more,
		search: createSearch(more),
		today: () => TODAY,
		version: "0",
		commands,
	});
	expect(bigger.text("/people jane").values).toEqual({
		name: "Jane Doe",
		positions: [{ on: "2026-01-05", stance: "supportive" }],
	});
	expect(bigger.text("what did jane doe say").command).toBe("people");
	expect(bigger.text("/people jane", { asOf: day("2026-01-04") }).outcome).toBe("not-covered");
});
