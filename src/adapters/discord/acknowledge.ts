import { MessageFlags, type RepliableInteraction } from "discord.js";
import { isAlreadyAnswered } from "./answer-failure.ts";
import { componentsOf, disabled } from "./card-state.ts";
import type { InteractionParts } from "./parts.ts";
import { AT_ONCE_MS, persist } from "./persist.ts";
import type { ComponentInteraction } from "./share.ts";

type Parts = Pick<InteractionParts, "log" | "wait" | "watched">;

/**
 * Acknowledges before any work. An answer takes about a millisecond, so one direct reply would mostly
 * be quicker; but behind a slow answer or a call that must be repeated, its worst case is "The
 * application did not respond" with no way back. A deferral is tiny, the same for everything, and
 * leaves 15 minutes to get the card through. Over HTTP nothing is repeated: see `give`.
 */
export async function acknowledge(
	interaction: RepliableInteraction,
	parts: Parts,
	{ isPublic = false } = {},
): Promise<void> {
	const options = isPublic ? {} : ({ flags: MessageFlags.Ephemeral } as const);
	await once(() => interaction.deferReply(options), interaction, parts);
	interaction.deferred = true;
}

/**
 * Acknowledges a pick by showing its own card with every control disabled, until the answer takes its
 * place. A card with a picture is left as it is: Discord does not take back the address it gave it.
 */
export async function acknowledgePick(
	interaction: ComponentInteraction,
	parts: Parts,
): Promise<void> {
	const { message } = interaction;
	if (message.attachments.size > 0) {
		await once(() => interaction.deferUpdate(), interaction, parts);
		interaction.deferred = true;
	} else {
		const components = componentsOf(message).map(disabled);
		await once(() => interaction.update({ components }), interaction, parts);
	}
	// What follows is a message of its own should this fail: the card itself stays.
	interaction.replied = true;
}

async function once(
	call: () => Promise<unknown>,
	interaction: RepliableInteraction,
	{ log, wait, watched }: Parts,
) {
	try {
		await persist(call, wait, AT_ONCE_MS);
		watched.acked();
	} catch (error) {
		if (!isAlreadyAnswered(error)) throw error;
		// Either our first try arrived and its answer was lost, or another process was faster: both
		// owe the same card to the same place, so going on is right and harmless.
		log.warn({ type: interaction.type }, "discord: was already acknowledged");
	}
}
