import { z } from "zod";
import { answer } from "../../core/answer.ts";
import { answered, notCovered, type Result } from "../../core/reply.ts";
import { say } from "../../core/say.ts";
import { ALL_TOPICS, readWatch, type Watch } from "../../core/watching/watch.ts";
import { channelKey, type Place } from "../../core/who.ts";
import { type ActBy, type Core, command, type Tell } from "../command.ts";
import { adminsOnly, notInAPlace, useElsewhere } from "../use-elsewhere.ts";
import { findTopic, suggestTopics } from "./find-topic.ts";
import { watchTopic } from "./options.ts";
import { topicTitles, watchRows } from "./words.ts";

const options = z.object({ topic: watchTopic.optional() });

export const unwatch = command({
	name: "unwatch",
	summary: "Stop telling this channel of changes, in one topic or altogether (admins)",
	examples: ["/unwatch", "/unwatch 100k"],
	options,
	takesRest: "topic",
	complete: (core, option, typed) => (option === "topic" ? suggestTopics(core, typed) : []),
	run: () => useElsewhere("unwatch"),
	async act(core, input, by) {
		const { place } = by.who;
		if (!place) return () => notInAPlace("unwatch");
		if (!by.who.isAdmin) return () => adminsOnly("unwatch");
		const topic = findTopic(core, input.topic ?? ALL_TOPICS, "unwatch");
		return typeof topic === "string" ? turnOff(core, topic, { ...by, place }) : () => topic;
	},
});

async function turnOff(core: Core, topic: string, by: ActBy & { place: Place }): Promise<Tell> {
	const key = channelKey(by.place, by.who.channel);
	const watches = by.store.map("watches");
	const stored = await watches.get(key);
	const old = readWatch(stored);
	if (!old) return notWatching;
	if (topic !== ALL_TOPICS && !old.topics.includes(topic)) return () => notThisTopic(core, old);
	const left = topic === ALL_TOPICS ? [] : old.topics.filter((one) => one !== topic);
	const next = left.length > 0 ? { ...old, topics: left } : undefined;
	if (!(await watches.swap(key, stored, next))) return turnOff(core, topic, by);
	if (!next) await by.store.map("deliveries").delete(key);
	return () =>
		answered(
			answer({
				title: next ? say("This topic is turned off") : say("This channel is no longer told"),
				lead: next
					? say("Done: this channel is still told of changes in {topics}.", {
							topics: topicTitles(core.facts, next),
						})
					: say("Done: nothing more is posted here unless somebody asks."),
				rows: next ? watchRows(core.facts, next) : [],
			}),
		);
}

const notWatching = (): Result =>
	notCovered(
		answer({
			title: say("Nothing to turn off"),
			lead: say("This channel watches nothing. /watches lists the channels that do."),
		}),
	);

const notThisTopic = (core: Core, watch: Watch): Result =>
	notCovered(
		answer({
			title: say("Not watched"),
			lead: watch.topics.includes(ALL_TOPICS)
				? say(
						"This channel watches all topics, so one alone can't be turned off. Type /unwatch, then /watch for each topic that you want.",
					)
				: say("This channel does not watch that topic."),
			rows: watchRows(core.facts, watch),
		}),
	);
