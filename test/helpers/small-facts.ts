import { day } from "../../src/core/dates.ts";
import { type Fact, factSchema } from "../../src/core/facts/fact.ts";
import { createFacts, type Facts } from "../../src/core/facts/lookup.ts";

type Entry = Omit<Partial<Fact["values"][number]>, "from"> & { from: string; statement: string };

/** A fact of one topic with the entries given; everything else is filled in. */
export function smallFact(
	id: string,
	values: Entry[],
	more: { topic?: string; outlook?: object[]; note?: string } = {},
): Fact {
	const source = { label: `Source of ${id}`, url: "https://www.uscis.gov/news" };
	const filled = values.map((entry) => ({
		status: "in-effect",
		confidence: "primary",
		confirmed: "2026-10-07",
		sources: [source],
		...entry,
	}));
	const outlook = (more.outlook ?? []).map((entry) => ({
		status: "proposed",
		confidence: "primary",
		confirmed: "2026-10-07",
		sources: [source],
		...entry,
	}));
	return {
		...factSchema.parse({
			title: `Title of ${id}`,
			kind: "rule",
			reviewBy: "2026-12-31",
			topic: "fees",
			...more,
			values: filled,
			outlook,
		}),
		id,
	};
}

export function smallFacts(version: string, facts: Fact[]): Facts {
	const topics = ["fees", "cap"].map((id) => ({ id, title: `The ${id}`, board: true, also: [] }));
	return createFacts(facts, topics, { horizon: day("2026-10-08"), version });
}
