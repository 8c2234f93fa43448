import type { Locale } from "discord.js";
import { plain } from "./escape.ts";

/**
 * The texts of a key in other languages, by Discord's locales. Keys: `odds.name`, `odds.description`,
 * `odds.level.name`, `odds.level.description`, `odds.level.II.name` for a choice, `check.message.name`
 * for the message command.
 */
export type Translations = (key: string) => Partial<Record<Locale, string>> | undefined;

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** `slashName`: of a slash command or option, where Discord takes lower case and no space. */
type Part = "name" | "slashName" | "description";

/** The `..._localizations` of one text, or nothing; what Discord would not take as a name is left out. */
export function localized(
	translations: Translations | undefined,
	key: string,
	part: Part,
	max: number,
): { name_localizations?: Partial<Record<Locale, string>> } & {
	description_localizations?: Partial<Record<Locale, string>>;
} {
	const field = part === "description" ? "description" : "name";
	const found = Object.entries(translations?.(`${key}.${field}`) ?? {}).flatMap(
		([locale, given]): [string, string][] => {
			const text = part === "slashName" ? given.toLowerCase() : plain(given, max);
			const isTaken = part === "slashName" ? NAME.test(text) : text !== "";
			return isTaken ? [[locale, text]] : [];
		},
	);
	return found.length > 0 ? { [`${field}_localizations`]: Object.fromEntries(found) } : {};
}
