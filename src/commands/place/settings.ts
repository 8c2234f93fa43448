import { z } from "zod";
import { answer, type Row } from "../../core/answer.ts";
import {
	MAX_CHANNELS,
	type PlaceSettings,
	readSettings,
	settingsKey,
} from "../../core/place-settings.ts";
import { answered, invalid, notCovered, type Result } from "../../core/reply.ts";
import { say } from "../../core/say.ts";
import type { Place } from "../../core/who.ts";
import { type ActBy, command, type Tell } from "../command.ts";
import { adminsOnly, notInAPlace, useElsewhere } from "../use-elsewhere.ts";
import {
	answers,
	channels,
	counsel,
	defaultLanguage,
	disclaimer,
	onlyHere,
	readChannels,
} from "./options.ts";

const options = z.object({
	answers: answers.optional(),
	onlyHere: onlyHere.optional(),
	defaultLanguage: defaultLanguage.optional(),
	counsel: counsel.optional(),
	disclaimer: disclaimer.optional(),
	channels: channels.optional(),
});
type Input = z.output<typeof options>;

export const settings = command({
	name: "settings",
	summary: "This server's choices: private or public, contact, disclaimer, channels (admins)",
	examples: [
		"/settings",
		"/settings public only-here",
		"/settings counsel:Jane Doe, visas@example.org",
	],
	options,
	run: () => useElsewhere("settings"),
	async act(_core, input, by) {
		const { place } = by.who;
		if (!place) return () => notInAPlace("settings");
		if (!by.who.isAdmin) return () => adminsOnly("settings");
		return change(input, { ...by, place });
	},
});

async function change(input: Input, by: ActBy & { place: Place }): Promise<Tell> {
	const map = by.store.map("settings");
	const key = settingsKey(by.place);
	const stored = await map.get(key);
	const old = readSettings(stored);
	const isChange = Object.keys(input).some((name) => name !== "onlyHere");
	if (!isChange && input.onlyHere) return onlyHereOfWhat;
	if (!isChange) return () => show(old, by, say("What admins chose for this server or workspace."));
	const language = readLanguage(input.defaultLanguage, by);
	if (language === "unknown") return () => notSpoken(by);
	const next = merge(old, input, { here: by.who.channel, language });
	if (next.channels.length > MAX_CHANNELS) return tooMany;
	if (!(await map.swap(key, stored, next))) return changedMeanwhile;
	await by.services.settingsChanged(by.place);
	return () => show(next, by, say("Done: these choices are kept."));
}

type LanguageChoice = { tag: string } | "own" | "unknown" | undefined;

/** The tag as the desk speaks it. `own`: each asker's own again. */
function readLanguage(typed: string | undefined, { languages }: ActBy): LanguageChoice {
	if (typed === undefined) return undefined;
	if (/^(own|none|auto)$/i.test(typed)) return "own";
	if (/^en(glish)?([-_]\w+)?$/i.test(typed)) return { tag: "en" };
	const named = languages.all.find(({ name }) => name.toLowerCase() === typed.toLowerCase());
	const found = named ?? languages.find(typed);
	return found ? { tag: found.tag } : "unknown";
}

function merge(
	old: PlaceSettings,
	input: Input,
	{ here, language }: { here: string; language: LanguageChoice },
): PlaceSettings {
	const next: PlaceSettings = { ...old, answersIn: { ...old.answersIn } };
	if (input.answers && input.onlyHere) next.answersIn[here] = input.answers;
	else if (input.answers) next.answers = input.answers;
	if (language === "own") delete next.language;
	else if (typeof language === "object") next.language = language.tag;
	if (input.channels !== undefined) next.channels = readChannels(input.channels, here) ?? [];
	for (const name of ["counsel", "disclaimer"] as const) {
		const words = input[name];
		if (words === undefined) continue;
		if (/^(none|off|remove)$/i.test(words)) delete next[name];
		else next[name] = words;
	}
	return next;
}

function show(chosen: PlaceSettings, { who }: ActBy, lead: string): Result {
	const otherwise = Object.entries(chosen.answersIn);
	const rows: Row[] = [
		{
			label: say("Answers"),
			value:
				chosen.answers === "public"
					? say("Public in the channel; pay that somebody types stays private.")
					: say("Private to the asker, who may share."),
		},
		...otherwise.map(([channel, how]) => ({
			label:
				channel === who.channel ? say("In this channel") : say("In channel {channel}", { channel }),
			value: how === "public" ? say("Public") : say("Private"),
		})),
		{
			label: say("Channels"),
			value: chosen.channels.length === 0 ? say("All") : chosen.channels.join(", "),
			...(chosen.channels.length > 0 && {
				note: say("elsewhere answers are private and can't be shared"),
			}),
		},
		{
			label: say("Language"),
			value: chosen.language ?? say("Each asker's own, where the desk speaks it"),
		},
		{ label: say("Whom to ask"), value: chosen.counsel ?? say("Nobody named") },
		{ label: say("Own disclaimer"), value: chosen.disclaimer ?? say("None") },
	];
	return answered(
		answer({
			title: say("Settings"),
			lead,
			rows: [
				...rows,
				{
					label: say("Change"),
					value: say("Type /settings answers:public, or /settings counsel:Jane Doe"),
				},
			],
		}),
	);
}

const onlyHereOfWhat = (): Result =>
	invalid(
		answer({
			title: say("/{command}: what to type", { command: "settings" }),
			lead: say("Say what this channel alone should have: private or public."),
			rows: [{ label: say("Try"), value: "/settings public only-here" }],
		}),
	);

const notSpoken = ({ languages }: ActBy): Result =>
	invalid(
		answer({
			title: say("/{command}: what to type", { command: "settings" }),
			lead: say("The desk does not speak that language."),
			rows: [
				{
					label: say("It speaks"),
					value: ["en (English)", ...languages.all.map(({ tag, name }) => `${tag} (${name})`)].join(
						", ",
					),
				},
			],
		}),
	);

const tooMany = (): Result =>
	invalid(
		answer({
			title: say("/{command}: what to type", { command: "settings" }),
			lead: say("Name at most {max} channels, or type channels:everywhere.", { max: MAX_CHANNELS }),
		}),
	);

const changedMeanwhile = (): Result =>
	notCovered(
		answer({
			title: say("Changed at the same time"),
			lead: say("Somebody else changed the settings just now. Look at /settings, then try again."),
		}),
	);
