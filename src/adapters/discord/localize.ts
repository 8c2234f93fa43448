import { plain } from "./escape.ts";

/** An English message of a command's definition by language: `{ es: "..." }`. */
export type Translations = (english: string) => Record<string, string>;

// Discord's names of our languages: https://docs.discord.com/developers/reference#locales (none for Telugu).
const LOCALES: Record<string, readonly string[]> = {
	es: ["es-ES", "es-419"],
	hi: ["hi"],
	"zh-CN": ["zh-CN"],
};

/** `description_localizations` or `name_localizations` of one text; nothing where there is no translation. */
export function localized<Field extends "name" | "description">(
	field: Field,
	english: string,
	max: number,
	translations: Translations,
): { [F in Field as `${F}_localizations`]?: Record<string, string> } {
	const texts = Object.entries(translations(english)).flatMap(([tag, text]) =>
		(LOCALES[tag] ?? []).map((locale) => [locale, plain(text, max)] as const),
	);
	if (texts.length === 0) return {};
	return { [`${field}_localizations`]: Object.fromEntries(texts) } as ReturnType<
		typeof localized<Field>
	>;
}
