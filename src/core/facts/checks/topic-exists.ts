import type { Check } from "../check.ts";

/** Every fact belongs to a topic, and every topic has facts. */
export const topicExists: Check = {
	name: "topic-exists",
	run: (facts, topics) => {
		const known = new Set(topics.map((topic) => topic.id));
		const used = new Set(facts.map((fact) => fact.topic));
		return [
			...facts
				.filter((fact) => !known.has(fact.topic))
				.map((fact) => `${fact.id}: topics.yaml has no topic ${fact.topic}`),
			...topics
				.filter((topic) => !used.has(topic.id))
				.map((topic) => `topics: ${topic.id} has no fact`),
		];
	},
};
