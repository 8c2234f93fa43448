import { describe, expect, it } from "vitest";
import { toPlainText } from "../../src/core/plain-text.ts";
import { testDesk } from "../helpers/desk.ts";

const desk = testDesk();
const text = (line: string) => toPlainText(desk.text(line).answer);

describe("/cap for one season", () => {
	it.each([
		[2005, { petitions: null, capReached: "2004-10-01" }, /first day of that fiscal year/],
		[2009, { petitions: null, capReached: "2008-04-07", allPetitionsFiled: 246126 }, /not found/],
		[2012, { petitions: null, capReached: null, allApprovals: 262569 }, /reported by one source/],
		[2014, { petitions: 124000, capReached: null }, /Reported: about 124,000/],
		[2016, { petitions: 233000, capReached: "2015-04-07" }, /2015-04-13: Reported: the draw/],
		[2018, { petitions: 199000, capReached: "2017-04-07" }, /reported by one source/],
		[2019, { petitions: 190000, allApprovals: 388403 }, /96,000/],
		[2021, { selectedRegistrations: 124415, petitionsFiled: 100031 }, /106,100/],
		[2022, { selectedRegistrations: 131924, petitionsFiled: 89925 }, /37,000 employers/],
		[2024, { capReached: "2023-12-13", newApprovals: 141207 }, /446,000 people/],
		[2025, { employers: 52700, people: 442000 }, /423,028 is not the number of people/],
		[2026, { employers: 57600, selectedPeople: 118660 }, /Cap reached: 2025-07-18/],
		[2027, { selectedRegistrations: null, people: null }, /40 percent selection rate/],
	])("FY %i holds its counts", (year, values, words) => {
		const reply = desk.text(`/cap fiscal-year:${year}`);
		expect(reply.outcome).toBe("answered");
		expect(reply.values).toMatchObject({ fiscalYear: year, regularCap: 65000, ...values });
		expect(toPlainText(reply.answer)).toMatch(words);
	});

	it.each([
		["2023-04-15", 110791],
		["2023-08-01", 188400],
	])("FY 2024 on %s knows %i selections", (date, selected) => {
		const reply = desk.text(`/cap 2024 as-of:${date}`);
		expect(reply.values.selectedRegistrations).toBe(selected);
		expect(reply.values.capReached).toBeNull();
	});

	it.each([
		["/cap 2022", "Cap reached: not found"],
		["/cap 2022 as-of:2022-09-01", null],
	])("%s tells a missing day of the cap only once the year is over", (line, words) => {
		if (words) expect(text(line)).toContain(words);
		else expect(text(line)).not.toContain("Cap reached");
	});

	it("has nothing to count for a coming season", () => {
		const reply = desk.text("/cap 2029");
		expect(reply.outcome).toBe("answered");
		expect(reply.answer.lead).toMatch(/No counts for FY 2029/);
	});
});

describe("/cap with the history", () => {
	const reply = desk.text("/cap");

	it("tells the caps of the past by fiscal year", () => {
		expect(reply.values.pastCaps).toEqual([
			{ from: 1992, to: 1998, cap: 65000 },
			{ from: 1999, to: 2000, cap: 115000 },
			{ from: 2001, to: 2003, cap: 195000 },
		]);
	});

	it("draws nothing that its text does not say, and leaves gaps", () => {
		const { chart } = reply.answer;
		expect(chart?.kind).toBe("lines");
		expect(chart?.series.map((s) => s.points.length)).toEqual([23, 23]);
		const card = text("/cap");
		for (const { value, text: words } of chart?.series.flatMap((s) => s.points) ?? []) {
			if (value !== null) expect(card).toContain(words);
		}
		const [received, selected] = chart?.series ?? [];
		expect(received?.points.find((p) => p.label === "2010")?.value).toBeNull();
		expect(selected?.points.find((p) => p.label === "2020")?.value).toBeNull();
		expect(selected?.points.find((p) => p.label === "2027")?.value).toBeNull();
	});

	it("ends with the seasons known on a past day", () => {
		const then = desk.text("/cap as-of:2025-06-01");
		expect(then.values.fiscalYear).toBe(2026);
		expect(then.answer.chart?.series[0]?.points.at(-1)?.label).toBe("2026");
		expect(toPlainText(then.answer)).not.toMatch(/FY 2027: /);
	});
});

describe("/dates of a past season", () => {
	it.each([
		[2010, /2009-12-21/],
		[2022, /No dates of the FY 2022 season/],
	])("FY %i", (year, words) => {
		const reply = desk.text(`/dates ${year}`);
		expect(reply.outcome).toBe("answered");
		expect(toPlainText(reply.answer)).toMatch(words);
	});
});

describe("a fact that counts by year", () => {
	it.each([
		["how many h1b approvals in fy2019", /FY 2019 388,403/],
		["total h1b approvals by year", /FY 2009 214,271 \(reported\)/],
		["what share of h1b goes to tech", /FY 2009 41% \(reported\); FY 2012 61% \(reported\)/],
		["h1b denial rate under trump", /FY 2018 24% \(reported\)/],
		["what is the median h1b salary", /FY 2009 \$64,000 \(reported\)/],
	])("%s", (question, words) => {
		expect(text(question)).toMatch(words);
	});

	it("gives the number of the year in a row of its own", () => {
		expect(text("#uscis/petitions-filed fy2015")).toContain("FY 2015: 368,852");
	});

	it.each([
		["how many h1b approvals in fy2019", 388403, /388,403 in FY 2019/],
		["h1b denial rate 2018", 0.24, /24 percent .* FY 2018/],
		["how many h1b petitions were filed in fy2022", 474301, /474,301 in FY 2022/],
		["were there 474k approvals in 2022", 328185, /FY 2025/],
	])("%s leads with the year asked about, if it is held", (question, value, words) => {
		const reply = desk.text(question);
		expect(reply.answer.lead).toMatch(words);
		expect(reply.values.value).toBe(value);
		const again = reply.again && desk.run(reply.again.command, reply.again.input);
		expect(again?.answer).toEqual(reply.answer);
	});
});
