import type { Logger } from "pino";
import type { ChartPictures } from "../../charts/png.ts";
import type { Desk } from "../../commands/desk.ts";
import type { AdapterParts } from "../adapter.ts";
import type { Watched } from "../telemetry.ts";
import type { Wait } from "./persist.ts";

/** What answering an interaction takes. */
export interface HandlerParts
	extends Pick<AdapterParts, "store" | "visibility" | "telemetry" | "limits"> {
	desk: Desk;
	log: Logger;
	wait: Wait;
	/** One's turn to use the processor; what arrives meanwhile is acknowledged first. */
	turn(): Promise<void>;
	/** Milliseconds, for durations. */
	now: () => number;
	pictures: ChartPictures;
	/** So many ask at once that pictures are left out: a card says the same without, in a tenth of the bytes. */
	isBusy(): boolean;
	/** A private card may be the response to the request itself: see `give`. */
	answersInResponse?: boolean;
	/** A server still lists commands of its own although ours are registered everywhere. */
	onLeftover(guildId: string): void;
}

/** The same for one interaction. */
export interface InteractionParts extends HandlerParts {
	watched: Watched;
}
