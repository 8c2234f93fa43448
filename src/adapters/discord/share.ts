import {
	type ButtonInteraction,
	MessageFlags,
	PermissionFlagsBits,
	type StringSelectMenuInteraction,
} from "discord.js";
import type { Action } from "../../core/answer.ts";
import type { Reply } from "../../core/reply.ts";
import { codeOf, isAlreadyAnswered, tellPrivately } from "./answer-failure.ts";
import type { HandlerParts } from "./handle.ts";
import { AT_ONCE_MS, persist } from "./persist.ts";
import { addLater, withOrWithout } from "./send-picture.ts";
import { renderAnswer } from "./render.ts";

/** A press of one of our controls. */
export type ComponentInteraction = ButtonInteraction | StringSelectMenuInteraction;

/** Why this person may not share this card here, in words for them; null when they may. */
export function refusal(interaction: ComponentInteraction): string | null {
	const asker = interaction.message.interactionMetadata?.user.id;
	const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
	// Discord shows a private card to its asker alone; this holds even where it should fail to.
	if (asker === undefined ? !isPrivate : asker !== interaction.user.id) {
		return "Only the person who asked can share this answer. Ask it yourself, then share your own.";
	}
	const may = interaction.memberPermissions;
	if (
		may &&
		!may.any([PermissionFlagsBits.SendMessages, PermissionFlagsBits.SendMessagesInThreads])
	) {
		return "You can't post in this channel, so this answer stays private. Ask again in a channel where you can post.";
	}
	return null;
}

// Discord's codes for "not allowed here".
const NOT_ALLOWED = new Set<number | string>([50001, 50013]);

/**
 * Posts the card for everyone, made again from the button's id.
 *
 * The post itself is the acknowledgement: it needs no permission of ours, cannot be posted twice when
 * a call is retried, and leaves the interaction open for a private word when it is refused. Making the
 * card takes about a millisecond, so nothing is gained by deferring; a public deferral could not turn
 * private again. A chart was nearly always drawn for the private card just before, so its picture goes
 * with the post; one that was not is added to the post afterwards.
 */
export async function share(
	parts: HandlerParts,
	interaction: ComponentInteraction,
	action: Action,
): Promise<Reply | null> {
	const { desk, wait } = parts;
	const no = refusal(interaction);
	if (no) {
		await tellPrivately(interaction, no, wait);
		return null;
	}
	const reply = desk.run(action.command, action.input, { locale: interaction.locale });
	if (reply.outcome !== "answered" || reply.again === null) {
		await tellPrivately(
			interaction,
			"This answer can't be shared any more. Run the command again.",
			wait,
		);
		return null;
	}
	const options = { sharedBy: { name: nameOf(interaction), id: interaction.user.id } };
	const { chart } = reply.answer;
	const drawn = chart && parts.pictures.drawn(chart);
	try {
		await withOrWithout(drawn, parts, (picture) => {
			const card = renderAnswer(reply, { ...options, picture });
			return persist(() => interaction.reply(card), wait, picture ? [] : AT_ONCE_MS);
		});
		if (chart && !drawn) await addLater(interaction, reply, options, parts);
		return reply;
	} catch (error) {
		// Posted by an earlier try whose answer was lost.
		if (isAlreadyAnswered(error)) return reply;
		const code = codeOf(error);
		if (code === undefined || !NOT_ALLOWED.has(code)) throw error;
		await tellPrivately(
			interaction,
			"I'm not allowed to post in this channel. Ask a moderator to let this app view the channel and send messages, or share in another channel.",
			wait,
		);
		return null;
	}
}

function nameOf(interaction: ComponentInteraction): string {
	const { member, user } = interaction;
	const nick =
		member && "nick" in member
			? member.nick
			: member && "nickname" in member
				? member.nickname
				: null;
	return nick ?? user.globalName ?? user.username;
}
