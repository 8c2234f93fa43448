import type { RepliableInteraction } from "discord.js";
import type { Reply } from "../../core/reply.ts";
import { acknowledge } from "./acknowledge.ts";
import type { InteractionParts } from "./parts.ts";
import { type Sending, sendAtOnce, sendPages } from "./send-pages.ts";
import { byOf, type Given } from "./given.ts";

type Looks = (reply: Reply) => Pick<Sending, "from" | "form">;

/**
 * Answers with a private card of its own. Over HTTP the response to the request carries it where that
 * is all there is to send: one step instead of an acknowledgement and an edit that must not overtake
 * it, and the answer takes a millisecond or two. Otherwise it acknowledges before any work.
 */
export async function give(
	parts: InteractionParts,
	interaction: RepliableInteraction,
	given: Given,
	looks: Looks = () => ({}),
): Promise<Reply> {
	if (!parts.answersInResponse || waits(parts, given)) {
		await acknowledge(interaction, parts);
		const reply = await act(parts, interaction, given);
		await sendPages(interaction, reply, parts, looks(reply));
		return reply;
	}
	// No turn: the acknowledgement waits for it.
	const reply = await parts.desk.act(given.command, given.input, byOf(interaction, parts));
	if (await sendAtOnce(interaction, reply, parts, looks(reply))) return reply;
	await acknowledge(interaction, parts);
	await sendPages(interaction, reply, parts, looks(reply));
	return reply;
}

/** What asks the store may take its time. */
const waits = ({ desk }: InteractionParts, { command }: Given): boolean =>
	desk.commands.some(({ name, act }) => name === command && act !== undefined);

/** The reply, made after the acknowledgement, when it is its turn. */
export async function act(
	parts: InteractionParts,
	interaction: RepliableInteraction,
	{ command, input }: Given,
): Promise<Reply> {
	await parts.turn();
	return parts.desk.act(command, input, byOf(interaction, parts));
}
