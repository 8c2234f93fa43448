import {
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ApplicationIntegrationType,
	InteractionContextType,
	type REST,
	Routes,
} from "discord.js";
import { type Command, type OptionSpec, optionSpecs } from "../../commands/command.ts";
import { plain } from "./escape.ts";
import { localized, type Translations } from "./localize.ts";
import { LIMITS, within } from "./limits.ts";

const OPTION_TYPES = {
	string: ApplicationCommandOptionType.String,
	integer: ApplicationCommandOptionType.Integer,
	number: ApplicationCommandOptionType.Number,
	boolean: ApplicationCommandOptionType.Boolean,
} as const;

export interface CommandDefinition {
	type: ApplicationCommandType.ChatInput;
	name: string;
	description: string;
	description_localizations?: Record<string, string>;
	options: OptionDefinition[];
	/** Global commands only: where the app is installed, and where it may be used. */
	integration_types?: ApplicationIntegrationType[];
	contexts?: InteractionContextType[];
}

export interface OptionDefinition {
	type: (typeof OPTION_TYPES)[OptionSpec["type"]];
	name: string;
	description: string;
	description_localizations?: Record<string, string>;
	required?: boolean;
	autocomplete?: boolean;
	choices?: { name: string; name_localizations?: Record<string, string>; value: string }[];
	min_value?: number;
	max_value?: number;
	max_length?: number;
}

/** What Discord is told of our commands. One schema serves both platforms: see `optionSpecs`. */
export function commandDefinitions(
	commands: readonly Command[],
	scope: "global" | "guild",
	translations: Translations = () => ({}),
): CommandDefinition[] {
	within("commands", commands.length);
	return commands.map((command) => {
		const specs = optionSpecs(command);
		within("optionsPerCommand", specs.length);
		return {
			type: ApplicationCommandType.ChatInput,
			name: command.name,
			description: plain(command.summary, LIMITS.commandDescription.max),
			...localized("description", command.summary, LIMITS.commandDescription.max, translations),
			options: specs.map((spec) => optionDefinition(spec, translations)),
			...(scope === "global" && {
				integration_types: [
					ApplicationIntegrationType.GuildInstall,
					ApplicationIntegrationType.UserInstall,
				],
				contexts: [
					InteractionContextType.Guild,
					InteractionContextType.BotDM,
					InteractionContextType.PrivateChannel,
				],
			}),
		};
	});
}

function optionDefinition(spec: OptionSpec, translations: Translations): OptionDefinition {
	within("choicesPerOption", spec.choices.length);
	const isNumber = spec.type === "integer" || spec.type === "number";
	const hasChoices = spec.choices.length > 0;
	return {
		type: OPTION_TYPES[spec.type],
		name: spec.name,
		description: plain(spec.description || spec.label, LIMITS.commandDescription.max),
		...localized("description", spec.description, LIMITS.commandDescription.max, translations),
		...(spec.required && { required: true }),
		...(hasChoices && {
			choices: spec.choices.map(({ name, value }) => ({
				name: plain(name, LIMITS.completionText.max),
				...localized("name", name, LIMITS.completionText.max, translations),
				value,
			})),
		}),
		...(spec.completes && !hasChoices && spec.type !== "boolean" && { autocomplete: true }),
		...(isNumber && spec.minimum !== undefined && { min_value: spec.minimum }),
		...(isNumber && spec.maximum !== undefined && { max_value: spec.maximum }),
		...(spec.type === "string" &&
			!hasChoices &&
			spec.maxLength !== undefined && {
				max_length: Math.min(spec.maxLength, LIMITS.stringOption.max),
			}),
	};
}

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

/** Drops what Discord adds and whatever equals a default: null, false, an empty list or table. */
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
	if (value === null || value === undefined || value === false) return true;
	return typeof value === "object" && Object.keys(value).length === 0;
}

export interface Registration {
	rest: Pick<REST, "get" | "put">;
	commands: readonly Command[];
	/** Asked of Discord when it is not given. */
	applicationId?: string | undefined;
	/** One server only; at once instead of everywhere. */
	guildId?: string | undefined;
	/** Descriptions and names of choices in other languages. */
	translations?: Translations;
}

/** Writes the commands only when Discord lists others: each write counts against a daily limit. True when it wrote. */
export async function registerCommands({
	rest,
	commands,
	applicationId,
	guildId,
	translations,
}: Registration): Promise<boolean> {
	const id = applicationId ?? ((await rest.get(Routes.currentApplication())) as { id: string }).id;
	const route = guildId
		? Routes.applicationGuildCommands(id, guildId)
		: Routes.applicationCommands(id);
	const wanted = commandDefinitions(commands, guildId ? "guild" : "global", translations);
	const listed = (await rest.get(route, {
		query: new URLSearchParams({ with_localizations: "true" }),
	})) as unknown[];
	if (!differs(listed, wanted)) return false;
	await rest.put(route, { body: wanted });
	return true;
}
