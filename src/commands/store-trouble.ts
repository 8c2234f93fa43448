import { answer } from "../core/answer.ts";
import { notCovered, type Result } from "../core/reply.ts";
import { StoreError } from "../store/store.ts";

/** What is said when the store can't be used; any other error is passed on. */
export function storeTrouble(error: unknown): Result {
	if (!(error instanceof StoreError)) throw error;
	return notCovered(
		answer({
			title: "Not now",
			lead: "What this desk keeps can't be reached now, so nothing was changed. Please try again in a few minutes.",
			rows: [{ label: "Still works", value: "Questions and all cards, such as /ask and /odds." }],
		}),
	);
}
