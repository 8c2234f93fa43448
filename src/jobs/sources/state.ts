import { z } from "zod";
import { type PlainDate, plainDate } from "../../core/dates.ts";
import type { Facts } from "../../core/facts/lookup.ts";
import { readUntil } from "../../core/facts/register-names.ts";
import type { NewerDocument, Unreviewed } from "../../core/unreviewed.ts";

export const STATE_KEY = "sources/state";

const day = z.string().transform((text, ctx): PlainDate => {
	const date = plainDate(text);
	if (date) return date;
	ctx.addIssue({ code: "custom", message: "not a day" });
	return z.NEVER;
});

const schema = z.object({
	/** The day on which every question was last answered. */
	askedOn: day.nullable(),
	/** When to ask next, in epoch milliseconds. */
	nextAt: z.number(),
	/** Rounds in a row with a question that was not answered. */
	failures: z.number(),
	found: z.array(z.object({ number: z.string(), published: day, facts: z.array(z.string()) })),
	/** Numbers that the operator's channels have been told of. */
	told: z.array(z.string()),
});
export type SourceState = z.infer<typeof schema>;

export const readState = (stored: unknown): SourceState =>
	schema.safeParse(stored).data ?? { askedOn: null, nextAt: 0, failures: 0, found: [], told: [] };

/** What is unreviewed, for cards: in memory, from what was last read of the store. */
export interface UnreviewedMemory extends Unreviewed {
	read(state: SourceState): void;
	/** Documents that concern a fact as it is confirmed today. */
	count(): number;
}

/** A fact that has been confirmed since, by a new version of the facts, is marked no more. */
export function createUnreviewed(facts: Facts, today: () => PlainDate): UnreviewedMemory {
	let state = readState(undefined);
	let revision = 0;
	let byFact = new Map<string, NewerDocument[]>();
	const of = (id: string): NewerDocument[] => {
		const all = byFact.get(id);
		if (!all || !facts.has(id)) return [];
		const until = readUntil(facts, id, today());
		return all.filter(({ published }) => published > until);
	};
	return {
		of,
		asked: () => state.askedOn,
		revision: () => revision,
		count: () =>
			new Set([...byFact.keys()].flatMap((id) => of(id).map((document) => document.number))).size,
		read(next) {
			if (JSON.stringify(next.found) !== JSON.stringify(state.found)) revision++;
			state = next;
			byFact = new Map();
			for (const { number, published, facts: ids } of next.found)
				for (const id of ids) byFact.set(id, [...(byFact.get(id) ?? []), { number, published }]);
		},
	};
}
