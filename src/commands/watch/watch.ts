import { z } from "zod";
import { answer } from "../../core/answer.ts";
import { answered, invalid, notCovered, type Reply, type Result } from "../../core/reply.ts";
import { say } from "../../core/say.ts";
import { isQuiet } from "../../core/watching/due.ts";
import { ALL_TOPICS, DEFAULT_HOUR, DEFAULT_ZONE, readWatch } from "../../core/watching/watch.ts";
import type { QuietHours, Watch } from "../../core/watching/watch.ts";
import { hash } from "../../core/watching/snapshot.ts";
import { channelKey, type Place } from "../../core/who.ts";
import { type ActBy, type Core, command, type Tell } from "../command.ts";
import { placeLanguage, postIn } from "../post-in.ts";
import { adminsOnly, notInAPlace, useElsewhere } from "../use-elsewhere.ts";
import { findTopic, suggestTopics, whichTopic } from "./find-topic.ts";
import { lastChange } from "./last-change.ts";
import { hour, quiet, readQuiet, suggestZones, timeZone, watchTopic, when } from "./options.ts";
import { readWords } from "./read-words.ts";
import { topicTitles, watchRows } from "./words.ts";

const options = z.object({
	topic: watchTopic,
	when: when.optional(),
	hour: hour.optional(),
	quiet: quiet.optional(),
	timeZone: timeZone.optional(),
});
type Input = z.output<typeof options>;

export const watch = command({
	name: "watch",
	summary: "Tell this channel when facts of a topic change (admins)",
	examples: [
		"/watch 100k",
		"/watch all daily hour:9 time-zone:America/Chicago",
		"/watch fees at-once",
	],
	options,
	asks: ["topic"],
	missing: (core, _given, option) => (option === "topic" ? whichTopic(core, "watch") : null),
	complete: (core, option, typed) => {
		if (option === "topic") return suggestTopics(core, typed);
		return option === "time-zone" ? suggestZones(typed) : [];
	},
	readsWords: (_core, words) => readWords(words),
	run: () => useElsewhere("watch"),
	async act(core, input, by) {
		const { place } = by.who;
		if (!place) return () => notInAPlace("watch");
		if (!by.who.isAdmin) return () => adminsOnly("watch");
		const topic = findTopic(core, input.topic, "watch");
		return typeof topic === "string"
			? turnOn(core, { ...input, topic }, { ...by, place })
			: () => topic;
	},
});

/** Posts a test first, and keeps the watch only when it arrived and the store took it. */
async function turnOn(core: Core, input: Input, by: ActBy & { place: Place }): Promise<Tell> {
	const key = channelKey(by.place, by.who.channel);
	const watches = by.store.map("watches");
	const stored = await watches.get(key);
	const next = merge(readWatch(stored), input, by, await lastChange(by.store));
	if (next.when === "daily" && next.quiet && isQuiet(next.quiet, next.hour)) return hourIsQuiet;
	const posted = await by.services.post({
		place: by.place,
		channel: by.who.channel,
		reply: postIn(placeLanguage(by, by.place), () => testCard(core, next)),
		nonce: `t${hash(`${key} ${by.services.now()} ${JSON.stringify(next)}`)}`,
		turnedOnBy: by.who.user,
	});
	if (!posted.done) return () => notPosted(posted.words);
	// Somebody else changed this channel's watch while the test was posted.
	if (!(await watches.swap(key, stored, next))) return tryAgain;
	return () => turnedOn(core, next);
}

const turnedOn = (core: Core, watching: Watch): Result =>
	answered(
		answer({
			title: say("This channel is watching"),
			lead: say(
				"Done: a test message was posted here. From now on this channel is told of changes in {topics}.",
				{ topics: topicTitles(core.facts, watching) },
			),
			rows: watchRows(core.facts, watching),
			buttons: [
				{ label: say("All watches"), do: { command: "watches", input: {} } },
				{ label: say("Turn off"), do: { command: "unwatch", input: {} } },
			],
		}),
	);

/** `why`: a message of the adapter. */
const notPosted = (why: string): Result =>
	notCovered(
		answer({
			title: say("The test message did not arrive"),
			lead: `${say(why)} ${say("Nothing is kept: this channel's watch is as it was.")}`,
		}),
	);

/** The watch with a topic more, and times as now chosen or as they were. */
function merge(old: Watch | undefined, input: Input, by: ActBy, lastKey: string): Watch {
	const topics = new Set(
		input.topic === ALL_TOPICS ? [] : (old?.topics ?? []).filter((one) => one !== ALL_TOPICS),
	).add(input.topic);
	const quietHours: QuietHours | null | undefined =
		input.quiet === undefined ? old?.quiet : readQuiet(input.quiet);
	return {
		topics: [...topics],
		when: input.when ?? old?.when ?? "daily",
		hour: input.hour ?? old?.hour ?? DEFAULT_HOUR,
		quiet: quietHours ?? null,
		timeZone: input.timeZone ?? old?.timeZone ?? by.who.timeZone ?? DEFAULT_ZONE,
		by: by.who.user,
		after: old?.after ?? lastKey,
	};
}

/** The public message that shows the channel what will come. */
function testCard(core: Core, next: Watch): Reply {
	return {
		outcome: "answered",
		command: "watch",
		input: {},
		answer: answer({
			title: say("This channel is told when H-1B facts change"),
			lead: say(
				"One card for each changed fact, with what it said before, what it says now, and the source.",
			),
			rows: watchRows(core.facts, next),
			buttons: [{ label: say("Policy board"), do: { command: "policy", input: {} } }],
		}),
		values: {},
		again: null,
	};
}

const hourIsQuiet = (): Result =>
	invalid(
		answer({
			title: say("/{command}: what to type", { command: "watch" }),
			lead: say(
				"The hour of the daily digest lies in the quiet hours. Choose another hour, or other quiet hours.",
			),
			rows: [{ label: say("Try"), value: "/watch all hour:9 quiet:22-7" }],
		}),
	);

const tryAgain = (): Result =>
	notCovered(
		answer({
			title: say("Changed at the same time"),
			lead: say(
				"Somebody else changed this channel's watch just now. Look at /watches, then try again.",
			),
		}),
	);
