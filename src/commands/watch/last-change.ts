import { z } from "zod";
import type { Store } from "../../store/store.ts";

/** Where the job that finds changes keeps how far it got. */
export const HEAD_KEY = "facts/head";

const headSchema = z.object({
	/** Counts announcements; 0 for the facts that the store began with. */
	seq: z.int().min(0),
	/** The day of the snapshot. */
	day: z.string(),
	/** Versions of facts seen, the newest last. */
	versions: z.array(z.string()),
});
export type Head = z.infer<typeof headSchema>;

export const readHead = (stored: unknown): Head | undefined => headSchema.safeParse(stored).data;

/** `000012/uscis/registration-fee`: orders changes by announcement, then by fact. */
export const changeKey = (seq: number, fact: string): string =>
	`${String(seq).padStart(6, "0")}/${fact}`;

/** Sorts after every change announced so far. */
export async function lastChange(store: Store): Promise<string> {
	const head = readHead(await store.map("jobs").get(HEAD_KEY));
	return changeKey(head?.seq ?? 0, "~");
}
