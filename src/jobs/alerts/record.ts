import { z } from "zod";

const schema = z.object({
	/** The last change that is settled for this channel; all before it are too. */
	cursor: z.string(),
	/** A post under way, or one whose outcome nobody wrote down. */
	open: z
		.object({
			change: z.string(),
			nonce: z.string(),
			/** When the first try and the last try began, in epoch milliseconds. */
			first: z.number(),
			last: z.number(),
			tries: z.number(),
		})
		.optional(),
	/** The last post that arrived. */
	sent: z.object({ change: z.string(), message: z.string(), at: z.number() }).optional(),
	/** Since when, and how often, the app was not allowed to post. */
	shut: z.object({ since: z.number(), last: z.number(), times: z.number() }).optional(),
});

/** What a channel has been told. Every step replaces the whole record, and only the record it has read. */
export type DeliveryRecord = z.infer<typeof schema>;

/** A record as stored; without one, the channel has been told nothing after `cursor`. */
export function readRecord(stored: unknown, cursor: string): DeliveryRecord {
	return schema.safeParse(stored).data ?? { cursor };
}
