import type { Desk } from "../../commands/desk.ts";
import { decodeAction, encodeAction } from "../../core/action-id.ts";
import { plain } from "./escape.ts";
import { LIMITS } from "./limits.ts";

/** The options that are picked from suggestions; each is the action id of its menu. */
export const PICKED = /^(occupation|area|topic)$/;

/** What Slack sends while somebody types in a menu. */
export interface Typing {
	action_id: string;
	block_id: string;
	value: string;
}

/** Suggestions as options whose value is the whole command, so that a pick needs nothing remembered. */
export function pickOptions(desk: Pick<Desk, "complete">, typing: Typing) {
	const action = decodeAction(typing.block_id);
	if (!action || !PICKED.test(typing.action_id)) return [];
	return desk.complete(action.command, typing.action_id, typing.value).flatMap((found) => {
		const input = { ...action.input, [typing.action_id]: found.value };
		const value = encodeAction({ command: action.command, input }, LIMITS.optionValue.max);
		const letters = [...plain(found.name)];
		const text =
			letters.length > LIMITS.optionText.max
				? `${letters.slice(0, LIMITS.optionText.max - 1).join("")}…`
				: letters.join("");
		return value ? [{ text: { type: "plain_text" as const, text, emoji: false }, value }] : [];
	});
}
