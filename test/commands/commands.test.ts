import { describe, expect, it } from "vitest";
import { toPlainText } from "../../src/core/plain-text.ts";
import { hostileTexts } from "../helpers/hostile.ts";
import { testDesk } from "../helpers/desk.ts";

const desk = testDesk();
const text = (line: string) => toPlainText(desk.text(line).answer);

describe("a typed line", () => {
	it.each([
		["bare words in any order", "/odds masters 2", { level: "II", degree: "us-masters" }],
		["names with a colon", "/odds level:III degree:none", { level: "III", degree: "none" }],
		[
			"names with an equals sign",
			"/odds level=iv degree=us-masters",
			{ level: "IV", degree: "us-masters" },
		],
		[
			"a roman level and a fiscal year",
			"/odds II us-masters FY2028",
			{ level: "II", degree: "us-masters", fiscalYear: 2028 },
		],
		["a short fiscal year", "/odds 3 fy29", { level: "III", fiscalYear: 2029 }],
		["a space after the colon", "/odds level: 2", { level: "II" }],
		["full-width digits", "/odds level:２", { level: "II" }],
		["a phrase that says no", "/odds level 1 no us masters", { level: "I", degree: "none" }],
		[
			"people as the size of an employer",
			"/fee 30 employees nonprofit premium",
			{ employees: "26+", nonprofit: true, premium: true },
		],
		[
			"a small employer",
			"/fee small employer new premium",
			{ employees: "1-25", filing: "new", premium: true },
		],
		["upper case", "/CAP 2027", { fiscalYear: 2027 }],
		["a day", "/cap as-of:2025-06-01", { asOf: "2025-06-01" }],
	])("reads %s", (_name, line, input) => {
		const reply = desk.text(line);
		expect(reply.outcome).toBe("answered");
		expect(reply.input).toMatchObject(input);
	});

	it.each([
		["a level that does not exist", "/odds level:7", /I, II, III or IV/],
		["a word that fits nothing", "/odds 2 banana", /"banana"/],
		["an option that does not exist", "/odds 2 colour:red", /"colour"/],
		["an option given twice", "/odds level:2 level:3", /twice/i],
		["a day that does not exist", "/cap as-of:2026-02-30", /YYYY-MM-DD/],
		["a year before the record", "/cap 1990", /1990/],
		["attempts out of range", "/odds 2 attempts:9", /1 to 4/],
		["a contradiction", "/fee 1-25 fifty-fifty", /50 or more/],
		["a command that does not exist", "/lottery", /no command/i],
	])("explains %s", (_name, line, words) => {
		const reply = desk.text(line);
		expect(reply.outcome).toBe("invalid");
		expect(toPlainText(reply.answer)).toMatch(words);
	});

	it.each([
		["/fee", 4],
		["/odds", 4],
	])("%s with nothing asks with choices", (line, choices) => {
		const reply = desk.text(line);
		expect(reply.outcome).toBe("choices");
		expect(reply.answer.choices).toHaveLength(choices);
		for (const choice of reply.answer.choices) {
			expect(desk.run(choice.do.command, choice.do.input).outcome).toBe("answered");
		}
	});

	it("/h1b reaches commands, questions and help", () => {
		expect(desk.text("/h1b cap").command).toBe("cap");
		expect(desk.text("/h1b").command).toBe("help");
		expect(desk.text("/h1b is the 100k fee in effect").outcome).toBe("answered");
	});

	it.each(hostileTexts())("survives %s everywhere", (_name, typed) => {
		for (const line of [
			typed,
			`/ask ${typed}`,
			`/odds ${typed}`,
			`/odds level:${typed}`,
			`/policy ${typed}`,
			`/fee ${typed}`,
			`/h1b ${typed}`,
			`/${typed}`,
		]) {
			const card = toPlainText(desk.text(line).answer);
			expect(card.length).toBeLessThan(20_000);
			expect(card).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
		}
	});
});

describe("/cap", () => {
	it("names both figures", () => {
		expect(text("/cap")).toMatch(/65,000/);
		expect(text("/cap")).toMatch(/20,000/);
	});
	it("gives the year's counts", () => {
		expect(desk.text("/cap 2026").values).toMatchObject({
			fiscalYear: 2026,
			eligibleRegistrations: 343981,
			selectedRegistrations: 120141,
		});
	});
	it("says that the number selected for FY 2027 was not published", () => {
		expect(desk.text("/cap 2027").values).toMatchObject({
			eligibleRegistrations: 211600,
			selectedRegistrations: null,
		});
		expect(text("/cap 2027")).toMatch(/not published|no figure/i);
	});
});

describe("/fee", () => {
	it.each([
		["26+ employees new", 3380],
		["1-25 new", 2010],
		["26+ fifty-fifty new", 7380],
		["26+ nonprofit new", 2460],
		["26+ acwia-exempt new", 960],
		["small employer new premium", 4975],
		["26+ extension", 2880],
		["26+ extension fifty-fifty", 6880],
		["26+ extension fifty-fifty as-of:2026-09-08", 2880],
		["26+ amendment", 1380],
		["26+ change-of-employer", 3380],
		["26+ new premium as-of:2026-02-28", 6185],
		["26+ new premium as-of:2026-03-01", 6345],
		["26+ new abroad", 3380],
		["26+ new abroad as-of:2026-07-01", 103380],
	])("%s is %i", (options, total) => {
		expect(desk.text(`/fee ${options}`).values.total).toBe(total);
	});

	it("names the blocked and the proposed fee, and adds neither", () => {
		const card = text("/fee 26+ employees new");
		expect(card).toMatch(/Not in the total: \$100,000/);
		expect(card).toMatch(/Not in the total: \$103,265/);
		expect(desk.text("/fee 26+ employees new").answer.status).toBe("in-effect");
	});

	it("is not known before the record", () => {
		expect(desk.text("/fee 26+ as-of:2020-01-01").outcome).toBe("not-covered");
	});
});

