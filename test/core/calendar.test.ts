import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seasonDays } from "../../src/commands/season-days.ts";
import { calendarFile } from "../../src/core/calendar.ts";
import { day } from "../../src/core/dates.ts";
import { figureDate } from "../../src/core/facts/figures.ts";
import { facts, TODAY } from "../helpers/desk.ts";

/** Lines of a calendar file with folding undone. */
const unfold = (file: string) => file.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
const values = (file: string, name: string) =>
	unfold(file).flatMap((line) =>
		line.startsWith(`${name}:`) ? [line.slice(name.length + 1)] : [],
	);
const undo = (text: string) =>
	text.replace(/\\(n|[\\;,])/g, (_, sign: string) => (sign === "n" ? "\n" : sign));

const event = (title: string, notes = "n") => ({
	id: "a",
	day: day("2026-12-31"),
	title,
	notes,
	stamp: TODAY,
});

describe("a calendar file", () => {
	it("has lines of at most 75 octets and gives every text back", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (typed) => {
				const text = typed.replace(/[\u0000-\u001f\u007f]/g, " ");
				const file = calendarFile("Season", [event(text, `${text}\n${text}`)]);
				for (const line of file.split("\r\n")) {
					expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
					expect(line).not.toMatch(/[\n\r]/);
				}
				expect(undo(values(file, "SUMMARY")[0] ?? "")).toBe(text);
				expect(undo(values(file, "DESCRIPTION")[0] ?? "")).toBe(`${text}\n${text}`);
			}),
		);
	});

	it("takes no line of its own from a text", () => {
		const file = calendarFile("x\r\nBEGIN:VALARM", [event("a\r\nEND:VEVENT\u0000", "b\nATTACH:x")]);
		expect(unfold(file).filter((line) => /^(BEGIN:VALARM|ATTACH|END:VEVENT)/.test(line))).toEqual([
			"END:VEVENT",
		]);
	});

	it("ends a whole day on the next day, over the year's end too", () => {
		const lines = unfold(calendarFile("x", [event("a")]));
		expect(lines).toContain("DTSTART;VALUE=DATE:20261231");
		expect(lines).toContain("DTEND;VALUE=DATE:20270101");
		expect(lines).toContain("DTSTAMP:20261125T000000Z");
	});
});

describe("the days of a season", () => {
	it("are those of the fact, each with an id of its own", () => {
		const days = seasonDays(facts, 2027, TODAY);
		const view = facts.on("uscis/season-dates-fy2027", TODAY);
		expect(days.map((one) => one.day)).toEqual([
			...[
				"registrationOpens",
				"registrationCloses",
				"selectionDone",
				"filingOpens",
				"filingCloses",
				"capReached",
			].map((name) => figureDate(view, name)),
			"2026-10-01",
		]);
		expect(new Set(days.map(({ id }) => id)).size).toBe(days.length);
	});

	it("of a season without dates are its first day of work alone, and say so", () => {
		const days = seasonDays(facts, 2028, TODAY);
		expect(days.map((one) => one.day)).toEqual(["2027-10-01"]);
		expect(days[0]?.notes).toContain("not announced");
	});

	it("tell nothing of what came later", () => {
		expect(seasonDays(facts, 2027, day("2026-01-15")).map((one) => one.day)).toEqual([
			"2026-10-01",
		]);
	});
});
