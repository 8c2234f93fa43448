import { type BaseInteraction, PermissionFlagsBits } from "discord.js";
import type { Desk } from "../../commands/desk.ts";
import { say, type Values } from "../../core/say.ts";
import type { Who } from "../../core/who.ts";

type From = Pick<
	BaseInteraction,
	"authorizingIntegrationOwners" | "channelId" | "guildId" | "locale" | "memberPermissions" | "user"
>;

/**
 * Who gave a command and where. The place is the server only where the server itself installed the app:
 * whoever brought it along for themselves has nothing to set there, and nothing is kept about it.
 */
export function whoOf(interaction: From): Who {
	const { authorizingIntegrationOwners: owners, guildId } = interaction;
	const isInstalled = guildId !== null && owners.guildId === guildId;
	return {
		place: isInstalled ? { platform: "discord", id: guildId } : null,
		channel: interaction.channelId ?? "",
		user: interaction.user.id,
		isAdmin:
			isInstalled && (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false),
		locale: interaction.locale,
	};
}

/** A message in the language of whoever reads it there. */
export const inTheirs = (
	interaction: From,
	desk: Pick<Desk, "speakTo">,
	words: string,
	values: Values = {},
): string => desk.speakTo(whoOf(interaction), () => say(words, values));
