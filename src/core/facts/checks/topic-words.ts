import type { Check } from "../check.ts";

/** A word names one topic only, or /policy would have to guess. */
export const topicWordsUnique: Check = {
	name: "topic-words",
	run: (_facts, topics) => {
		const owner = new Map<string, string>();
		return topics.flatMap((topic) =>
			[
				...new Set([topic.id, topic.title, ...topic.also].map((word) => word.toLowerCase())),
			].flatMap((word) => {
				const other = owner.get(word);
				owner.set(word, topic.id);
				return other && other !== topic.id
					? [`topics: "${word}" names both ${other} and ${topic.id}`]
					: [];
			}),
		);
	},
};
