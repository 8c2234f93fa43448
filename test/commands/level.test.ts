import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../src/commands/desk.ts";
import { offerLevel } from "../../src/commands/level/offer.ts";
import type { Core } from "../../src/commands/command.ts";
import { day } from "../../src/core/dates.ts";
import { toPlainText } from "../../src/core/plain-text.ts";
import { readWageYear } from "../../src/core/wages/wage-year.ts";
import { importYear } from "../../src/wages/import.ts";
import { openWages } from "../../src/wages/open-wages.ts";
import { facts, starterWages, TODAY, testDesk } from "../helpers/desk.ts";
import { SAMPLE, tempFolder } from "../helpers/wages.ts";

const desk = testDesk();
const card = (line: string, of: Desk = desk) => toPlainText(of.text(line).answer);

describe("/level", () => {
	it.each([
		["free words", "/level 145k software engineer austin"],
		["another order", "/level austin $145,000 software engineer"],
		["names", "/level wage:145000 occupation:15-1252 area:12420"],
		[
			"names with spaces after them",
			"/level wage:145k occupation:software engineer area:austin, tx",
		],
		["names in quotes", '/level area:"austin tx" occupation:"software engineer" wage:"$145k"'],
		["one name and free words", "/level occupation:software engineer austin wage:145k"],
		["pay by the hour", "/level 70/hr software engineer austin"],
		["full-width digits", "/level １４５k software engineer austin"],
		["a question", "offered 145k as a software engineer in Austin which level"],
		["/h1b", "/h1b level 145k software engineer austin"],
	])("reads %s", (_name, line) => {
		const reply = desk.text(line);
		expect(reply.outcome).toBe("answered");
		expect(reply.command).toBe("level");
		expect(reply.values).toMatchObject({
			level: "III",
			wages: [95_888, 119_641.6, 143_395.2, 167_148.8],
			nextLevelWage: 167_148.8,
			wageYear: "2026-27",
			occupation: "15-1252",
			areas: ["12420"],
		});
	});

	it("shows the four wages by year and hour, the level, and what the next one takes", () => {
		const text = card("/level 145k software engineer austin");
		expect(text).toContain("$145,000 a year reaches level III (wage year 2026-27).");
		expect(text).toContain("Level I: $95,888 a year, $46.10 an hour");
		expect(text).toContain("Level III: $143,395 a year, $68.94 an hour (reached)");
		expect(text).toContain("($22,149 a year, $10.65 an hour more)");
		expect(text).toContain("the employer picks the code by the duties");
		expect(text).toContain("it is not law and nothing here is computed with it");
	});

	it.each([
		[
			"below level I",
			"80k software engineer austin",
			/under the level I wage.*entered as level I/s,
			"I",
		],
		["the wage source is the question", "80k software engineer austin", /wage source/, "I"],
		["on the line", "127462 swe washington dc", /On the line: so near to level II/, "I"],
		["a range", "140k-160k swe austin", /its lowest figure counts/, "II"],
		["part time", "70/hr part time swe austin", /Part time: pay by the hour/, "III"],
		["part time by the year", "145k part-time swe austin", /as for 2,080 hours/, "III"],
		["pay by the month", "12,100/month swe austin", /counted from pay each month/, "III"],
		[
			"a college without its table",
			"145k swe austin university",
			/no higher-education figures yet/,
			"III",
		],
	])("says %s", (_name, words, pattern, level) => {
		expect(card(`/level ${words}`)).toMatch(pattern);
		expect(desk.text(`/level ${words}`).values.level).toBe(level);
	});

	it.each([
		"/level 140k swe seattle and dallas",
		"/level 140k swe area:seattle area2:dallas",
		"/level wage:140k occupation:15-1252 area:42660;19100",
	])("takes the lowest level of several worksites: %s", (line) => {
		const reply = desk.text(line);
		expect(reply.values).toMatchObject({
			level: "I",
			nextLevelWage: 143_104,
			worksites: [
				{ area: "42660", level: "I" },
				{ area: "19100", level: "III" },
			],
		});
		expect(toPlainText(reply.answer)).toMatch(/lowest of 2 worksites: Seattle/);
	});

	it("never shows last year's figures as this year's", () => {
		const reply = desk.text("/level 120k accountant chicago");
		expect(reply.outcome).toBe("answered");
		expect(reply.values).toMatchObject({
			level: null,
			wages: null,
			wageYear: "2026-27",
			lastYear: { wageYear: "2025-26", level: "IV" },
		});
		expect(reply.answer.lead).toMatch(/no wage figures of 2026-27.*2025-26.*does not decide/);
		for (const row of reply.answer.rows.filter((r) => r.label.startsWith("Level ")))
			expect(row.label).toContain("2025-26");
		expect(JSON.stringify(reply.answer.buttons)).not.toContain("Odds");
	});

	it("answers for the wage year asked about, and for the one in force on the day asked about", () => {
		const values = { level: "III", wageYear: "2025-26", nextLevelWage: 163_550.4 };
		expect(desk.text("/level 145k swe austin wage-year:2025-26").values).toMatchObject(values);
		expect(desk.text("/level 145k swe austin 2025-26").values).toMatchObject(values);
		expect(desk.text("/level 145k swe austin as-of:2026-06-30").values).toMatchObject(values);
		expect(card("/level 145k swe austin 2025-26")).toContain("which is not in force");
		expect(card("/level 145k swe austin as-of:2026-06-30")).not.toContain("not in force");
	});

	it("says that figures are not loaded and where they are", () => {
		const reply = desk.text("/level 90k nurse practitioner tulsa");
		expect(reply.outcome).toBe("not-covered");
		expect(toPlainText(reply.answer)).toMatch(/no 2026-27 wage figures.*flag\.dol\.gov/s);
		expect(JSON.stringify(reply.answer.buttons)).toContain(
			"https://flag.dol.gov/wage-data/wage-search",
		);
	});

	it.each([
		["/level -5 swe austin", /can't be negative/],
		["/level 0 swe austin", /can't be zero/],
		["/level 20 million swe austin", /over 10 million/],
		["/level €90k swe austin", /US dollars/],
		["/level 145 swe austin", /year or by the hour/],
		["/level wage:banana swe austin", /base pay in US dollars/],
		["/level 145k swe 78701", /ZIP code/],
		["/level 145k swe area:nowhereville", /No area fits/],
		["/level 145k occupation:zzzz austin", /No occupation/],
		["/level 145k swe austin zzzz", /"zzzz"/],
		["/level 145k swe austin colour:red", /"colour"/],
	])("explains %s", (line, pattern) => {
		const reply = desk.text(line);
		expect(reply.outcome).toBe("invalid");
		expect(toPlainText(reply.answer)).toMatch(pattern);
	});

	it.each([
		["two occupations", "/level 145k ml engineer austin", 3],
		["three places", "/level 145k swe columbus", 3],
		["no occupation", "/level 145k", 8],
		["no place", "/level 145k swe", 10],
		["nothing", "/level", 8],
	])("offers choices for %s, which lead on", (_name, line, count) => {
		const reply = desk.text(line);
		expect(reply.outcome).toBe("choices");
		expect(reply.answer.choices).toHaveLength(count);
		for (const choice of reply.answer.choices)
			expect(["answered", "choices", "not-covered"]).toContain(
				desk.run(choice.do.command, choice.do.input).outcome,
			);
	});

	it("judges each reading of an ambiguous place", () => {
		const notes = desk.text("/level 100k swe columbus").answer.choices.map((c) => c.note);
		expect(notes[0]).toBe("this offer: level I (2026-27)");
	});

	it("suggests codes", () => {
		expect(desk.complete("level", "occupation", "softw")[0]).toEqual({
			name: "Software Developers (15-1252)",
			value: "15-1252",
		});
		expect(desk.complete("level", "area", "austi")[0]?.value).toBe("12420");
		expect(desk.complete("level", "area", "12420; dall")[0]?.value).toBe("12420; 19100");
		expect(desk.complete("level", "wage-year", "")).toHaveLength(2);
	});
});

describe("/level over imported figures", () => {
	let imported: Desk;
	beforeAll(async () => {
		const dataDir = tempFolder();
		const year = readWageYear("2026-27");
		await importYear(SAMPLE, { dataDir, year, today: TODAY });
		imported = testDesk(TODAY, openWages(dataDir).wages);
	});

	it("uses the table for colleges when it is there", () => {
		const line = "/level 120k occupation:15-2051 area:san jose employer:higher-education";
		expect(imported.text(line).values).toMatchObject({ level: "III", wageYear: "2026-27" });
		expect(card(line, imported)).toContain("higher education: colleges");
	});

	it("compares with yearly figures as they are", () => {
		const line = "/level 116,200 occupation:25-1021 area:41940 employer:higher-education";
		expect(imported.text(line).values).toMatchObject({
			level: "II",
			wages: [85_050, 116_200, 147_350, 178_500],
			onTheLine: null,
		});
	});

	it.each([
		[
			"High Wage",
			"/level 300k occupation:11-1011 area:new york",
			/no four wage levels.*\$115\.00/s,
		],
		["No Leveled Wage", "/level 30k occupation:51-2021 area:10380", /average only/],
	])("says why there are no levels: %s", (_name, line, pattern) => {
		expect(card(line, imported)).toMatch(pattern);
		expect(imported.text(line)).toMatchObject({ outcome: "answered", values: { level: null } });
	});

	it("tells figures of a wider area", () => {
		expect(card("/level 100k occupation:15-1221 area:10380", imported)).toMatch(/Wider area/);
	});

	it("does not fill the operator's file up with starter figures", () => {
		expect(imported.text("/level 100k swe tulsa").outcome).toBe("not-covered");
	});
});

describe("an offer for another command", () => {
	const core = (date = TODAY) =>
		({ facts, wages: starterWages, today: TODAY, date, askedFor: null }) as unknown as Core;

	it("is a level with what the next one takes", () => {
		const found = offerLevel(core(), { wage: "145k", occupation: "swe", area: "austin" });
		expect(found).toMatchObject({
			kind: "level",
			offer: {
				level: "III",
				wageYear: "2026-27",
				next: { level: "IV", annual: 16_714_880, missing: 2_214_880 },
				areas: ["12420"],
			},
		});
	});

	it.each([
		["an open question", { wage: "145k", occupation: "ml engineer", area: "austin" }, "choices"],
		["a wrong wage", { wage: "-1", occupation: "swe", area: "austin" }, "invalid"],
		[
			"last year's figures",
			{ wage: "120k", occupation: "accountant", area: "chicago" },
			"answered",
		],
		["figures not held", { wage: "90k", occupation: "29-1171", area: "tulsa" }, "not-covered"],
		["no wage", { occupation: "swe", area: "austin" }, "answered"],
	])("is a card for %s", (_name, typed, outcome) => {
		expect(offerLevel(core(), typed)).toMatchObject({ kind: "card", result: { outcome } });
	});

	it("is last year's on a day of last year", () => {
		const found = offerLevel(core(day("2026-03-10")), {
			wage: "120k",
			occupation: "accountant",
			area: "chicago",
		});
		expect(found).toMatchObject({ kind: "level", offer: { level: "IV", wageYear: "2025-26" } });
	});
});
