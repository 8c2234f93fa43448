import {
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ApplicationIntegrationType,
	InteractionContextType,
} from "discord.js";
import { type Command, type OptionSpec, optionSpecs } from "../../commands/command.ts";
import { plain } from "./escape.ts";
import { LIMITS, within } from "./limits.ts";
import { message } from "../../core/say.ts";
import { localized, type Translations } from "./localize.ts";

const OPTION_TYPES = {
	string: ApplicationCommandOptionType.String,
	integer: ApplicationCommandOptionType.Integer,
	number: ApplicationCommandOptionType.Number,
	boolean: ApplicationCommandOptionType.Boolean,
} as const;

type Localized = Record<string, string>;

/** Where a global command may be used. A server's own commands know neither. */
interface Where {
	integration_types?: ApplicationIntegrationType[];
	contexts?: InteractionContextType[];
}

export interface SlashDefinition extends Where {
	type: ApplicationCommandType.ChatInput;
	name: string;
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
	description: string;
	description_localizations?: Localized;
	required?: boolean;
	autocomplete?: boolean;
	choices?: { name: string; name_localizations?: Localized; value: string }[];
	min_value?: number;
	max_value?: number;
	max_length?: number;
}

/** The names of commands and options stay as they are: what people tell each other to type is the same everywhere. */
/** The message command that hands a message's text to `/check`. */
const CHECK_MESSAGE = message("Check this claim");

/** What Discord is told of our commands. One schema serves both platforms: see `optionSpecs`. */
export function commandDefinitions(
	commands: readonly Command[],
	scope: "global" | "guild",
	translations: Translations = () => ({}),
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
			...localized("name", CHECK_MESSAGE, LIMITS.commandName.max, translations),
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

function slashDefinition(command: Command, translations: Translations): SlashDefinition {
	const specs = optionSpecs(command);
	within("optionsPerCommand", specs.length);
	return {
		type: ApplicationCommandType.ChatInput,
		name: command.name,
		description: plain(command.summary, LIMITS.commandDescription.max),
		...localized("description", command.summary, LIMITS.commandDescription.max, translations),
		options: specs.map((spec) => optionDefinition(spec, translations)),
	};
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
