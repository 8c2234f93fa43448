import type { CommandInteractionOption, ModalSubmitInteraction } from "discord.js";

/** The options of a slash command by name, as Discord checked them. */
export function readInput(
	options: readonly Pick<CommandInteractionOption, "name" | "value">[],
): Record<string, unknown> {
	return Object.fromEntries(
		options.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value]),
	);
}

/** What was filled into a form, by option; what was left empty is left out. */
export function readFields(
	fields: Pick<ModalSubmitInteraction["fields"], "fields">,
): Record<string, string> {
	const found: Record<string, string> = {};
	for (const [name, field] of fields.fields) {
		const value = "values" in field ? field.values[0] : "value" in field ? field.value : undefined;
		if (typeof value === "string" && value.trim() !== "") found[name] = value.trim();
	}
	return found;
}
