import { expect, it } from "vitest";
import { addDays, day, type PlainDate } from "../../src/core/dates.ts";
import type { FactValue } from "../../src/core/facts/fact.ts";
import { STATUSES } from "../../src/core/status.ts";
import { facts } from "../helpers/desk.ts";

function everyDay(from: string, to: string): PlainDate[] {
	const days: PlainDate[] = [];
	for (let date = day(from); date <= day(to); date = addDays(date, 1)) days.push(date);
	return days;
}

it("answers for every fact on every day from 2004 to 2028, without gap, overlap or exception", () => {
	const wrong: string[] = [];
	const days = everyDay("2004-01-01", "2028-12-31");
	for (const fact of facts.all) {
		let before = -1;
		for (const date of days) {
			const view = facts.on(fact.id, date);
			// Once known, always known; and states follow one another in the order of the file.
			const at = view.known ? fact.values.indexOf(view.entry as FactValue) : -1;
			if (at < before) wrong.push(`${fact.id} on ${date}: goes back from entry ${before} to ${at}`);
			if (view.known && view.status !== null && !STATUSES.includes(view.status))
				wrong.push(`${fact.id} on ${date}: status ${view.status}`);
			before = at;
		}
	}
	expect(wrong).toEqual([]);
});
