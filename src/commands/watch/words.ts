import type { Row } from "../../core/answer.ts";
import type { Facts } from "../../core/facts/lookup.ts";
import { say } from "../../core/say.ts";
import { ALL_TOPICS, type Watch } from "../../core/watching/watch.ts";

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

export const topicTitles = (facts: Facts, { topics }: Pick<Watch, "topics">): string =>
	topics.includes(ALL_TOPICS)
		? say("all topics")
		: topics
				.map((id) => say(facts.topics.find((topic) => topic.id === id)?.title ?? id))
				.join("; ");

export function whenWords({ when, hour, quiet, timeZone }: Watch): string {
	const time =
		when === "daily"
			? say("once a day at {hour}", { hour: clock(hour) })
			: say("each change at once");
	const zone = say("{zone} time", { zone: timeZone });
	if (!quiet) return say("{time} ({zone})", { time, zone });
	const [from, to] = [clock(quiet.from), clock(quiet.to)];
	return say("{time}, nothing from {from} to {to} ({zone})", { time, from, to, zone });
}

/** What a channel is told and when, as rows of a card. */
export const watchRows = (facts: Facts, watch: Watch): Row[] => [
	{ label: say("Topics"), value: topicTitles(facts, watch) },
	{ label: say("When"), value: whenWords(watch) },
];
