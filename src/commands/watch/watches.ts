import { z } from "zod";
import { answer } from "../../core/answer.ts";
import { answered } from "../../core/reply.ts";
import { say } from "../../core/say.ts";
import { readWatch } from "../../core/watching/watch.ts";
import { placeKey, readChannelKey } from "../../core/who.ts";
import { command } from "../command.ts";
import { notInAPlace, useElsewhere } from "../use-elsewhere.ts";
import { topicTitles, whenWords } from "./words.ts";

export const watches = command({
	name: "watches",
	summary: "The channels of this server that are told when facts change",
	examples: ["/watches"],
	options: z.object({}),
	run: () => useElsewhere("watches"),
	async act(core, _input, { who, store }) {
		if (!who.place) return () => notInAPlace("watches");
		const stored = await store.map("watches").under(`${placeKey(who.place)}/`);
		const found = stored.flatMap(({ key, value }) => {
			const watch = readWatch(value);
			const channel = readChannelKey(key)?.channel;
			// Admins see all; others the channel that they are in.
			return watch && channel && (who.isAdmin || channel === who.channel)
				? [{ channel, watch }]
				: [];
		});
		const here = found.find(({ channel }) => channel === who.channel);
		const lead = (): string => {
			if (who.channel === "") return outsideChannels(found.length);
			return here
				? say("This channel is told of changes in {topics}.", {
						topics: topicTitles(core.facts, here.watch),
					})
				: say("This channel watches nothing. An admin can type /watch.");
		};
		return () =>
			answered(
				answer({
					title: say("Watches"),
					lead: lead(),
					rows: found.map(({ channel, watch }) => ({
						label:
							channel === who.channel ? say("This channel") : say("Channel {channel}", { channel }),
						value: topicTitles(core.facts, watch),
						note: whenWords(watch),
					})),
				}),
				{ watches: found.length },
			);
	},
});

/** On Slack's Home tab, which is no channel. */
const outsideChannels = (seen: number): string =>
	seen === 0
		? say(
				"Type /h1b watches in a channel to see what it is told of; an admin turns alerts on there with /h1b watch.",
			)
		: say(
				"These channels are told when H-1B facts change. Type /h1b watch in another one to add it.",
			);
