import { DiscordAPIError, MessageFlags, type RepliableInteraction } from "discord.js";
import type { Logger } from "pino";
import { message } from "../../core/say.ts";
import type { Wait } from "./persist.ts";

// https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
const UNKNOWN_INTERACTION = 10062;
const ALREADY_ACKNOWLEDGED = 40060;

export const codeOf = (error: unknown): number | string | undefined =>
	error instanceof DiscordAPIError ? error.code : undefined;

/** Three seconds were over before our answer arrived: nobody is left to answer. */
export const isTooLate = (error: unknown): boolean => codeOf(error) === UNKNOWN_INTERACTION;
/** An earlier try of ours got through although its answer was lost, or another process was faster. */
export const isAlreadyAnswered = (error: unknown): boolean =>
	codeOf(error) === ALREADY_ACKNOWLEDGED;

// After a platform hiccup the private message is still owed; the interaction lives 15 minutes.
const TRIES_AFTER_MS = [0, 1_000, 4_000, 15_000];

/** Ends an interaction in plain words that only its user sees, whatever state it is in. */
export async function tellPrivately(
	interaction: RepliableInteraction,
	words: string,
	wait: Wait,
): Promise<void> {
	let failure: unknown;
	for (const ms of TRIES_AFTER_MS) {
		if (ms > 0) await wait(ms);
		try {
			return await tell(interaction, words);
		} catch (error) {
			if (isTooLate(error)) throw error;
			if (isAlreadyAnswered(error)) interaction.deferred = true;
			failure = error;
		}
	}
	throw failure;
}

async function tell(interaction: RepliableInteraction, words: string): Promise<void> {
	const message = { content: words, allowedMentions: { parse: [] } } as const;
	if (interaction.deferred && !interaction.replied) await interaction.editReply(message);
	else if (interaction.replied)
		await interaction.followUp({ ...message, flags: MessageFlags.Ephemeral });
	else await interaction.reply({ ...message, flags: MessageFlags.Ephemeral });
}

export const FAILED = message(
	"Something went wrong on our side. Nothing was lost; please try again. Reference {reference}",
);

interface Failed {
	log: Logger;
	what: string;
	wait: Wait;
	reference: string;
	/** `FAILED`, in the language of whoever reads it. */
	words: string;
}

/**
 * The end of a failed interaction: a line in the log and a private message that carry the same
 * reference. Neither holds what the user typed; the message holds nothing of the error.
 */
export async function answerFailure(
	interaction: RepliableInteraction,
	error: unknown,
	{ log, what, wait, reference, words }: Failed,
): Promise<void> {
	if (isTooLate(error) || isAlreadyAnswered(error)) {
		log.warn(
			{ what, code: codeOf(error) },
			"discord: the interaction was over or already answered",
		);
		return;
	}
	log.error({ what, reference, ...safe(error) }, "discord: an interaction failed");
	try {
		await tellPrivately(interaction, words, wait);
	} catch (second) {
		log.error({ what, reference, ...safe(second) }, "discord: the failure could not be told");
	}
}

/** What may be logged of an error. Discord's own errors carry the request's body, so not the error itself. */
export function safe(error: unknown): {
	error: string;
	code?: number | string;
	status?: number;
	at?: string;
} {
	if (error instanceof DiscordAPIError) {
		return { error: error.name, code: error.code, status: error.status };
	}
	if (!(error instanceof Error)) return { error: typeof error };
	// A message may quote input; the frames name only our files.
	return {
		error: error.name,
		at:
			error.stack
				?.split("\n")
				.find((line) => line.includes(" at "))
				?.trim() ?? "",
	};
}
