import type {
	ButtonInteraction,
	ChatInputCommandInteraction,
	MessageContextMenuCommandInteraction,
	ModalSubmitInteraction,
} from "discord.js";
import { message } from "../../core/say.ts";
import type { Reply } from "../../core/reply.ts";
import { tellsPay } from "../../core/wages/read-wage.ts";
import { optionSpecs } from "../../commands/command.ts";
import { acknowledge } from "./acknowledge.ts";
import { tellPrivately } from "./answer-failure.ts";
import { claimIn } from "./claim.ts";
import { formOf } from "./form.ts";
import { decodeForm, formFor, formId } from "./form-id.ts";
import { give } from "./give.ts";
import { byOf, type Given } from "./given.ts";
import type { InteractionParts } from "./parts.ts";
import { AT_ONCE_MS, persist } from "./persist.ts";
import { readFields, readInput } from "./read-input.ts";
import { sendPages } from "./send-pages.ts";
import { inTheirs, whoOf } from "./who.ts";

/** A slash command; without any option, one that has a form opens it. */
export async function onCommand(
	parts: InteractionParts,
	interaction: ChatInputCommandInteraction,
): Promise<string> {
	const given = { command: interaction.commandName, input: readInput(interaction.options.data) };
	if (formFor(given.command) && Object.keys(given.input).length === 0)
		return openForm(parts, interaction, given);
	const early = await publicReply(parts, interaction, given);
	if (!early) {
		const reply = await give(parts, interaction, given, (made) => ({
			form: formOn(parts, made, given),
		}));
		return reply.outcome;
	}
	const { reply, isPublic } = early;
	await acknowledge(interaction, parts, { isPublic });
	await sendPages(interaction, reply, parts, { form: formOn(parts, reply, given), isPublic });
	return reply.outcome;
}

const NO_TEXT = message(
	"That message has no text to check. Choose one with a claim in words, or type it after /check.",
);

/** "Check this claim" in the menu of a message. */
export async function onMessageCommand(
	parts: InteractionParts,
	interaction: MessageContextMenuCommandInteraction,
): Promise<string> {
	const claim = claimIn(interaction.targetMessage);
	if (!claim) {
		await tellPrivately(interaction, inTheirs(interaction, parts.desk, NO_TEXT), parts.wait);
		return "invalid";
	}
	return (await give(parts, interaction, { command: "check", input: { claim } })).outcome;
}

/** Shows a form, which must be the first response: nothing is acknowledged before it. */
export async function openForm(
	{ desk, wait }: InteractionParts,
	interaction: ChatInputCommandInteraction | ButtonInteraction,
	known: Given,
): Promise<string> {
	const form = desk.speakTo(whoOf(interaction), () =>
		formOf(desk, known as Parameters<typeof formOf>[1]),
	);
	if (!form) throw new TypeError("no such form");
	await persist(() => interaction.showModal(form), wait, AT_ONCE_MS);
	return "choices";
}

/** What was filled into a form, beside what its id keeps. Always private: it may hold a wage. */
export async function onForm(
	parts: InteractionParts,
	interaction: ModalSubmitInteraction,
): Promise<string | undefined> {
	const known = decodeForm(interaction.customId);
	const asks = known && formFor(known.command)?.asks;
	if (!known || !asks) return undefined;
	const kept = Object.entries(known.input).filter(([name]) => !asks.includes(name));
	const input = { ...Object.fromEntries(kept), ...readFields(interaction.fields) };
	const given = { command: known.command, input };
	const reply = await give(parts, interaction, given, (made) => ({
		form: formOn(parts, made, given),
	}));
	return reply.outcome;
}

/** The button on a card that opens its form, filled in as it was; undefined where there is none. */
export function formOn({ desk }: InteractionParts, reply: Reply, given: Given): string | undefined {
	const command = desk.commands.find(({ name }) => name === reply.command);
	if (!command || !formFor(command.name)) return undefined;
	const isSame = given.command === reply.command;
	return formId(command, isSame ? given.input : (reply.again?.input ?? {}));
}

/**
 * The reply for a channel where an admin made answers public, made before the acknowledgement, because
 * that decides who sees it and cannot be changed. Undefined where answers are private anyway: by
 * default, for what changes or reads settings, and wherever pay was typed.
 */
async function publicReply(
	parts: InteractionParts,
	interaction: ChatInputCommandInteraction,
	given: Given,
): Promise<{ reply: Reply; isPublic: boolean } | undefined> {
	const { place, channel } = whoOf(interaction);
	if (parts.visibility(place, channel) !== "public") return undefined;
	const command = parts.desk.commands.find(({ name }) => name === given.command);
	if (!command || command.act || tellsPrivate(command, given.input)) return undefined;
	// No turn: the acknowledgement waits for it.
	const reply = await parts.desk.act(given.command, given.input, byOf(interaction, parts));
	const isPublic = reply.outcome === "answered" && !reply.isPrivate && reply.again !== null;
	return { reply, isPublic };
}

function tellsPrivate(command: Parameters<typeof optionSpecs>[0], input: Given["input"]): boolean {
	return optionSpecs(command).some((spec) => {
		const value = input[spec.name];
		return (
			value !== undefined && (spec.isPrivate || (typeof value === "string" && tellsPay(value)))
		);
	});
}
