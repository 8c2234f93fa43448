import { describe, expect, it } from "vitest";
import { day } from "../../src/core/dates.ts";
import { yearFigures } from "../../src/core/facts/series.ts";
import { facts, TODAY, testDesk } from "../helpers/desk.ts";

const byYear = (id: string, date = TODAY) =>
	Object.fromEntries(yearFigures(facts, id, date).map((y) => [y.fiscalYear, y.value]));
const reportedYears = (id: string) =>
	yearFigures(facts, id, TODAY)
		.filter((y) => y.isReported)
		.map((y) => y.fiscalYear);

// The published figures, copied by hand; years that rest on one account only.
const SERIES: [id: string, figures: Record<number, number>, reported: number[]][] = [
	[
		"uscis/approvals",
		{
			2009: 214271,
			2011: 269653,
			2012: 262569,
			2013: 286773,
			2014: 315857,
			2018: 332358,
			2019: 388403,
			2023: 386000,
			2024: 399402,
			2025: 328185,
		},
		[2009, 2011, 2012],
	],
	["uscis/new-approvals", { 2023: 119000, 2024: 141207 }, []],
	["uscis/continuing-approvals", { 2023: 267000 }, []],
	[
		"uscis/petitions-filed",
		{
			2007: 314621,
			2008: 285475,
			2009: 246126,
			2010: 248272,
			2011: 268412,
			2012: 308242,
			2013: 299690,
			2014: 325971,
			2015: 368852,
			2016: 399349,
			2017: 404087,
			2018: 418799,
			2019: 420549,
			2022: 474301,
			2023: 386584,
			2024: 427091,
			2025: 456725,
		},
		[],
	],
	[
		"uscis/approvals-by-receipt-year",
		{
			2007: 246035,
			2008: 219264,
			2009: 183850,
			2010: 192276,
			2011: 207253,
			2012: 240440,
			2013: 232978,
			2014: 259812,
			2015: 307129,
			2016: 348162,
			2017: 298445,
		},
		[],
	],
	[
		"uscis/denial-rate-new",
		{ 2015: 0.06, 2018: 0.24, 2019: 0.24, 2020: 0.13, 2022: 0.022, 2023: 0.035 },
		[2015, 2018, 2019, 2020, 2022, 2023],
	],
	[
		"uscis/denial-rate-continuing",
		{
			2015: 0.03,
			2016: 0.04,
			2017: 0.05,
			2018: 0.12,
			2019: 0.12,
			2020: 0.07,
			2021: 0.02,
			2022: 0.019,
			2023: 0.024,
			2024: 0.018,
		},
		[2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024],
	],
	["uscis/computer-share", { 2009: 0.41, 2012: 0.61, 2023: 0.65 }, [2009, 2012]],
	["uscis/born-in-india", { 2009: 0.48, 2023: 0.73, 2024: 0.71 }, [2009]],
	["uscis/born-in-china", { 2023: 0.12, 2024: 0.117 }, []],
	["uscis/median-pay", { 2009: 64000, 2012: 70000 }, [2009, 2012]],
	["uscis/petitions-from-selections", { 2021: 100031, 2022: 89925, 2023: 94291, 2024: 92366 }, []],
	["uscis/people-registered", { 2024: 446000, 2025: 442000, 2026: 339000 }, [2024]],
	["uscis/registering-employers", { 2022: 37000, 2025: 52700, 2026: 57600 }, [2022]],
	[
		"uscis/selection-rate",
		{ 2021: 0.4618, 2022: 0.4376, 2023: 0.269, 2024: 0.2482, 2025: 0.2873, 2026: 0.3493 },
		[],
	],
];

describe("a count by fiscal year", () => {
	it.each(SERIES)("%s holds what was published", (id, figures, reported) => {
		expect(byYear(id)).toEqual(figures);
		expect(reportedYears(id)).toEqual(reported);
	});

	it("is known from its publication on", () => {
		expect(byYear("uscis/approvals", day("2026-02-25"))).not.toHaveProperty("2025");
		expect(byYear("uscis/approvals", day("2026-02-26"))).toHaveProperty("2025");
	});

	it("agrees with the facts of the seasons", () => {
		for (let year = 2021; year <= 2026; year++) {
			const view = facts.on(`uscis/season-fy${year}`, TODAY);
			const figures = view.known ? (view.entry.figures ?? {}) : {};
			const { selectedRegistrations: selected, eligibleRegistrations: eligible } = figures;
			expect(byYear("uscis/selection-rate")[year]).toBeCloseTo(
				Number(selected) / Number(eligible),
				4,
			);
			expect(byYear("uscis/petitions-from-selections")[year]).toBe(figures.petitionsFiled);
			if (figures.people) expect(byYear("uscis/people-registered")[year]).toBe(figures.people);
			if (figures.employers)
				expect(byYear("uscis/registering-employers")[year]).toBe(figures.employers);
		}
	});
});

describe("a question about figures", () => {
	const desk = testDesk();
	it.each([
		["what was the selection rate in fy2024", "uscis/selection-rate", /FY 2024 24\.8%/],
		["h1b lottery acceptance rate last year", "uscis/selection-rate", /nobody observed it/],
		["is 423,028 unique people", "uscis/people-registered", /people who had only one/],
		["were there 474k approvals in 2022", "uscis/approvals", /petitions filed in FY 2022/],
		["did the cap ever not fill up right away", "uscis/cap-reached-by-season", /December 2009/],
		["how many petitions in the 2016 lottery", "uscis/season-fy2016", /233,000/],
		["how many selected people didnt file", "uscis/petitions-from-selections", /89,925/],
		["how many new h1bs in fy2024", "uscis/new-approvals", /141,207/],
		["what percent of h1b holders are indian", "uscis/born-in-india", /71 percent/],
		["h1b denial rate 2018", "uscis/denial-rate-new", /Reported/],
		["what is the h1b rfe rate", "uscis/rfe-rate", /do not have/],
		["how many h1b workers are in the us", "uscis/h1b-population", /do not have/],
		["what was the random lottery probability in the dhs rule", "dhs/published-odds", /29\.59/],
		["how many level 1 selections would be lost", "dhs/level-one-selections", /10,099/],
		["penn wharton weighted lottery level 4 share", "dhs/wharton-level-shares", /^Reported/m],
		["how many h1bs does tesla have", "uscis/top-employers-fy2024-all", /Tesla 1,767/],
		["did h1b approvals go down", "uscis/approvals", /17\.8 percent/],
		["how much was the registration fee before", "uscis/registration-fee", /\$10/],
		["what was the h1b cap in 2001", "congress/regular-cap", /195,000 for FY 2001 to FY 2003/],
		["can there be a second lottery round", "uscis/further-rounds", /FY 2021, FY 2022, FY 2024/],
		["is the lottery per person or per registration", "uscis/draw-of-people", /FY 2025/],
		["do h4 spouses count against the cap", "congress/cap-family-not-counted", /do not use/],
		["are j-1 waiver doctors cap exempt", "congress/physician-cap-exemption", /Conrad 30/],
	])("%s is answered by %s", (question, id, words) => {
		const reply = desk.text(question);
		expect(reply.outcome).toBe("answered");
		expect(reply.answer.facts[0]).toBe(id);
		const { lead, rows } = reply.answer;
		expect([lead, ...rows.map((row) => `${row.label}: ${row.value}`)].join("\n")).toMatch(words);
	});
});
