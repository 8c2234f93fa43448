import { describe, expect, it } from "vitest";
import { day } from "../../src/core/dates.ts";
import { facts, TODAY } from "../helpers/desk.ts";

const figuresOf = (id: string, date = TODAY) => {
	const view = facts.on(id, date);
	return view.known ? (view.entry.figures ?? {}) : null;
};

// Fiscal year, petitions received, day the cap was reached; null: not found in a checked source.
const PETITIONS: [number, number | null, string | null][] = [
	[2005, null, "2004-10-01"],
	[2006, null, "2005-08-10"],
	[2007, null, "2006-05-26"],
	[2008, null, "2007-04-02"],
	[2009, null, "2008-04-07"],
	[2010, null, "2009-12-21"],
	[2011, null, "2011-01-26"],
	[2012, null, null],
	[2013, null, null],
	[2014, 124000, null],
	[2015, 172500, "2014-04-07"],
	[2016, 233000, "2015-04-07"],
	[2017, 236000, "2016-04-07"],
	[2018, 199000, "2017-04-07"],
	[2019, 190000, "2018-04-06"],
	[2020, null, "2019-04-05"],
];

// Fiscal year: registrations, eligible, for people with one, with several, selected, petitions filed.
const REGISTRATIONS: [number, number, number, number, number, number, number | undefined][] = [
	[2021, 274237, 269424, 241299, 28125, 124415, 100031],
	[2022, 308613, 301447, 211304, 90143, 131924, 89925],
	[2023, 483927, 474421, 309241, 165180, 127600, 94291],
	[2024, 780884, 758994, 350103, 408891, 188400, 92366],
	[2025, 479953, 470342, 423028, 47314, 135137, undefined],
	[2026, 358737, 343981, 336153, 7828, 120141, undefined],
];

describe("the counts of a season", () => {
	it.each(PETITIONS)("FY %i: petitions and the day of the cap", (year, petitions, reached) => {
		const dates = facts.has(`uscis/season-dates-fy${year}`)
			? figuresOf(`uscis/season-dates-fy${year}`)
			: {};
		expect({ ...figuresOf(`uscis/season-fy${year}`), ...dates }).toEqual({
			petitions,
			capReached: reached,
		});
	});

	it.each(REGISTRATIONS)(
		"FY %i: registrations and selections",
		(year, all, eligible, single, multiple, selected, filed) => {
			const figures = figuresOf(`uscis/season-fy${year}`);
			expect(figures).toMatchObject({
				registrations: all,
				eligibleRegistrations: eligible,
				singleRegistrations: single,
				multipleRegistrations: multiple,
				selectedRegistrations: selected,
			});
			expect(figures?.petitionsFiled).toBe(filed);
			expect(single + multiple).toBe(eligible);
		},
	);

	it.each([
		["a first round, before the second", 2024, "2023-04-15", 110791],
		["both rounds", 2024, "2023-07-31", 188400],
		["a first round that one source reports", 2021, "2020-04-15", 106100],
		["nothing before the draw", 2026, "2025-03-30", undefined],
	])("knows %s", (_name, year, date, selected) => {
		expect(figuresOf(`uscis/season-fy${year}`, day(date))?.selectedRegistrations).toBe(selected);
	});

	it("holds what was published of FY 2027, and no more", () => {
		expect(figuresOf("uscis/season-fy2027")).toEqual({
			registrations: null,
			eligibleRegistrations: 211600,
			people: null,
			selectedRegistrations: null,
			selectedPeople: null,
			mastersShareOfRegistrants: 0.661,
			mastersShareOfSelected: 0.715,
			levelIShareOfSelected: 0.177,
			levelIIIAndIVShareOfSelected: 0.463,
		});
		expect(figuresOf("uscis/season-fy2027", day("2026-06-01"))).not.toHaveProperty(
			"levelIIIAndIVShareOfSelected",
		);
	});
});
