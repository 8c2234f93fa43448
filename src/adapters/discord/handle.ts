import {
	type ChatInputCommandInteraction,
	type Interaction,
	MessageFlags,
	type RepliableInteraction,
} from "discord.js";
import type { Logger } from "pino";
import type { ChartPictures, Picture } from "../../charts/png.ts";
import { decodeAction } from "../../core/action-id.ts";
import type { Action } from "../../core/answer.ts";
import type { Reply } from "../../core/reply.ts";
import type { Desk } from "../../commands/desk.ts";
import { answerFailure, isAlreadyAnswered, safe, tellPrivately } from "./answer-failure.ts";
import { complete } from "./complete.ts";
import { moreId } from "./controls.ts";
import { decodePress, PICK, type Press } from "./custom-id.ts";
import { LIMITS } from "./limits.ts";
import { AT_ONCE_MS, PATIENTLY_MS, persist, type Wait } from "./persist.ts";
import { withOrWithout } from "./send-picture.ts";
import { readInput } from "./read-input.ts";
import { type Card, pageCount, renderAnswer } from "./render.ts";
import { type ComponentInteraction, share } from "./share.ts";

const EXPIRED = "This button has expired. Run the command again.";
export const RESTARTING = "The desk is restarting. Please try again in a minute.";

export interface HandlerParts {
	desk: Desk;
	log: Logger;
	wait: Wait;
	now: () => number;
	pictures: ChartPictures;
}

/** Answers one interaction. Never throws: every failure ends in a private message and a line in the log. */
export async function handle(interaction: Interaction, parts: HandlerParts): Promise<void> {
	const { desk, log, wait, now } = parts;
	const started = now();
	const what = nameOf(interaction);
	try {
		let outcome = "none";
		if (interaction.isAutocomplete()) await complete(desk, interaction);
		else if (interaction.isChatInputCommand()) outcome = await onCommand(parts, interaction);
		else if (interaction.isButton() || interaction.isStringSelectMenu())
			outcome = await onPress(parts, interaction);
		else if (interaction.isRepliable()) await tellPrivately(interaction, EXPIRED, wait);
		log.info({ what, outcome, ms: now() - started }, "discord: answered");
	} catch (error) {
		if (interaction.isRepliable()) await answerFailure(interaction, error, { log, what, wait });
		else log.warn({ what, ...safe(error) }, "discord: no suggestions");
	}
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

/**
 * Acknowledges before any work. An answer takes about a millisecond, so one direct reply would mostly
 * be quicker; but behind a slow answer or a call that must be repeated, its worst case is "The
 * application did not respond" with no way back. A deferral is tiny, the same for everything, and
 * leaves 15 minutes to get the card through.
 */
async function acknowledge(
	interaction: RepliableInteraction,
	{ log, wait }: HandlerParts,
): Promise<void> {
	try {
		await persist(
			() => interaction.deferReply({ flags: MessageFlags.Ephemeral }),
			wait,
			AT_ONCE_MS,
		);
	} catch (error) {
		if (!isAlreadyAnswered(error)) throw error;
		// Either our first try arrived and its answer was lost, or another process was faster: both
		// owe the same card to the same place, so going on is right and harmless.
		log.warn({ what: nameOf(interaction) }, "discord: was already acknowledged");
		interaction.deferred = true;
	}
}

async function onCommand(
	parts: HandlerParts,
	interaction: ChatInputCommandInteraction,
): Promise<string> {
	await acknowledge(interaction, parts);
	const reply = parts.desk.run(interaction.commandName, readInput(interaction.options.data), {
		locale: interaction.locale,
	});
	await sendPages(interaction, reply, 1, parts);
	return reply.outcome;
}

async function onPress(parts: HandlerParts, interaction: ComponentInteraction): Promise<string> {
	const { desk, wait } = parts;
	const press = readPress(interaction);
	if (!press || !desk.commands.some((command) => command.name === press.action.command)) {
		await tellPrivately(interaction, EXPIRED, wait);
		return "expired";
	}
	if (press.kind === "share") {
		const shared = await share(parts, interaction, press.action);
		return shared ? "shared" : "not-shared";
	}
	await acknowledge(interaction, parts);
	const reply = desk.run(press.action.command, press.action.input, {
		locale: interaction.locale,
	});
	await sendPages(interaction, reply, press.kind === "more" ? press.page : 1, parts);
	return reply.outcome;
}

function readPress(interaction: ComponentInteraction): Press | undefined {
	if (!interaction.isStringSelectMenu()) return decodePress(interaction.customId);
	const action: Action | undefined = decodeAction(interaction.values[0] ?? "");
	return interaction.customId.startsWith(PICK) && action ? { kind: "do", action } : undefined;
}

/**
 * Sends a page, and the rest at once where it was asked for (Show all) or cannot be asked for (a card
 * that no id can make again).
 */
async function sendPages(
	interaction: RepliableInteraction,
	reply: Reply,
	from: number,
	parts: HandlerParts,
): Promise<void> {
	const { wait } = parts;
	const pages = pageCount(reply);
	const waitsForPress = from === 1 && moreId(reply, 2) !== undefined;
	const last = waitsForPress ? from : Math.min(pages, from + LIMITS.followUps.max);
	const card = (page: number, picture: Picture | null = null): Card =>
		renderAnswer(reply, { page, offersRest: page === last, picture });
	const { chart } = reply.answer;
	const drawn = from === 1 && chart ? await parts.pictures.draw(chart) : null;
	await withOrWithout(drawn, parts, (picture) => {
		const first = card(from, picture);
		return persist(() => interaction.editReply(first), wait, PATIENTLY_MS);
	});
	for (let page = from + 1; page <= last; page++) {
		const next = card(page);
		const followUp = { ...next, flags: [...next.flags, MessageFlags.Ephemeral] } as const;
		await persist(() => interaction.followUp(followUp), wait, PATIENTLY_MS);
	}
}

/** What may be logged of an interaction: a command's name, never what was typed. */
function nameOf(interaction: Interaction): string {
	if (interaction.isAutocomplete()) return `${interaction.commandName} (suggestions)`;
	if (interaction.isCommand()) return interaction.commandName;
	if (!interaction.isButton() && !interaction.isStringSelectMenu()) return "other";
	const press = readPress(interaction);
	return press ? `${press.action.command.slice(0, 32)} (${press.kind})` : "unknown button";
}
