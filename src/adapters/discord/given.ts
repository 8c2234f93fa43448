import type { RepliableInteraction } from "discord.js";
import type { By } from "../../commands/desk.ts";
import type { InteractionParts } from "./parts.ts";
import { whoOf } from "./who.ts";

/** A command with its options as they came. */
export interface Given {
	command: string;
	input: Record<string, unknown>;
}

export const byOf = (interaction: RepliableInteraction, { store }: InteractionParts): By => ({
	who: whoOf(interaction),
	store,
});
