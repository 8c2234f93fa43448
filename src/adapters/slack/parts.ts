import type { RespondFn, webApi } from "@slack/bolt";
import type { Logger } from "pino";
import type { Desk } from "../../commands/desk.ts";
import type { Place } from "../../core/who.ts";
import type { Store } from "../../store/store.ts";
import type { AdapterParts } from "../adapter.ts";
import type { Limits } from "../limit.ts";
import type { Telemetry } from "../telemetry.ts";
import type { Work } from "../work.ts";
import type { People } from "./people.ts";
import type { ChartForms } from "./send-chart.ts";

/** What every handler is given. */
export interface HandlerParts {
	desk: Desk;
	log: Logger;
	store: Store;
	work: Work;
	/** One's turn to use the processor; what arrives meanwhile is acknowledged first. */
	turn(): Promise<void>;
	wait(ms: number): Promise<unknown>;
	isStopping(): boolean;
	/** Which form of chart each workspace takes. */
	charts: ChartForms;
	visibility: AdapterParts["visibility"];
	telemetry: Telemetry;
	limits: Limits;
	people: People;
	/** Posts at a response address that was kept: the one of the command that opened a window. */
	respondAt(url: string): RespondFn;
	/** Public base address of the page; null: none. */
	publicUrl: string | null;
}

export type Client = Pick<webApi.WebClient, "chat" | "views" | "users" | "assistant">;

/** Where an answer goes, and for whom. */
export interface Target {
	place: Place;
	/** Empty: asked outside a channel, in a form or on the Home tab. */
	channel: string;
	user: string;
	thread?: string | undefined;
	/** Posts where the command was given, without a token: five times within 30 minutes. */
	respond?: RespondFn | undefined;
	client: Client;
	/** Who installed the app, where known. */
	installer?: string | undefined;
	/** False: the app was removed from this workspace. */
	isInstalled?: boolean | undefined;
}
