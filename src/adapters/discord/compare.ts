import type { CommandDefinition } from "./definitions.ts";

/** Whether Discord lists something else than these definitions. Order, ids and defaults do not count. */
export function differs(listed: readonly unknown[], wanted: readonly CommandDefinition[]): boolean {
	return canonical(listed) !== canonical(wanted);
}

// Ids and versions, and the translated names that Discord adds for one reader.
const ADDED_BY_DISCORD = new Set([
	"id",
	"application_id",
	"guild_id",
	"version",
	"dm_permission",
	"default_permission",
	"name_localized",
	"description_localized",
]);

function canonical(commands: readonly unknown[]): string {
	return JSON.stringify(commands.map((command) => JSON.stringify(settle(command))).sort());
}

/** Drops what Discord adds and whatever equals a default: null, false, an empty text, list or table. */
function settle(value: unknown, key = ""): unknown {
	if (Array.isArray(value)) {
		const list = value.map((item) => settle(item));
		// A set of numbers, where order says nothing; options and choices keep theirs.
		return key === "contexts" || key === "integration_types" ? list.sort() : list;
	}
	if (typeof value !== "object" || value === null) return value;
	const kept = Object.entries(value)
		.filter(([name]) => !ADDED_BY_DISCORD.has(name))
		.map(([name, inner]) => [name, settle(inner, name)] as const)
		.filter(([, inner]) => !isDefault(inner))
		.sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(kept);
}

function isDefault(value: unknown): boolean {
	if (value === null || value === undefined || value === false || value === "") return true;
	return typeof value === "object" && Object.keys(value).length === 0;
}
