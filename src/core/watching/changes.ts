import { z } from "zod";
import { addDays, type PlainDate } from "../dates.ts";
import { type Snapshot, type SnapshotFact, stateSchemaOf } from "./snapshot.ts";

const changeSchema = z.object({
	fact: z.string(),
	topic: z.string(),
	title: z.string(),
	/** Null: the desk did not state it. */
	before: stateSchemaOf.state.nullable(),
	/** Null: the desk no longer states it. */
	after: stateSchemaOf.state.nullable(),
	/** When it was found, in epoch milliseconds. */
	found: z.number(),
});

/** One fact that says something else than before. */
export type Change = z.infer<typeof changeSchema>;
export const readChange = (stored: unknown): Change | undefined =>
	changeSchema.safeParse(stored).data;

/** A fact that is new here tells a change only when its state is about as new: the rest is background. */
const NEWS_DAYS = 60;

/** What changed between two snapshots, in the order of fact ids. `since`: the day of the first one. */
export function changesBetween(
	before: Snapshot,
	after: Snapshot,
	{ since, found }: { since: PlainDate; found: number },
): Change[] {
	const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
	return ids.flatMap((id): Change[] => {
		const was: SnapshotFact | undefined = before[id];
		const is: SnapshotFact | undefined = after[id];
		if (was?.state.mark === is?.state.mark) return [];
		if (!was && is && is.state.known < addDays(since, -NEWS_DAYS)) return [];
		const named = is ?? (was as SnapshotFact);
		return [
			{
				fact: id,
				topic: named.topic,
				title: named.title,
				before: was?.state ?? null,
				after: is?.state ?? null,
				found,
			},
		];
	});
}
