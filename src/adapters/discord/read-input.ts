import type { CommandInteractionOption } from "discord.js";

/** The options of a slash command by name, as Discord checked them. */
export function readInput(
	options: readonly Pick<CommandInteractionOption, "name" | "value">[],
): Record<string, unknown> {
	return Object.fromEntries(
		options.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value]),
	);
}
