import {
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ApplicationIntegrationType,
	InteractionContextType,
	type Locale,
} from "discord.js";
import { type Command, type OptionSpec, optionSpecs } from "../../commands/command.ts";
import { plain } from "./escape.ts";
import { LIMITS, within } from "./limits.ts";
import { localized, type Translations } from "./localize.ts";

const OPTION_TYPES = {
	string: ApplicationCommandOptionType.String,
	integer: ApplicationCommandOptionType.Integer,
	number: ApplicationCommandOptionType.Number,
	boolean: ApplicationCommandOptionType.Boolean,
} as const;

type Localized = Partial<Record<Locale, string>>;

/** Where a global command may be used. A server's own commands know neither. */
interface Where {
	integration_types?: ApplicationIntegrationType[];
	contexts?: InteractionContextType[];
}

export interface SlashDefinition extends Where {
	type: ApplicationCommandType.ChatInput;
	name: string;
	name_localizations?: Localized;
	description: string;
	description_localizations?: Localized;
	options: OptionDefinition[];
}

/** A command in the menu of a message. */
export interface MessageDefinition extends Where {
	type: ApplicationCommandType.Message;
	name: string;
	name_localizations?: Localized;
}

export type CommandDefinition = SlashDefinition | MessageDefinition;

export interface OptionDefinition {
	type: (typeof OPTION_TYPES)[OptionSpec["type"]];
	name: string;
	name_localizations?: Localized;
	description: string;
	description_localizations?: Localized;
	required?: boolean;
	autocomplete?: boolean;
	choices?: { name: string; name_localizations?: Localized; value: string }[];
	min_value?: number;
	max_value?: number;
	max_length?: number;
}

/** The message command that hands a message's text to `/check`. */
export const CHECK_MESSAGE = "Check this claim";

/** What Discord is told of our commands. One schema serves both platforms: see `optionSpecs`. */
export function commandDefinitions(
	commands: readonly Command[],
	scope: "global" | "guild",
	translations?: Translations,
): CommandDefinition[] {
	within("commands", commands.length);
	const where = scope === "global" ? everywhere() : {};
	const found: CommandDefinition[] = commands.map((command) => ({
		...slashDefinition(command, translations),
		...where,
	}));
	if (commands.some(({ name }) => name === "check"))
		found.push({
			type: ApplicationCommandType.Message,
			name: CHECK_MESSAGE,
			...localized(translations, "check.message", "name", LIMITS.commandName.max),
			...where,
		});
	for (const definition of found) within("commandCharacters", charactersOf(definition));
	return found;
}

/** Servers and users, in servers, with the bot and in other direct messages. */
const everywhere = (): Where => ({
	integration_types: [
		ApplicationIntegrationType.GuildInstall,
		ApplicationIntegrationType.UserInstall,
	],
	contexts: [
		InteractionContextType.Guild,
		InteractionContextType.BotDM,
		InteractionContextType.PrivateChannel,
	],
});

function slashDefinition(command: Command, translations?: Translations): SlashDefinition {
	const specs = optionSpecs(command);
	within("optionsPerCommand", specs.length);
	return {
		type: ApplicationCommandType.ChatInput,
		name: command.name,
		...localized(translations, command.name, "slashName", LIMITS.commandName.max),
		description: plain(command.summary, LIMITS.commandDescription.max),
		...localized(translations, command.name, "description", LIMITS.commandDescription.max),
		options: specs.map((spec) => optionDefinition(command, spec, translations)),
	};
}

function optionDefinition(
	command: Command,
	spec: OptionSpec,
	translations?: Translations,
): OptionDefinition {
	within("choicesPerOption", spec.choices.length);
	const key = `${command.name}.${spec.name}`;
	const isNumber = spec.type === "integer" || spec.type === "number";
	const hasChoices = spec.choices.length > 0;
	return {
		type: OPTION_TYPES[spec.type],
		name: spec.name,
		...localized(translations, key, "slashName", LIMITS.commandName.max),
		description: plain(spec.description || spec.label, LIMITS.commandDescription.max),
		...localized(translations, key, "description", LIMITS.commandDescription.max),
		...(spec.required && { required: true }),
		...(hasChoices && {
			choices: spec.choices.map(({ name, value }) => ({
				name: plain(name, LIMITS.completionText.max),
				...localized(translations, `${key}.${value}`, "name", LIMITS.completionText.max),
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

/** As Discord counts a command: names, descriptions and values, of each text its longest translation. */
function charactersOf(definition: CommandDefinition): number {
	const longest = (text: string, others: Localized = {}): number =>
		Math.max(text.length, ...Object.values(others).map((other) => other.length));
	const named = (part: {
		name: string;
		name_localizations?: Localized;
		description?: string;
		description_localizations?: Localized;
	}): number =>
		longest(part.name, part.name_localizations) +
		longest(part.description ?? "", part.description_localizations);
	const options = "options" in definition ? definition.options : [];
	return options.reduce(
		(sum, option) =>
			sum +
			named(option) +
			(option.choices ?? []).reduce(
				(all, choice) => all + named(choice) + String(choice.value).length,
				0,
			),
		named(definition),
	);
}
