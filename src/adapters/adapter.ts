import type { Logger } from "pino";
import type { Desk } from "../commands/desk.ts";
import type { Post } from "../core/post.ts";
import type { Place } from "../core/who.ts";
import type { Store } from "../store/store.ts";
import type { Limits } from "./limit.ts";
import type { Telemetry } from "./telemetry.ts";

/** What every platform adapter is given. */
export interface AdapterParts {
	desk: Desk;
	log: Logger;
	/** Public base address of the page, without a trailing slash; null: no card links to this machine. */
	publicUrl: string | null;
	store: Store;
	/** Told of each interaction: when it came, was acknowledged, and ended. */
	telemetry: Telemetry;
	/** Asked before each command and press. */
	limits: Limits;
	/** What an admin chose for a channel, from memory; private when nothing is known. */
	visibility(place: Place | null, channel: string): "private" | "public";
	/** The app was removed: everything stored about the place is deleted. */
	onLeft(place: Place): Promise<void>;
}

/** A running adapter. */
export interface RunningAdapter {
	readonly name: string;
	/** Null when connected, otherwise why not, in plain words. */
	problem(): string | null;
	/** Takes no new work, finishes what is in flight, disconnects. Resolves within 4 s; calling twice is harmless. */
	stop(): Promise<void>;
	/** Posts a card that nobody asked for just now. Never throws; waits at most some seconds. */
	readonly post?: Post;
}

/** Told when a platform becomes ready, for the one line that `npm start` prints. */
export type OnReady = () => void;

export { newReference as referenceId } from "./telemetry.ts";