describe("/odds", () => {
	it("is the exact model beside DHS's figure", () => {
		const { values } = desk.text("/odds 2 masters");
		expect(values.chance).toBeCloseTo(0.582, 3);
		expect(values.dhsPublished).toBe(0.3058);
	});
	it("answers a day before the weighted rule with the plain lottery that applied", () => {
		const reply = desk.text("/odds 2 masters as-of:2025-06-01");
		expect(reply.values.chance).toBeCloseTo(reply.values.plainLottery as number, 12);
		expect(reply.values.dhsPublished).toBeNull();
		expect(reply.answer.title).toContain("FY 2027");
		expect(toPlainText(reply.answer)).toMatch(/FY 2026/);
	});
	it("rises with the level and with a US master's", () => {
		const chance = (line: string) => desk.text(line).values.chance as number;
		expect(chance("/odds 2")).toBeGreaterThan(chance("/odds 1"));
		expect(chance("/odds 3")).toBeGreaterThan(chance("/odds 2"));
		expect(chance("/odds 2 masters")).toBeGreaterThan(chance("/odds 2"));
	});
	it("counts several seasons as independent", () => {
		const { values } = desk.text("/odds 2 attempts:3");
		expect(values.chance).toBeCloseTo(1 - (1 - (values.chancePerSeason as number)) ** 3, 12);
	});
	it("uses the overall rate of a season before degrees and levels were published", () => {
		expect(desk.text("/odds 2 fiscal-year:2023").values.chance).toBeCloseTo(127600 / 474421, 12);
	});
});

describe("/policy", () => {
	it("says that the payment is blocked, since when and by whom, and how old that is", () => {
		const reply = desk.text("/policy 100k");
		expect(reply.answer.status).toBe("blocked");
		expect(reply.answer.asOf).toBe("2026-10-07");
		const card = toPlainText(reply.answer);
		expect(card).toContain("2026-07-24");
		expect(card).toContain("2026-09-30");
		expect(card).toContain("Not re-checked since 2026-10-07.");
	});
	it.each([
		["2025-09-20", "not-covered", null],
		["2025-10-01", "answered", "in-effect"],
		["2026-06-10", "answered", "blocked"],
		["2026-07-01", "answered", "in-effect"],
		["2026-07-24", "answered", "blocked"],
	])("on %s is %s %s", (date, outcome, status) => {
		const reply = desk.text(`/policy 100k as-of:${date}`);
		expect(reply.outcome).toBe(outcome);
		expect(reply.answer.status).toBe(status);
	});
	it("shows every topic of the board with its status", () => {
		const reply = desk.text("/policy");
		expect(reply.answer.rows.length).toBe(desk.facts.topics.filter((t) => t.board).length);
		expect(reply.values.topics).toMatchObject({
			"payment-100k": "blocked",
			"fee-103k": "proposed",
			"weighted-selection": "in-effect",
		});
	});
	it.each([
		"/policy $100,000",
		"/policy h4 ead",
		"/policy weighted lottery",
		"/policy dhs/weighted-selection",
	])("%s finds its topic", (line) => {
		expect(desk.text(line).outcome).toBe("answered");
	});
});

describe("/dates", () => {
	it("does not make up dates for a coming season", () => {
		expect(desk.text("/dates").values).toMatchObject({ fiscalYear: 2028, registrationOpens: null });
		expect(text("/dates")).toMatch(/not announced/);
	});
	it("gives the published dates of a past one", () => {
		expect(desk.text("/dates 2027").values).toMatchObject({
			registrationOpens: "2026-03-04",
			capReached: "2026-07-17",
		});
	});
});

describe("every card", () => {
	const lines = [
		"/cap",
		"/fee 26+",
		"/odds 2",
		"/odds 1 masters attempts:3 seed:5",
		"/odds 3 regimes",
		"/odds backtest",
		"/odds 2 pool:custom people:1000 masters:0.5 mix:25/25/25/25 selected:300+50",
		"/portfolio 2xII,III us-masters",
		"/portfolio",
		"/dates",
		"/policy",
		"/policy 100k",
		"/about",
		"/help",
		"/help fee",
		"is the 100k fee in effect?",
	];
	it.each(lines)("%s leads to cards that answer too, and can be derived again", (line) => {
		const reply = desk.text(line);
		for (const button of reply.answer.buttons) {
			if ("do" in button)
				expect(["answered", "choices"]).toContain(
					desk.run(button.do.command, button.do.input).outcome,
				);
		}
		for (const choice of reply.answer.choices)
			expect(desk.run(choice.do.command, choice.do.input).outcome).toBe("answered");
		if (reply.again)
			expect(toPlainText(desk.run(reply.again.command, reply.again.input).answer)).toBe(
				toPlainText(reply.answer),
			);
	});
});
