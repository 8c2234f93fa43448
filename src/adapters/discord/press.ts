import { decodeAction } from "../../core/action-id.ts";
import type { Action } from "../../core/answer.ts";
import { fixed } from "../../core/card-words.ts";
import type { Reply } from "../../core/reply.ts";
import { message } from "../../core/say.ts";
import { acknowledgePick } from "./acknowledge.ts";
import { tellPrivately } from "./answer-failure.ts";
import { componentsOf, isPrivateCard, menusOf } from "./card-state.ts";
import { formOn, openForm } from "./command.ts";
import { decodePress, PICK, type Press } from "./custom-id.ts";
import { decodeForm } from "./form-id.ts";
import { act, give } from "./give.ts";
import type { InteractionParts } from "./parts.ts";
import { sendPages } from "./send-pages.ts";
import { inTheirs } from "./who.ts";
import { type ComponentInteraction, isAnothers, share } from "./share.ts";

export const EXPIRED = message("This button has expired. Run the command again.");
const ANOTHERS = message("This answer belongs to the person who asked. Run the command yourself.");

/** A button or select. Those of a private card obey its asker; those of a public one answer whoever presses. */
export async function onPress(
	parts: InteractionParts,
	interaction: ComponentInteraction,
): Promise<string> {
	if (isPrivateCard(interaction.message) && isAnothers(interaction))
		return tell(parts, interaction, ANOTHERS, "declined");
	const form = decodeForm(interaction.customId);
	if (form && !interaction.isStringSelectMenu() && isKnown(parts, form))
		return openForm(parts, interaction, form);
	const press = readPress(interaction);
	if (!press || !isKnown(parts, press.action)) return tell(parts, interaction, EXPIRED, "expired");
	if (press.kind === "share" || press.kind === "copy")
		return (await share(parts, interaction, press)) ? "shared" : "not-shared";
	return interaction.isStringSelectMenu() && isPrivateCard(interaction.message)
		? answerInPlace(parts, interaction, press.action)
		: answerBelow(parts, interaction, press);
}

const isKnown = ({ desk }: InteractionParts, action: Action): boolean =>
	desk.commands.some(({ name }) => name === action.command);

async function tell(
	parts: InteractionParts,
	interaction: ComponentInteraction,
	words: string,
	outcome: string,
): Promise<string> {
	await tellPrivately(interaction, inTheirs(interaction, parts.desk, words), parts.wait);
	return outcome;
}

/** A button asks something further: a private card of its own, so that the first stays to compare. */
async function answerBelow(
	parts: InteractionParts,
	interaction: ComponentInteraction,
	press: Press,
): Promise<string> {
	const reply = await give(parts, interaction, press.action, (made) => ({
		from: press.kind === "more" ? press.page : 1,
		form: formOn(parts, made, press.action),
	}));
	return reply.outcome;
}

/**
 * A pick from a private list takes the list's place, with the menu below it to look at another. While
 * it is worked on, the controls are disabled; should it fail, they come back.
 */
async function answerInPlace(
	parts: InteractionParts,
	interaction: ComponentInteraction & { values: string[] },
	action: Action,
): Promise<string> {
	await acknowledgePick(interaction, parts);
	const before = componentsOf(interaction.message);
	try {
		const reply = await act(parts, interaction, action);
		await sendPages(interaction, reply, parts, {
			form: formOn(parts, reply, action),
			menu: menuBelow(reply, before, interaction),
			replaces: true,
		});
		return reply.outcome;
	} catch (error) {
		if (interaction.message.attachments.size === 0)
			await interaction.editReply({ components: before }).catch(() => {});
		throw error;
	}
}

function menuBelow(
	{ answer }: Reply,
	before: readonly object[],
	interaction: ComponentInteraction & { values: string[] },
): object[] {
	const { customId, values } = interaction;
	const placeholder = fixed(answer, "Look at another");
	return answer.choices.length > 0 ? [] : menusOf(before, { customId, values, placeholder });
}

export function readPress(interaction: ComponentInteraction): Press | undefined {
	if (!interaction.isStringSelectMenu()) return decodePress(interaction.customId);
	const action: Action | undefined = decodeAction(interaction.values[0] ?? "");
	return interaction.customId.startsWith(PICK) && action ? { kind: "do", action } : undefined;
}
