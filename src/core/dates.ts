import { Temporal } from "temporal-polyfill";

/** A calendar day written `YYYY-MM-DD`, without a time or a zone. Sorts as text. */
export type PlainDate = string & { readonly __brand: "PlainDate" };

/** The day named by `text`, or undefined when it names none (`2026-02-30`, `soon`). */
export function plainDate(text: string): PlainDate | undefined {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
	try {
		return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() as PlainDate;
	} catch {
		return undefined;
	}
}

/** A day known to be valid in the source code. Throws RangeError otherwise. */
export function day(text: string): PlainDate {
	const date = plainDate(text);
	if (!date) throw new RangeError(`not a calendar day: ${text}`);
	return date;
}

export function addDays(date: PlainDate, days: number): PlainDate {
	return Temporal.PlainDate.from(date).add({ days }).toString() as PlainDate;
}

/** Whole days from `a` to `b`; negative when `b` comes first. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
	return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b)).days;
}

/** The calendar day of an instant in Washington, where the agencies' deadlines run. */
export function dayInWashington(epochMs: number): PlainDate {
	return Temporal.Instant.fromEpochMilliseconds(epochMs)
		.toZonedDateTimeISO("America/New_York")
		.toPlainDate()
		.toString() as PlainDate;
}
