import { say } from "../../../core/say.ts";
import type { types } from "@slack/bolt";
import type { Reply } from "../../../core/reply.ts";
import { LIMITS } from "../limits.ts";
import { renderAnswer } from "../render.ts";
import { plainText } from "../text.ts";
import { isForm } from "./fields.ts";
import { encodeOpened, type Opened } from "./form-view.ts";

const CARD_VIEW = "card";

/** A card in a window: seen by whoever opened it alone. Its chart is left to its words: windows take none. */
export function cardView(
	reply: Reply,
	opened: Opened,
	{ page = 0, note }: { page?: number; note?: string } = {},
): types.ModalView {
	const { blocks } = renderAnswer(reply, {
		page,
		chart: "none",
		canShare: opened.url !== undefined || opened.channel !== undefined,
	});
	const again = isForm(reply.command)
		? [
				{
					type: "actions",
					elements: [
						{
							type: "button",
							action_id: `form:${reply.command}`,
							text: plainText(say("Fill in the form again")),
						},
					],
				},
			]
		: [];
	return {
		type: "modal",
		callback_id: CARD_VIEW,
		private_metadata: encodeOpened(opened),
		title: plainText("H-1B Desk"),
		close: plainText(say("Close")),
		blocks: [
			...(note ? [{ type: "section", text: plainText(note) }] : []),
			...blocks,
			...again,
		].slice(0, LIMITS.viewBlocks.max) as types.AnyBlock[],
	};
}

/** A sentence in a window, where there is no card to show. */
export function noteView(text: string): types.ModalView {
	return {
		type: "modal",
		callback_id: CARD_VIEW,
		title: plainText("H-1B Desk"),
		close: plainText(say("Close")),
		blocks: [{ type: "section", text: plainText(text) }],
	};
}
