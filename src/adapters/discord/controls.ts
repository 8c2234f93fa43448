import {
	type APIActionRowComponent,
	type APIButtonComponent,
	type APIComponentInMessageActionRow,
	type APIStringSelectComponent,
	ButtonStyle,
	ComponentType,
} from "discord.js";
import { encodeAction } from "../../core/action-id.ts";
import type { Button, Choice } from "../../core/answer.ts";
import type { Reply } from "../../core/reply.ts";
import { encodePress, PICK } from "./custom-id.ts";
import { isWebAddress, plain } from "./escape.ts";
import { LIMITS, within } from "./limits.ts";

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The id of Share, or undefined where a card cannot be shared. */
export function shareId(reply: Reply): string | undefined {
	if (reply.again === null || reply.noShare || reply.outcome !== "answered") return undefined;
	return encodePress({ kind: "share", action: reply.again });
}

/** The id of Show all, or undefined where the card cannot be made again from an id. */
export function moreId(reply: Reply, page: number): string | undefined {
	return reply.again === null
		? undefined
		: encodePress({ kind: "more", page, action: reply.again });
}

/** Follow-up buttons, then Show all, then Share: three and two, the five that a row holds. */
export function buttonRow(parts: {
	buttons: readonly Button[];
	more: string | undefined;
	share: string | undefined;
}): Row[] {
	const buttons = parts.buttons.flatMap(followUp);
	if (parts.more) buttons.push(press(parts.more, "Show all", ButtonStyle.Primary));
	if (parts.share) buttons.push(press(parts.share, "Share", ButtonStyle.Secondary));
	within("buttonsPerRow", buttons.length);
	const once = new Map(
		buttons.map((button) => [
			"custom_id" in button ? button.custom_id : JSON.stringify(button),
			button,
		]),
	);
	return once.size > 0 ? [{ type: ComponentType.ActionRow, components: [...once.values()] }] : [];
}

function followUp(button: Button): APIButtonComponent[] {
	if ("do" in button) {
		const id = encodePress({ kind: "do", action: button.do });
		return id ? [press(id, button.label, ButtonStyle.Secondary)] : [];
	}
	if (!isWebAddress(button.open) || button.open.length > LIMITS.buttonUrl.max) return [];
	return [
		{
			type: ComponentType.Button,
			style: ButtonStyle.Link,
			label: label(button.label),
			url: button.open,
		},
	];
}

function press(
	custom_id: string,
	words: string,
	style: ButtonStyle.Primary | ButtonStyle.Secondary,
): APIButtonComponent {
	return { type: ComponentType.Button, style, label: label(words), custom_id };
}

const label = (words: string): string => plain(words, LIMITS.buttonLabel.max) || "Open";

/** Choices as selects of 25. Their full words are in the text: a select shows the first 100 characters. */
export function choiceRows(choices: readonly Choice[]): Row[] {
	const options = new Map<string, APIStringSelectComponent["options"][number]>();
	for (const choice of choices) {
		const value = encodeAction(choice.do, LIMITS.selectText.max);
		if (value === undefined || options.has(value)) continue;
		const note = plain(choice.note ?? "", LIMITS.selectText.max);
		options.set(value, {
			label: plain(choice.label, LIMITS.selectText.max) || "Choose",
			value,
			...(note && { description: note }),
		});
	}
	const all = [...options.values()];
	const rows: Row[] = [];
	for (let i = 0; i < all.length; i += LIMITS.selectOptions.max) {
		const select: APIStringSelectComponent = {
			type: ComponentType.StringSelect,
			custom_id: `${PICK}${rows.length}`,
			placeholder: "Choose one",
			options: all.slice(i, i + LIMITS.selectOptions.max),
		};
		rows.push({ type: ComponentType.ActionRow, components: [select] });
	}
	return rows;
}
