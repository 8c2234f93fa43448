import { describe, expect, it } from "vitest";
import { toPlainText } from "../../src/core/plain-text.ts";
import { testDesk } from "../helpers/desk.ts";

const desk = testDesk();
type Counts = { basis: string; rows: { employer: string; petitions: number }[] }[];
const countsOf = (line: string) => desk.text(line).values.counts as Counts;
const text = (line: string) => toPlainText(desk.text(line).answer);

const NEW = "new-employment approvals, whole year";

describe("/employers", () => {
	it.each([
		["/employers", 0, NEW, 7, "Amazon", 4644],
		["/employers", 0, NEW, 7, "Meta Platforms", 1555],
		["/employers", 0, NEW, 7, "HCL America", 379],
		[
			"/employers 2025",
			1,
			"new and continuing approvals, October 2024 to June 2025",
			15,
			"Amazon.com Services",
			10044,
		],
		[
			"/employers 2025",
			1,
			"new and continuing approvals, October 2024 to June 2025",
			15,
			"Tech Mahindra Americas",
			951,
		],
		["/employers FY2024", 0, "new and continuing approvals, whole year", 24, "Infosys", 8140],
		["/employers FY2024", 0, "new and continuing approvals, whole year", 24, "Tesla", 1767],
		["/employers fy23", 0, NEW, 1, "Amazon", 4000],
	])("%s, count %i is %s", (line, index, basis, length, employer, petitions) => {
		const counts = countsOf(line)[index];
		expect(counts?.basis).toBe(basis);
		expect(counts?.rows).toHaveLength(length);
		expect(counts?.rows).toContainEqual({ employer, petitions });
		const sorted = counts?.rows.map((row) => row.petitions) ?? [];
		expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
	});

	it("names what is counted in every heading and in the lead", () => {
		const { answer, values } = desk.text("/employers");
		for (const { basis } of values.counts as Counts) {
			expect(answer.lead).toContain(basis);
			expect(answer.rows.some((row) => row.label.toLowerCase() === basis.toLowerCase())).toBe(true);
		}
		expect(text("/employers")).toMatch(/not visas or workers/);
	});

	it("puts 60 percent and Amazon right, and tells the tech share by year with its sources", () => {
		const card = text("/employers");
		expect(card).toMatch(/FY 2009 41% \(reported\); FY 2012 61% \(reported\); FY 2023 65%/);
		expect(card).toMatch(/60 percent go to tech" is close but slightly low/);
		expect(card).toMatch(/Amazon was first in FY 2025: 4,644/);
		expect(card).toMatch(/immigrate2usa/);
	});

	it("says that a year resting on one account is reported", () => {
		expect(desk.text("/employers 2024").answer.lead).toMatch(/^Reported: /);
		expect(desk.text("/employers 2025").answer.lead).not.toMatch(/reported/i);
	});

	it.each([
		["/employers 2019", 2019],
		["/employers 2027", 2027],
		["/employers as-of:2020-01-01", null],
	])("%s is answered: no figures held", (line, fiscalYear) => {
		const reply = desk.text(line);
		expect(reply.outcome).toBe("answered");
		expect(reply.values).toEqual({ fiscalYear, counts: [] });
		expect(reply.answer.lead).toMatch(/no published figures/);
	});

	it.each([
		["2025-07-01", 2025],
		["2025-03-24", 2024],
		["2025-03-23", 2023],
	])("on %s the latest year known is %i", (date, year) => {
		expect(desk.text(`/employers as-of:${date}`).values.fiscalYear).toBe(year);
	});

	it("draws the first count, and nothing that its text does not say", () => {
		const { chart } = desk.text("/employers").answer;
		expect(chart?.series[0]?.points).toHaveLength(7);
		for (const point of chart?.series[0]?.points ?? [])
			expect(text("/employers")).toContain(`${point.label} ${point.text}`);
	});

	it("leads on to cards that answer", () => {
		for (const line of ["/employers", "/employers 2019"]) {
			for (const button of desk.text(line).answer.buttons) {
				if ("do" in button)
					expect(desk.run(button.do.command, button.do.input).outcome).toBe("answered");
			}
		}
	});
});
