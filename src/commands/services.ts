import { NO_SETTINGS, type PlaceSettings } from "../core/place-settings.ts";
import type { Post } from "../core/post.ts";
import { NOTHING_UNREVIEWED, type Unreviewed } from "../core/unreviewed.ts";
import type { Place } from "../core/who.ts";

/** What commands of somebody with an identity use beside the store. */
export interface Services {
	/** Epoch milliseconds. */
	now(): number;
	/** Posts a card in a channel. Never throws. */
	post: Post;
	/** An admin's choices, from memory. */
	settingsOf(place: Place | null): PlaceSettings;
	/** Reads a place's choices again: they were changed or deleted. */
	settingsChanged(place: Place): Promise<void>;
	unreviewed: Unreviewed;
}

/** For the terminal and wherever no platform is connected. */
export const NO_SERVICES: Services = {
	now: () => 0,
	post: async () => ({
		done: false,
		because: "down",
		code: "not_connected",
		repeatIsSafe: true,
		words: "The desk is not connected to this platform now. Try again in a minute.",
	}),
	settingsOf: () => NO_SETTINGS,
	settingsChanged: async () => {},
	unreviewed: NOTHING_UNREVIEWED,
};
