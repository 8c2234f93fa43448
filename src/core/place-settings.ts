import { z } from "zod";
import { type Place, placeKey } from "./who.ts";

export const MAX_COUNSEL = 200;
export const MAX_DISCLAIMER = 300;
export const MAX_CHANNELS = 50;

const visibility = z.enum(["private", "public"]);
export type Visibility = z.infer<typeof visibility>;

const schema = z.object({
	/** BCP 47; absent: each asker's own. */
	language: z.string().max(35).optional(),
	/** How answers are shown where the channel has no choice of its own. */
	answers: visibility.optional(),
	/** By channel id. */
	answersIn: z.record(z.string(), visibility).default({}),
	/** Whom to ask, in the admin's words. */
	counsel: z.string().max(MAX_COUNSEL).optional(),
	/** Stands beside "not legal advice" on every card. */
	disclaimer: z.string().max(MAX_DISCLAIMER).optional(),
	/** Ids of the channels for public answers and shared cards; empty: all. */
	channels: z.array(z.string()).max(MAX_CHANNELS).default([]),
});

/** An admin's choices for a server or workspace. */
export type PlaceSettings = z.infer<typeof schema>;

export const NO_SETTINGS: PlaceSettings = { answersIn: {}, channels: [] };

export const settingsKey = (place: Place): string => `${placeKey(place)}/settings`;

/** Settings as stored; what does not fit any more counts as not chosen. */
export function readSettings(stored: unknown): PlaceSettings {
	return schema.safeParse(stored).data ?? NO_SETTINGS;
}

export const isAllowed = (settings: PlaceSettings, channel: string): boolean =>
	settings.channels.length === 0 || settings.channels.includes(channel);

/** Public only where an admin chose so and the channel is one of theirs. */
export function visibilityIn(settings: PlaceSettings, channel: string): Visibility {
	if (!isAllowed(settings, channel)) return "private";
	return settings.answersIn[channel] ?? settings.answers ?? "private";
}
