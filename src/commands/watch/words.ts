import type { Row } from "../../core/answer.ts";
import type { Facts } from "../../core/facts/lookup.ts";
import { ALL_TOPICS, type Watch } from "../../core/watching/watch.ts";

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

export const topicTitles = (facts: Facts, { topics }: Pick<Watch, "topics">): string =>
	topics.includes(ALL_TOPICS)
		? "all topics"
		: topics.map((id) => facts.topics.find((topic) => topic.id === id)?.title ?? id).join("; ");

export function whenWords({ when, hour, quiet, timeZone }: Watch): string {
	const time = when === "daily" ? `once a day at ${clock(hour)}` : "each change at once";
	const silence = quiet ? `, nothing from ${clock(quiet.from)} to ${clock(quiet.to)}` : "";
	return `${time}${silence} (${timeZone} time)`;
}

/** What a channel is told and when, as rows of a card. */
export const watchRows = (facts: Facts, watch: Watch): Row[] => [
	{ label: "Topics", value: topicTitles(facts, watch) },
	{ label: "When", value: whenWords(watch) },
];
