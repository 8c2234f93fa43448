import { ApplicationCommandOptionType, type AutocompleteInteraction } from "discord.js";
import type { Desk } from "../../commands/desk.ts";
import { plain } from "./escape.ts";
import { LIMITS } from "./limits.ts";

/** Suggestions that Discord takes. A mistake of ours gives none: people can still type. */
export function suggestions(
	desk: Pick<Desk, "complete">,
	command: string,
	focused: { name: string; value: string; type: ApplicationCommandOptionType },
): { name: string; value: string | number }[] {
	const wantsText = focused.type === ApplicationCommandOptionType.String;
	const shown = new Map<string, string | number>();
	for (const { name, value } of desk.complete(command, focused.name, focused.value)) {
		const label = plain(name, LIMITS.completionText.max);
		const sent = wantsText ? String(value) : Number(value);
		const fits =
			typeof sent === "string"
				? sent !== "" && sent.length <= LIMITS.completionText.max
				: Number.isFinite(sent);
		if (label && fits && !shown.has(label)) shown.set(label, sent);
	}
	return [...shown].slice(0, LIMITS.completions.max).map(([name, value]) => ({ name, value }));
}

export async function complete(
	desk: Pick<Desk, "complete">,
	interaction: AutocompleteInteraction,
): Promise<void> {
	let found: { name: string; value: string | number }[] = [];
	let mistake: unknown;
	try {
		found = suggestions(desk, interaction.commandName, interaction.options.getFocused(true));
	} catch (error) {
		mistake = error;
	}
	await interaction.respond(found);
	if (mistake) throw mistake;
}
