import type { RepliableInteraction } from "discord.js";
import type { Picture } from "../../charts/png.ts";
import type { Reply } from "../../core/reply.ts";
import { isAlreadyAnswered, isTooLate, safe } from "./answer-failure.ts";
import type { HandlerParts } from "./parts.ts";
import { PATIENTLY_MS, persist } from "./persist.ts";
import { renderAnswer, type RenderOptions } from "./render.ts";

/**
 * Sends a card with its picture, and without it where Discord takes no file from us here: the text
 * says the same.
 */
export async function withOrWithout<T>(
	picture: Picture | null,
	{ log }: Pick<HandlerParts, "log">,
	send: (picture: Picture | null) => Promise<T>,
): Promise<T> {
	if (!picture) return send(null);
	try {
		return await send(picture);
	} catch (error) {
		if (isTooLate(error) || isAlreadyAnswered(error)) throw error;
		log.warn(safe(error), "discord: the card went without its picture");
		return send(null);
	}
}

/** Adds the picture to a card that had to be posted before it was drawn. */
export async function addLater(
	interaction: RepliableInteraction,
	reply: Reply,
	options: RenderOptions,
	{ pictures, wait, log }: Pick<HandlerParts, "pictures" | "wait" | "log">,
): Promise<void> {
	const { chart } = reply.answer;
	const picture = chart && (await pictures.draw(chart));
	if (!picture) return;
	const card = renderAnswer(reply, { ...options, picture });
	try {
		await persist(() => interaction.editReply(card), wait, PATIENTLY_MS);
	} catch (error) {
		log.warn(safe(error), "discord: the card went without its picture");
	}
}
