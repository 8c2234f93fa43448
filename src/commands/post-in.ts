import type { Action } from "../core/answer.ts";
import type { Reply } from "../core/reply.ts";
import { type Language, type Languages, speak } from "../core/say.ts";
import type { Place } from "../core/who.ts";
import { inLanguage } from "./in-language.ts";
import type { Services } from "./services.ts";

/** What the admins of a place chose; a channel has no language of its own, so otherwise English: null. */
export const placeLanguage = (
	{ services, languages }: { services: Pick<Services, "settingsOf">; languages: Languages },
	place: Place,
): Language | null => languages.find(services.settingsOf(place).language ?? "en");

/** A card that nobody asked for, in a language. `english` leads to its facts in English. */
export function postIn(
	language: Language | null,
	make: () => Reply,
	english: Action | null = null,
): Reply {
	const { done, told } = speak(language, make);
	const asked = { language, typed: undefined };
	return speak(language, () => inLanguage(done, asked, told, english)).done;
}
