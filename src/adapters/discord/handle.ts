import type { Interaction } from "discord.js";
import type { Desk } from "../../commands/desk.ts";
import { message } from "../../core/say.ts";
import { inTheirs, whoOf } from "./who.ts";
import { answerFailure, FAILED, safe, tellPrivately } from "./answer-failure.ts";
import { onCommand, onForm, onMessageCommand } from "./command.ts";
import { complete } from "./complete.ts";
import { decodeForm } from "./form-id.ts";
import type { HandlerParts, InteractionParts } from "./parts.ts";
import { EXPIRED, onPress, readPress } from "./press.ts";

export const RESTARTING = message("The desk is restarting. Please try again in a minute.");

/** Answers one interaction. Never throws: every failure ends in a private message and a line in the log. */
export async function handle(interaction: Interaction, parts: HandlerParts): Promise<void> {
	const { log, wait, now } = parts;
	const started = now();
	const watched = parts.telemetry.interaction("discord");
	const { command, what } = nameOf(interaction, parts.desk);
	let outcome = "failed";
	try {
		if (interaction.isCommand() && interaction.commandGuildId)
			parts.onLeftover(interaction.commandGuildId);
		outcome = await answerTo(interaction, { ...parts, watched });
		watched.acked();
		log.info(
			{ what, outcome, ms: now() - started, reference: watched.reference },
			"discord: answered",
		);
	} catch (error) {
		if (interaction.isRepliable())
			await answerFailure(interaction, error, {
				log,
				what,
				wait,
				reference: watched.reference,
				words: inTheirs(interaction, parts.desk, FAILED, { reference: watched.reference }),
			});
		else log.warn({ what, ...safe(error) }, "discord: no suggestions");
	}
	watched.answered(command, outcome);
}

/** How it ended. */
async function answerTo(interaction: Interaction, parts: InteractionParts): Promise<string> {
	if (interaction.isAutocomplete()) {
		await complete(parts.desk, interaction);
		return "suggested";
	}
	if (!interaction.isRepliable()) return "expired";
	const refusal = await parts.limits.refusal({
		platform: "discord",
		user: interaction.user.id,
		place: interaction.guildId,
	});
	if (refusal !== null) {
		await tellPrivately(interaction, parts.desk.speakTo(whoOf(interaction), refusal), parts.wait);
		return "limited";
	}
	if (interaction.isChatInputCommand()) return onCommand(parts, interaction);
	if (interaction.isMessageContextMenuCommand()) return onMessageCommand(parts, interaction);
	if (interaction.isButton() || interaction.isStringSelectMenu())
		return onPress(parts, interaction);
	const outcome = interaction.isModalSubmit() ? await onForm(parts, interaction) : undefined;
	if (outcome === undefined)
		await tellPrivately(interaction, inTheirs(interaction, parts.desk, EXPIRED), parts.wait);
	return outcome ?? "expired";
}

/** For work that arrives after the desk began to stop. */
export async function refuse(
	interaction: Interaction,
	{ desk, log, wait }: HandlerParts,
): Promise<void> {
	try {
		if (interaction.isAutocomplete()) await interaction.respond([]);
		else if (interaction.isRepliable())
			await tellPrivately(interaction, inTheirs(interaction, desk, RESTARTING), wait);
	} catch (error) {
		log.warn(
			{ what: nameOf(interaction, desk).what, ...safe(error) },
			"discord: could not say that the desk restarts",
		);
	}
}

/** What may be logged and counted of an interaction: a command's name and its kind, never what was typed. */
function nameOf(
	interaction: Interaction,
	{ commands }: Pick<Desk, "commands">,
): { command: string; what: string } {
	const named = (given: string, kind?: string) => {
		const command = commands.some(({ name }) => name === given) ? given : "unknown";
		return { command, what: kind ? `${command} (${kind})` : command };
	};
	if (interaction.isAutocomplete()) return named(interaction.commandName, "suggestions");
	if (interaction.isMessageContextMenuCommand()) return named("check", "message");
	if (interaction.isCommand()) return named(interaction.commandName);
	if (interaction.isModalSubmit())
		return named(decodeForm(interaction.customId)?.command ?? "unknown", "form");
	if (!interaction.isButton() && !interaction.isStringSelectMenu()) return named("other");
	const form = decodeForm(interaction.customId);
	if (form) return named(form.command, "form");
	const press = readPress(interaction);
	return press ? named(press.action.command, press.kind) : named("unknown", "button");
}
