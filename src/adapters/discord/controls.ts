import {
	type APIActionRowComponent,
	type APIButtonComponent,
	type APIComponentInMessageActionRow,
	type APIStringSelectComponent,
	ButtonStyle,
	ComponentType,
} from "discord-api-types/v10";
import { encodeAction } from "../../core/action-id.ts";
import type { Answer, Button } from "../../core/answer.ts";
import { fixed } from "../../core/card-words.ts";
import type { Reply } from "../../core/reply.ts";
import { tellsPay } from "../../core/wages/read-wage.ts";
import { encodePress, PICK } from "./custom-id.ts";
import { isWebAddress, plain } from "./escape.ts";
import { LIMITS } from "./limits.ts";

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/**
 * The id of Share, or undefined where a card cannot be shared. A card whose words fit into no id, such as
 * a long claim, is shared as it is drawn: Discord sends it along with the press. Not where it goes on,
 * nor with a picture, whose address does not last, nor where pay was typed.
 */
export function shareId(reply: Reply, isWhole = false): string | undefined {
	const { again, answer } = reply;
	if (again === null || reply.noShare || reply.outcome !== "answered") return undefined;
	const id = encodePress({ kind: "share", action: again });
	if (id !== undefined || !isWhole || answer.chart || reply.isPrivate) return id;
	if (Object.values(again.input).some((value) => tellsPay(String(value)))) return undefined;
	return encodePress({ kind: "copy", action: { command: again.command, input: {} } });
}

/** The id of Show all, or undefined where the card cannot be made again from an id. */
export function moreId(reply: Reply, page: number): string | undefined {
	return reply.again === null
		? undefined
		: encodePress({ kind: "more", page, action: reply.again });
}

/** Follow-up buttons, then the form, Show all and Share; what one row does not hold goes to the next. */
export function buttonRow(
	answer: Answer,
	parts: {
		buttons: readonly Button[];
		form: string | undefined;
		more: string | undefined;
		share: string | undefined;
	},
): Row[] {
	const buttons = parts.buttons.flatMap(followUp);
	if (parts.form)
		buttons.push(press(parts.form, fixed(answer, "Enter an offer"), ButtonStyle.Secondary));
	if (parts.more) buttons.push(press(parts.more, fixed(answer, "Show all"), ButtonStyle.Primary));
	if (parts.share) buttons.push(press(parts.share, fixed(answer, "Share"), ButtonStyle.Secondary));
	const once = new Map(
		buttons.map((button) => [
			"custom_id" in button ? button.custom_id : JSON.stringify(button),
			button,
		]),
	);
	const all = [...once.values()];
	const rows: Row[] = [];
	for (let i = 0; i < all.length; i += LIMITS.buttonsPerRow.max)
		rows.push({
			type: ComponentType.ActionRow,
			components: all.slice(i, i + LIMITS.buttonsPerRow.max),
		});
	return rows;
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
export function choiceRows(answer: Answer): Row[] {
	const options = new Map<string, APIStringSelectComponent["options"][number]>();
	for (const choice of answer.choices) {
		const value = encodeAction(choice.do, LIMITS.selectText.max);
		if (value === undefined || options.has(value)) continue;
		const note = plain(choice.note ?? "", LIMITS.selectText.max);
		options.set(value, {
			label: plain(choice.label, LIMITS.selectText.max) || fixed(answer, "Choose"),
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
			placeholder: fixed(answer, "Choose one"),
			options: all.slice(i, i + LIMITS.selectOptions.max),
		};
		rows.push({ type: ComponentType.ActionRow, components: [select] });
	}
	return rows;
}
