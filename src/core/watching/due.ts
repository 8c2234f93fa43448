import { Temporal } from "temporal-polyfill";
import type { QuietHours, Watch } from "./watch.ts";

type Times = Pick<Watch, "when" | "hour" | "quiet" | "timeZone">;

/** Whether a change found at one instant may be told at another. Instants in epoch milliseconds. */
export function isDue(times: Times, found: number, now: number): boolean {
	if (times.quiet && isQuiet(times.quiet, local(times, now).hour)) return false;
	return times.when === "at-once" ? now >= found : now >= nextDigest(times, found);
}

/**
 * The first instant after `after` that is the digest's hour on the wall clock. Where clocks skip that
 * hour, the digest comes when they have moved on; where they repeat it, at the first of the two.
 */
export function nextDigest(times: Times, after: number): number {
	const day = local(times, after).toPlainDate();
	const on = (date: Temporal.PlainDate): number =>
		date.toZonedDateTime({
			timeZone: times.timeZone,
			plainTime: { hour: times.hour },
		}).epochMilliseconds;
	const today = on(day);
	return today > after ? today : on(day.add({ days: 1 }));
}

/** Whether an hour on the wall clock is in quiet hours, which may run over midnight. */
export function isQuiet({ from, to }: QuietHours, hour: number): boolean {
	return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

const local = ({ timeZone }: Times, at: number): Temporal.ZonedDateTime =>
	Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
