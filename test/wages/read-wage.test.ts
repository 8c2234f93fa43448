import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	findWage,
	foldWage,
	oddDollars,
	readWage,
	wageText,
} from "../../src/core/wages/read-wage.ts";
import { readWageYear, wageYearOn } from "../../src/core/wages/wage-year.ts";
import { day } from "../../src/core/dates.ts";

describe("a wage as typed", () => {
	it.each([
		["145000", "145000"],
		["145,000", "145000"],
		["$145k", "145000"],
		["145 K", "145000"],
		["$145,000.50", "145000.5"],
		["USD 145000 per year", "145000"],
		["145k a year", "145000"],
		["1.2 million", "1200000"],
		["１４５０００", "145000"],
		["70/hr", "70/hour"],
		["$70.50 per hour", "70.5/hour"],
		["70 an hour", "70/hour"],
		["$70.50 hourly", "70.5/hour"],
		["７０/hr", "70/hour"],
		["61.2798/hr", "61.27/hour"],
		["5000/month", "5000/month"],
		["2,000 a week", "2000/week"],
		["140k-160k", "140000-160000"],
		["140-160k", "140000-160000"],
		["$140,000 to $160,000", "140000-160000"],
		["between 140k and 160k", "140000-160000"],
		["$65–$70/hr", "65-70/hour"],
		["45/hr part time", "45/hour part-time"],
		["45/hr 20 hours a week", "45/hour part-time"],
		["10000000", "10000000"],
		["150k+", "150000"],
		["120'000", "120000"],
		["120’000", "120000"],
		["120_000", "120000"],
		["1.125 million", "1125000"],
	])("%s is %s", (typed, text) => {
		const wage = readWage(typed);
		expect(typeof wage === "string" ? wage : wageText(wage)).toBe(text);
		expect(readWage(text)).toEqual(wage);
	});

	it.each([
		["-5", "negative"],
		["-$145,000", "negative"],
		["−145000", "negative"],
		["0", "zero"],
		["$0.00", "zero"],
		["10,000,001", "absurd"],
		["5000/hr", "absurd"],
		["20 million", "absurd"],
		["€90,000", "foreign"],
		["90k eur", "foreign"],
		["C$100k", "foreign"],
		["12 LPA", "lakh"],
		["12LPA", "lakh"],
		["12 lakh", "lakh"],
		["1.2 lakhs", "lakh"],
		["12 lakh rupees", "foreign"],
		["1,20,000", "odd-number"],
		["$1,20,000", "odd-number"],
		["12,00,000", "odd-number"],
		["120.000", "odd-number"],
		["120 000", "odd-number"],
		["1 20 000", "odd-number"],
		["120.000,00", "odd-number"],
		["120,00", "odd-number"],
		["12,0000", "odd-number"],
		["70,50/hr", "odd-number"],
		["1,20,000-1,40,000", "odd-number"],
		["120,000-1,40,000", "odd-number"],
		["₹1200000", "foreign"],
		["145", "no-unit"],
		["$70", "no-unit"],
		["160k-140k", "range-upside-down"],
		["abc", "not-a-wage"],
		["", "not-a-wage"],
		["145k banana", "not-a-wage"],
	])("%s is refused: %s", (typed, problem) => expect(readWage(typed)).toBe(problem));

	it.each([
		["140k software developer in austin tx which level am i", "140000"],
		["software engineer 12420 at 145,000 in 2025-26", "145000"],
		["15-1252 12420 145k", "145000"],
		["offered a $90k job", "90000"],
		["what is level 2 in 2025-26", undefined],
		["12420", undefined],
		["sde 2 in seattle since 2026-11-25", undefined],
	])("in a longer text: %s", (text, expected) => {
		const found = findWage(foldWage(text), false, (digits) => digits === "12420");
		expect(found && typeof found.wage !== "string" ? wageText(found.wage) : undefined).toBe(
			expected,
		);
	});
});

describe("a number written as elsewhere", () => {
	it.each([
		["1,20,000", 120_000],
		["$1,20,000 a year", 120_000],
		["12,00,000", 1_200_000],
		["120.000", 120_000],
		["1.200.000", 1_200_000],
		["120.000,00", 120_000],
		["120 000", 120_000],
		["1 20 000", 120_000],
		["120,00", null],
		["12,0000", null],
		["1,200,00", null],
		["70.500/hr", null],
		["120.000k", null],
	])("%s may mean %s", (typed, dollars) => expect(oddDollars(typed)).toBe(dollars));

	it.each([
		"20 CFR 655.731",
		"see § 655.700 about pay",
		"fy 2024,2025,2026",
		"8 cfr 214.2(h)(8)",
		"the 3 of 100 people",
	])("is not seen in: %s", (text) => expect(findWage(foldWage(text))).toBeUndefined());

	const indian = (n: number) => n.toLocaleString("en-IN");
	const forms: Record<string, (n: number) => string> = {
		plain: String,
		american: (n) => n.toLocaleString("en-US"),
		indian,
		"indian with spaces": (n) => indian(n).replaceAll(",", " "),
		german: (n) => n.toLocaleString("de-DE"),
		"german with cents": (n) => `${n.toLocaleString("de-DE")},00`,
		french: (n) => n.toLocaleString("fr-FR"),
		swiss: (n) => n.toLocaleString("en-US").replaceAll(",", "'"),
		program: (n) => n.toLocaleString("en-US").replaceAll(",", "_"),
		chinese: (n) =>
			String(n)
				.replace(/(?=(?:\d{4})+$)/g, ",")
				.replace(/^,/, ""),
		"cut wrong": (n) => `${String(n).slice(0, -2)},${String(n).slice(-2)}`,
	};
	const money = fc.constantFrom("", "$", "usd ");
	const unit = fc.constantFrom("", " a year", "/year", " per year", " dollars", " usd");
	const amount = fc.integer({ min: 10_000, max: 9_999_999 });

	it.each(Object.keys(forms))("%s: the whole number is read, or it is asked about", (form) => {
		fc.assert(
			fc.property(amount, money, unit, (n, before, after) => {
				const typed = `${before}${(forms[form] as (n: number) => string)(n)}${after}`;
				const whole = readWage(typed);
				if (typeof whole !== "string") expect(whole.cents).toBe(n * 100);
				else expect(["odd-number", "not-a-wage"]).toContain(whole);
				const asked = oddDollars(typed);
				if (asked !== null) expect(asked).toBe(n);
				const inWords = findWage(foldWage(`${typed} software engineer in dallas`));
				if (inWords && typeof inWords.wage !== "string")
					expect(inWords.wage.cents, typed).toBe(n * 100);
				// Nothing of the number may be left over for the job and the place.
				const { at, length } = inWords ?? { at: 0, length: 0 };
				const folded = foldWage(`${typed} software engineer in dallas`);
				if (inWords) expect(folded.slice(0, at) + folded.slice(at + length)).not.toMatch(/\d/);
			}),
		);
	});
});

describe("a wage year", () => {
	it.each([
		["2026-27", "2026-27"],
		["2026-2027", "2026-27"],
		["2026/27", "2026-27"],
		["2026–27", "2026-27"],
		["2099-00", "2099-00"],
		["2026-28", undefined],
		["2026", undefined],
		["26-27", undefined],
	])("%s is %s", (typed, year) => expect(readWageYear(typed)).toBe(year));

	it.each([
		["2026-06-30", "2025-26"],
		["2026-07-01", "2026-27"],
		["2026-12-31", "2026-27"],
		["2027-01-01", "2026-27"],
	])("on %s is %s", (date, year) => expect(wageYearOn(day(date))).toBe(year));
});
