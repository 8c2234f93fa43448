import { z } from "zod";
import { MAX_COUNSEL, MAX_DISCLAIMER } from "../../core/place-settings.ts";
import { fold, oneOf, option } from "../options.ts";
import { quoted } from "../mistakes.ts";

/** One line of an admin's own words, as it will stand on cards. */
const ownWords = (max: number, what: string, label: string, hint: string) =>
	option(
		z
			.string()
			.max(max)
			.transform((text) => quoted(text, max))
			.refine((text) => text !== "")
			.describe(what),
		{
			label,
			bare: false,
			read: (words) => words.trim() || undefined,
			hint,
			takesWords: true,
		},
	);

export const answers = option(
	z.enum(["private", "public"]).describe("Whether answers are for the asker alone or for everyone"),
	{
		label: "Answers",
		bare: true,
		read: oneOf<"private" | "public">({
			private: ["privately", "only me"],
			public: ["publicly", "everyone"],
		}),
		names: { private: "Private to the asker", public: "Public in the channel" },
		hint: "Type private or public.",
	},
);

export const onlyHere = option(
	z.boolean().describe("The choice of private or public is for this channel only"),
	{
		label: "Only this channel",
		bare: true,
		read: (words) => {
			const text = fold(words);
			if (["only-here", "only here", "this channel", "yes", "true"].includes(text)) return true;
			return text === "no" || text === "false" ? false : undefined;
		},
		hint: "Type yes or no.",
	},
);

export const defaultLanguage = option(
	z
		.string()
		.trim()
		.min(2)
		.max(35)
		.describe("Language of answers here, such as es; own for each asker's own"),
	{
		label: "Language",
		bare: false,
		read: (words) => words.trim() || undefined,
		hint: "Type a language such as en or es, or own for each asker's own.",
	},
);

export const counsel = ownWords(
	MAX_COUNSEL,
	"Whom people can ask here, such as a name and a mail address; none to remove",
	"Counsel contact",
	`Type at most ${MAX_COUNSEL} characters, such as: Jane Doe, visas@example.org. Type none to remove it.`,
);

export const disclaimer = ownWords(
	MAX_DISCLAIMER,
	"A sentence of your own at the foot of every card; none to remove",
	"Own disclaimer",
	`Type at most ${MAX_DISCLAIMER} characters, or none to remove it.`,
);

export const channels = option(
	z
		.string()
		.max(1_500)
		.refine((text) => readChannels(text, "0") !== undefined)
		.describe("Channels for shared and public cards: here, everywhere, or a list of channels"),
	{
		label: "Allowed channels",
		bare: false,
		read: (words) => words.trim() || undefined,
		hint: "Type here, everywhere, or channels such as #general (mentioned, or by their ids).",
		takesWords: true,
	},
);

/** Ids of channels in typed words, `[]` for everywhere, or undefined when a word is none. */
export function readChannels(words: string, here: string): string[] | undefined {
	if (/^(everywhere|all|any|none)$/.test(fold(words))) return [];
	const found = words
		.trim()
		.split(/[\s,;]+/)
		.map((word) => {
			if (fold(word) === "here") return here;
			return (
				/^<#(\w{2,25})(?:\|[^>]*)?>$/.exec(word)?.[1] ??
				/^(\d{15,22}|[CG][A-Z0-9]{5,})$/.exec(word)?.[1]
			);
		});
	return found.every((id) => id !== undefined) ? [...new Set(found as string[])] : undefined;
}
