import type { Interaction } from "discord.js";
import { answerFailure, safe, tellPrivately } from "./answer-failure.ts";
import { onCommand, onForm, onMessageCommand } from "./command.ts";
import { complete } from "./complete.ts";
import type { HandlerParts } from "./parts.ts";
import { EXPIRED, formName, onPress, readPress } from "./press.ts";

export const RESTARTING = "The desk is restarting. Please try again in a minute.";

/** Answers one interaction. Never throws: every failure ends in a private message and a line in the log. */
export async function handle(interaction: Interaction, parts: HandlerParts): Promise<void> {
	const { log, wait, now } = parts;
	const started = now();
	const what = nameOf(interaction);
	try {
		if (interaction.isCommand() && interaction.commandGuildId)
			parts.onLeftover(interaction.commandGuildId);
		const outcome = await answerTo(interaction, parts);
		log.info({ what, outcome, ms: now() - started }, "discord: answered");
	} catch (error) {
		if (interaction.isRepliable()) await answerFailure(interaction, error, { log, what, wait });
		else log.warn({ what, ...safe(error) }, "discord: no suggestions");
	}
}

/** How it ended. */
async function answerTo(interaction: Interaction, parts: HandlerParts): Promise<string> {
	if (interaction.isAutocomplete()) {
		await complete(parts.desk, interaction);
		return "none";
	}
	if (interaction.isChatInputCommand()) return onCommand(parts, interaction);
	if (interaction.isMessageContextMenuCommand()) return onMessageCommand(parts, interaction);
	if (interaction.isButton() || interaction.isStringSelectMenu())
		return onPress(parts, interaction);
	const outcome = interaction.isModalSubmit() ? await onForm(parts, interaction) : undefined;
	if (outcome === undefined && interaction.isRepliable())
		await tellPrivately(interaction, EXPIRED, parts.wait);
	return outcome ?? "expired";
}

/** For work that arrives after the desk began to stop. */
export async function refuse(interaction: Interaction, { log, wait }: HandlerParts): Promise<void> {
	try {
		if (interaction.isAutocomplete()) await interaction.respond([]);
		else if (interaction.isRepliable()) await tellPrivately(interaction, RESTARTING, wait);
	} catch (error) {
		log.warn(
			{ what: nameOf(interaction), ...safe(error) },
			"discord: could not say that the desk restarts",
		);
	}
}

/** What may be logged of an interaction: a command's name, never what was typed. */
function nameOf(interaction: Interaction): string {
	if (interaction.isAutocomplete()) return `${interaction.commandName} (suggestions)`;
	if (interaction.isCommand()) return interaction.commandName;
	if (interaction.isModalSubmit()) return formName(interaction);
	if (!interaction.isButton() && !interaction.isStringSelectMenu()) return "other";
	const press = readPress(interaction);
	return press ? `${press.action.command.slice(0, 32)} (${press.kind})` : "unknown button";
}
