import { z } from "zod";
import { answer, type Button, type Row } from "../../core/answer.ts";
import { readSettings, settingsKey } from "../../core/place-settings.ts";
import { answered } from "../../core/reply.ts";
import { say } from "../../core/say.ts";
import { readWatch } from "../../core/watching/watch.ts";
import type { Who } from "../../core/who.ts";
import { type Core, command } from "../command.ts";
import { useElsewhere } from "../use-elsewhere.ts";
import { topicTitles } from "../watch/words.ts";
import { entriesInWords, storedAbout, watchesBy } from "./stored.ts";

export const privacy = command({
	name: "privacy",
	summary: "What is stored about you and this server, read now",
	examples: ["/privacy"],
	options: z.object({}),
	run: () => useElsewhere("privacy"),
	async act(core, _input, { who, store }) {
		const yours = await watchesBy(store, who);
		const about = await storedAbout(store, who);
		const entries = about.flatMap(({ map, entries: found }) =>
			found.map((entry) => ({ map, ...entry })),
		);
		return () =>
			answered(
				answer({
					title: say("What is stored"),
					lead: say("About you: {yours}. About this server: {here}.", {
						yours: yourWatches(yours.length),
						here: entriesInWords(entries.length),
					}),
					rows: [...entries.map((entry) => entryRow(core, who, entry)), ...alwaysSaid(who)],
					buttons: buttonsFor(who),
				}),
				{ aboutYou: yours.length, aboutPlace: entries.length },
			);
	},
});

function yourWatches(count: number): string {
	if (count === 0) return say("no watch names you");
	return count === 1
		? say("your id as who turned on 1 watch")
		: say("your id as who turned on {count} watches", { count });
}

/** One entry of the store, in words. */
function entryRow(
	core: Core,
	{ place }: Who,
	{ map, key, value }: { map: string; key: string; value: unknown },
): Row {
	const channel = key.split("/").at(-1) ?? "";
	const watch = map === "watches" ? readWatch(value) : undefined;
	if (watch)
		return {
			label: say("Watch of channel {channel}", { channel }),
			value: topicTitles(core.facts, watch),
		};
	if (place && key === settingsKey(place))
		return { label: say("Settings"), value: settingsWords(value) };
	if (map === "deliveries")
		return {
			label: say("Sent to channel {channel}", { channel }),
			value: say("Which change was posted last."),
		};
	if (map === "installations")
		return {
			label: say("Installation"),
			value: say(
				"The app's access token, this workspace's name and the id of who installed it, encrypted.",
			),
		};
	return { label: say("Other"), value: say("One entry of {map}.", { map }) };
}

const alwaysSaid = ({ place }: Who): Row[] => [
	...(place?.platform === "slack"
		? [
				{
					label: say("Answered mentions"),
					value: say(
						"Where the app answers mentions: for about a day, which messages were answered, not their words.",
					),
				},
			]
		: []),
	{
		label: say("Never stored"),
		value: say("Questions, answers, pay, messages, and the names or lists of members."),
	},
];

const buttonsFor = ({ isAdmin, place }: Who): Button[] => [
	{ label: say("Forget me"), do: { command: "forget", input: { what: "me" } } },
	...(isAdmin && place
		? [
				{
					label: say("Forget this server"),
					do: { command: "forget", input: { what: "server" } },
				},
			]
		: []),
];

function settingsWords(value: unknown): string {
	const chosen = readSettings(value);
	const parts = [
		chosen.answers === "public" ? say("answers public") : say("answers private"),
		...Object.entries(chosen.answersIn).map(([channel, how]) =>
			how === "public"
				? say("public in channel {channel}", { channel })
				: say("private in channel {channel}", { channel }),
		),
		...(chosen.language ? [say("language {language}", { language: chosen.language })] : []),
		...(chosen.counsel ? [say('contact "{contact}"', { contact: chosen.counsel })] : []),
		...(chosen.disclaimer ? [say('disclaimer "{words}"', { words: chosen.disclaimer })] : []),
		...(chosen.channels.length > 0
			? [say("allowed channels {channels}", { channels: chosen.channels.join(", ") })]
			: []),
	];
	return parts.join("; ");
}
