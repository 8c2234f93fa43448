import type { Desk } from "../../commands/desk.ts";
import { decodeAction, encodeAction } from "../../core/action-id.ts";
import { LIMITS } from "./limits.ts";
import { plainText, short } from "./text.ts";

/** The options that are picked from suggestions; each is the action id of its menu. */
export const PICKED = /^(occupation|area|topic)$/;

/** What Slack sends while somebody types in a menu. */
export interface Typing {
	action_id: string;
	block_id: string;
	value: string;
	/** The form that the menu is a field of. */
	view?: { callback_id?: string } | undefined;
}

/** Suggestions: in a form their value is the option's; on a card the whole command, so that nothing is remembered. */
export function pickOptions(desk: Pick<Desk, "complete">, typing: Typing) {
	const { action_id: option, value: typed } = typing;
	if (!PICKED.test(option)) return [];
	const form = /^form:([a-z]+)$/.exec(typing.view?.callback_id ?? "")?.[1];
	const action = form ? { command: form, input: {} } : decodeAction(typing.block_id);
	if (!action) return [];
	return desk.complete(action.command, option, typed).flatMap((found) => {
		const input = { ...action.input, [option]: found.value };
		const value = form
			? String(found.value)
			: encodeAction({ command: action.command, input }, LIMITS.optionValue.max);
		if (!value || value.length > LIMITS.optionValue.max) return [];
		return [{ text: plainText(short(found.name, LIMITS.optionText.max)), value }];
	});
}
