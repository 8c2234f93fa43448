import { message } from "./say.ts";
/** Where a thing stands in law. One list, used everywhere. */
export const STATUSES = [
	"in-effect",
	"scheduled",
	"blocked",
	"proposed",
	"pending",
	"ended",
	"expired",
] as const;
export type Status = (typeof STATUSES)[number];

/** The status as people read it. */
export const STATUS_WORDS: Record<Status, string> = {
	"in-effect": message("In effect"),
	scheduled: message("Scheduled"),
	blocked: message("Blocked by court"),
	proposed: message("Proposed only"),
	pending: message("Pending, undecided"),
	ended: message("Ended"),
	expired: message("Expired"),
};

// From the most settled to the least: an answer is only as settled as its least settled fact.
const UNSETTLED_ORDER: readonly Status[] = [
	"in-effect",
	"ended",
	"expired",
	"scheduled",
	"proposed",
	"pending",
	"blocked",
];

/** The least settled of some statuses, or null when there is none. */
export function leastSettled(statuses: Iterable<Status | null>): Status | null {
	let worst: Status | null = null;
	for (const status of statuses) {
		if (status === null) continue;
		if (worst === null || UNSETTLED_ORDER.indexOf(status) > UNSETTLED_ORDER.indexOf(worst)) {
			worst = status;
		}
	}
	return worst;
}
