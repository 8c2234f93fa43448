import { answer } from "../core/answer.ts";
import { notCovered } from "../core/reply.ts";
import { say } from "../core/say.ts";
import { StoreError } from "../store/store.ts";
import type { Tell } from "./command.ts";

/** What is said when the store can't be used; any other error is passed on. */
export function storeTrouble(error: unknown): Tell {
	if (!(error instanceof StoreError)) throw error;
	return () =>
		notCovered(
			answer({
				title: say("Not now"),
				lead: say(
					"What this desk keeps can't be reached now, so nothing was changed. Please try again in a few minutes.",
				),
				rows: [
					{
						label: say("Still works"),
						value: say("Questions and all cards, such as /ask and /odds."),
					},
				],
			}),
		);
}
