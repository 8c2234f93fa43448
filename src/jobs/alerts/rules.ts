import { NONCE_MS, type PostOutcome } from "../../core/post.ts";
import type { Place } from "../../core/who.ts";
import type { DeliveryRecord } from "./record.ts";

/** A post under way is left alone for this long, whoever began it: no post takes longer. */
export const CLAIM_MS = 20_000;
/** Of one change in one channel where a repeat may show twice. Each is a crash or a broken answer. */
const MAX_TRIES = 4;
/** A channel that is closed to the app is tried again after this long, */
export const SHUT_RETRY_MS = 6 * 3_600_000;
/** and its watch is dropped when it was closed at every try, */
const SHUT_TIMES = 4;
/** from the first to the last over at least this long. */
const SHUT_FOR_MS = 24 * 3_600_000;

export type OpenStep = "wait" | "repeat" | "give-up";

/**
 * What to do about a post whose outcome is unknown. With a nonce: the same again while the nonce holds,
 * and never after. Without one: again, and it may show twice; a change that is told twice is better than
 * one that is not told.
 */
export function openStep(
	open: NonNullable<DeliveryRecord["open"]>,
	platform: Place["platform"],
	now: number,
): OpenStep {
	const age = now - open.last;
	if (age >= 0 && age < CLAIM_MS) return "wait";
	if (platform === "discord") return now - open.first < NONCE_MS && age >= 0 ? "repeat" : "give-up";
	return open.tries < MAX_TRIES ? "repeat" : "give-up";
}

/** Whether a channel that the app may not post in is given up, and its watch dropped. */
const isLost = ({ since, last, times }: NonNullable<DeliveryRecord["shut"]>): boolean =>
	times >= SHUT_TIMES && last - since >= SHUT_FOR_MS;

/** The record after an outcome, or `drop`: the watch goes. `claimed` is the record written before the post. */
export function recordAfter(
	claimed: DeliveryRecord,
	outcome: PostOutcome,
	now: number,
): DeliveryRecord | "drop" {
	const { open, shut, ...rest } = claimed;
	if (!open) throw new TypeError("no post was under way");
	if (outcome.done)
		return {
			cursor: open.change,
			sent: { change: open.change, message: outcome.message, at: now },
		};
	switch (outcome.because) {
		case "gone":
			return "drop";
		case "refused":
			return { ...rest, cursor: open.change };
		case "unknown":
			return claimed;
		case "later":
		case "down":
			// The first try was not posted; after an unknown one that question stays open.
			return open.tries > 1 ? claimed : { ...rest, ...(shut && { shut }) };
		case "shut": {
			const closed = { since: shut?.since ?? now, last: now, times: (shut?.times ?? 0) + 1 };
			return isLost(closed) ? "drop" : { ...rest, shut: closed };
		}
	}
}
