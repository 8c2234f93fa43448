import type { Reply } from "./reply.ts";
import type { Place } from "./who.ts";

/** A card for a channel that nobody asked for just now: an alert, the test of a watch, a notice. */
export interface ChannelPost {
	/** Null: a channel of the operator's own, named in the environment. */
	place: Place | null;
	channel: string;
	reply: Reply;
	/** Names this post among all others, at most 25 characters. The same nonce is the same post. */
	nonce: string;
	/** Who turned the watch on, by the platform's id; null when they asked to be forgotten. */
	turnedOnBy?: string | null;
}

/**
 * What became of a post. Only `unknown` leaves open whether the channel has it.
 * `gone`: the channel is no more. `shut`: it is there, but the app may not post. `later`: not posted
 * now. `refused`: the platform takes no such message, whenever it is tried. `down`: not posted, because
 * the platform can't be reached.
 */
export type PostOutcome =
	| { done: true; message: string }
	| {
			done: false;
			because: "gone" | "shut" | "later" | "refused" | "down" | "unknown";
			/** The platform's own code, for the log. */
			code: string;
			/** Whether the same nonce keeps a repeat from appearing twice, if it comes within `NONCE_MS`. */
			repeatIsSafe: boolean;
			/** Why, and what to do about it, for whoever turned the watch on. */
			words: string;
			/** How long the platform asks to wait. */
			afterMs?: number;
	  };

export type Post = (post: ChannelPost) => Promise<PostOutcome>;

/**
 * How long after a post its nonce is relied on. Discord checks a nonce against "the past few minutes"
 * without a number, so two are taken.
 * https://docs.discord.com/developers/resources/message#create-message
 */
export const NONCE_MS = 120_000;
