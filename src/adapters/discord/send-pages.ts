import { MessageFlags, type RepliableInteraction } from "discord.js";
import type { Picture } from "../../charts/png.ts";
import type { Reply } from "../../core/reply.ts";
import { moreId } from "./controls.ts";
import { LIMITS } from "./limits.ts";
import type { HandlerParts, InteractionParts } from "./parts.ts";
import { AT_ONCE_MS, PATIENTLY_MS, persist } from "./persist.ts";
import { type Card, pageCount, renderAnswer, type RenderOptions } from "./render.ts";
import { withOrWithout } from "./send-picture.ts";

export interface Sending extends Pick<RenderOptions, "form" | "menu" | "isPublic"> {
	/** From 1. */
	from?: number;
	/** The card replaces one that may have a picture. */
	replaces?: boolean;
}

/**
 * Sends a page, and the rest at once where it was asked for (Show all) or cannot be asked for (a card
 * that no id can make again).
 */
export async function sendPages(
	interaction: RepliableInteraction,
	reply: Reply,
	parts: Pick<HandlerParts, "pictures" | "isBusy" | "wait" | "log">,
	{ from = 1, replaces = false, ...looks }: Sending = {},
): Promise<void> {
	const { wait } = parts;
	const pages = pageCount(reply);
	const waitsForPress = from === 1 && moreId(reply, 2) !== undefined;
	const last = waitsForPress ? from : Math.min(pages, from + LIMITS.followUps.max);
	const card = (page: number, picture: Picture | null = null): Card =>
		renderAnswer(reply, { ...looks, page, offersRest: page === last, picture });
	const { chart } = reply.answer;
	const isShown = from === 1 && !parts.isBusy();
	const drawn = isShown && chart ? await parts.pictures.draw(chart) : null;
	await withOrWithout(drawn, parts, (picture) => {
		const first = card(from, picture);
		return persist(
			() => interaction.editReply({ ...first, ...(replaces && { attachments: [] }) }),
			wait,
			PATIENTLY_MS,
		);
	});
	for (let page = from + 1; page <= last; page++) {
		const next = card(page);
		const followUp = { ...next, flags: [...next.flags, MessageFlags.Ephemeral] } as const;
		await persist(() => interaction.followUp(followUp), wait, PATIENTLY_MS);
	}
}

/** Answers with a private card at once, where one message without a picture is all of it. True when it did. */
export async function sendAtOnce(
	interaction: RepliableInteraction,
	reply: Reply,
	{ isBusy, wait, watched }: Pick<InteractionParts, "isBusy" | "wait" | "watched">,
	{ from = 1, form }: Pick<Sending, "from" | "form"> = {},
): Promise<boolean> {
	const showsPicture = from === 1 && reply.answer.chart !== null && !isBusy();
	const isAll = from === pageCount(reply) || (from === 1 && moreId(reply, 2) !== undefined);
	if (showsPicture || !isAll) return false;
	const card = renderAnswer(reply, { form, page: from });
	const message = { ...card, flags: [...card.flags, MessageFlags.Ephemeral] } as const;
	await persist(() => interaction.reply(message), wait, AT_ONCE_MS);
	watched.acked();
	return true;
}
