import type { Check } from "../check.ts";

/** One fact speaks for each topic on the board. */
export const headlinesAreUnique: Check = {
	name: "headlines",
	run: (facts, topics) =>
		topics.flatMap((topic) => {
			const heads = facts.filter((fact) => fact.topic === topic.id && fact.headline);
			if (heads.length === 1) return [];
			if (heads.length === 0) return [`topics: ${topic.id} has no fact with headline: true`];
			return [
				`topics: ${topic.id} has ${heads.length} headlines: ${heads.map((f) => f.id).join(", ")}`,
			];
		}),
};
