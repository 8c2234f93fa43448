import { setTimeout as sleep } from "node:timers/promises";
import { DiscordAPIError, DiscordjsError } from "discord.js";
import { RenderLimitError } from "./limits.ts";

/** Passes the time; tests pass it at once. */
export type Wait = (ms: number) => Promise<void>;
export const realWait: Wait = (ms) => sleep(ms);

/** For an acknowledgement, which is worth nothing after 3 s. discord.js has tried before: see `retries` there. */
export const AT_ONCE_MS = [0, 300];
/** For a card that is owed: its interaction lives 15 minutes. */
export const PATIENTLY_MS = [300, 1_500, 5_000];

/** Repeats a call that Discord did not answer properly. A refusal is an answer, and our mistakes stay mistakes. */
export async function persist<T>(
	call: () => Promise<T>,
	wait: Wait,
	delaysMs: readonly number[],
): Promise<T> {
	for (const ms of delaysMs) {
		try {
			return await call();
		} catch (error) {
			if (isFinal(error)) throw error;
			await wait(ms);
		}
	}
	return call();
}

const FINAL = [DiscordAPIError, DiscordjsError, RenderLimitError, TypeError, RangeError];

/**
 * "Unknown Webhook": over HTTP an edit may overtake the response that acknowledged.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
 */
const NOT_YET = 10015;

function isFinal(error: unknown): boolean {
	if (error instanceof DiscordAPIError && error.code === NOT_YET) return false;
	return FINAL.some((kind) => error instanceof kind);
}
