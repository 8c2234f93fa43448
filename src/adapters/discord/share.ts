import {
	type ButtonInteraction,
	PermissionFlagsBits,
	type StringSelectMenuInteraction,
} from "discord.js";
import { message } from "../../core/say.ts";
import type { Reply } from "../../core/reply.ts";
import { codeOf, isAlreadyAnswered, tellPrivately } from "./answer-failure.ts";
import { componentsOf, isPrivateCard } from "./card-state.ts";
import type { Press } from "./custom-id.ts";
import type { HandlerParts } from "./parts.ts";
import { AT_ONCE_MS, persist } from "./persist.ts";
import { addLater, withOrWithout } from "./send-picture.ts";
import { renderAnswer, renderCopy } from "./render.ts";
import { inTheirs, whoOf } from "./who.ts";

/** A press of one of our controls. */
export type ComponentInteraction = ButtonInteraction | StringSelectMenuInteraction;

/** Whether somebody else asked for the card; a card that does not say is its viewer's when it is private. */
export function isAnothers({ message, user }: ComponentInteraction): boolean {
	const asker = message.interactionMetadata?.user.id;
	return asker === undefined ? !isPrivateCard(message) : asker !== user.id;
}

/** Why this person may not share this card here, as a message; null when they may. */
export function refusal(interaction: ComponentInteraction): string | null {
	// Discord shows a private card to its asker alone; this holds even where it should fail to.
	if (isAnothers(interaction)) {
		return message(
			"Only the person who asked can share this answer. Ask it yourself, then share your own.",
		);
	}
	const may = interaction.memberPermissions;
	if (
		may &&
		!may.any([PermissionFlagsBits.SendMessages, PermissionFlagsBits.SendMessagesInThreads])
	) {
		return message(
			"You can't post in this channel, so this answer stays private. Ask again in a channel where you can post.",
		);
	}
	return null;
}

// Discord's codes for "not allowed here".
const NOT_ALLOWED = new Set<number | string>([50001, 50013]);

/**
 * Posts the card for everyone, made again from the button's id or from what is drawn. True when it is
 * there.
 *
 * The post itself is the acknowledgement: it needs no permission of ours, cannot be posted twice when
 * a call is retried, and leaves the interaction open for a private word when it is refused. Making the
 * card takes about a millisecond, so nothing is gained by deferring; a public deferral could not turn
 * private again.
 */
export async function share(
	parts: HandlerParts,
	interaction: ComponentInteraction,
	press: Press,
): Promise<boolean> {
	const no = refusal(interaction);
	if (no) return notShared(parts, interaction, no);
	const by = { name: nameOf(interaction), id: interaction.user.id };
	try {
		if (press.kind === "copy") {
			const card = parts.desk.speakTo(whoOf(interaction), () =>
				renderCopy(componentsOf(interaction.message), by),
			);
			await persist(() => interaction.reply(card), parts.wait, AT_ONCE_MS);
			return true;
		}
		const reply = parts.desk.run(press.action.command, press.action.input, {
			locale: interaction.locale,
			at: whoOf(interaction),
		});
		if (reply.isPrivate || reply.noShare || reply.outcome !== "answered" || reply.again === null)
			return notShared(parts, interaction, GONE);
		await post(parts, interaction, reply, by);
		return true;
	} catch (error) {
		// Posted by an earlier try whose answer was lost.
		if (isAlreadyAnswered(error)) return true;
		const code = codeOf(error);
		if (code === undefined || !NOT_ALLOWED.has(code)) throw error;
		return notShared(parts, interaction, NO_PERMISSION);
	}
}

const GONE = message("This answer can't be shared any more. Run the command again.");
const NO_PERMISSION = message(
	"I'm not allowed to post in this channel. Ask a moderator to let this app view the channel and send messages, or share in another channel.",
);

async function notShared(
	{ desk, wait }: HandlerParts,
	interaction: ComponentInteraction,
	words: string,
): Promise<false> {
	await tellPrivately(interaction, inTheirs(interaction, desk, words), wait);
	return false;
}

/**
 * A chart was nearly always drawn for the private card just before, so its picture goes with the post;
 * one that was not is added to the post afterwards.
 */
async function post(
	parts: HandlerParts,
	interaction: ComponentInteraction,
	reply: Reply,
	sharedBy: { name: string; id: string },
): Promise<void> {
	const { chart } = reply.answer;
	const drawn = chart && parts.pictures.drawn(chart);
	await withOrWithout(drawn, parts, (picture) => {
		const card = renderAnswer(reply, { sharedBy, picture });
		return persist(() => interaction.reply(card), parts.wait, picture ? [] : AT_ONCE_MS);
	});
	if (chart && !drawn) await addLater(interaction, reply, { sharedBy }, parts);
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
