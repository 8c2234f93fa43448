import { z } from "zod";
import { Temporal } from "temporal-polyfill";

export const ALL_TOPICS = "all";
/** Washington's, where the agencies' days begin and end. */
export const DEFAULT_ZONE = "America/New_York";
export const DEFAULT_HOUR = 9;

const hour = z.int().min(0).max(23);

const schema = z.object({
	/** Ids of topics, or `all` alone. */
	topics: z.array(z.string()).min(1),
	when: z.enum(["daily", "at-once"]),
	/** The hour of the digest, in `timeZone`. */
	hour: hour.default(DEFAULT_HOUR),
	/** No post from the start of the first hour to the start of the second. */
	quiet: z.object({ from: hour, to: hour }).nullable().default(null),
	/** IANA name. */
	timeZone: z.string().refine(isTimeZone),
	/** Who turned it on; null when they asked to be forgotten. */
	by: z.string().nullable(),
	/** The changes up to this key came before the watch. */
	after: z.string(),
});

/** What a channel is told, and when. */
export type Watch = z.infer<typeof schema>;
export type QuietHours = NonNullable<Watch["quiet"]>;

/** A watch as stored, or undefined when it is none. */
export const readWatch = (stored: unknown): Watch | undefined => schema.safeParse(stored).data;

export const watchesTopic = (watch: Watch, topic: string): boolean =>
	watch.topics.includes(ALL_TOPICS) || watch.topics.includes(topic);

export function isTimeZone(name: string): boolean {
	try {
		Temporal.Now.zonedDateTimeISO(name);
		// An offset such as +05:00 has no daylight-saving rules, so it is no place.
		return /^[A-Za-z]/.test(name);
	} catch {
		return false;
	}
}
