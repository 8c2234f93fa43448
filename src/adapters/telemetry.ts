import { referenceId } from "./adapter.ts";

/** How an interaction may end: a reply's outcome, or what happened instead of one. */
export const ENDS = [
	"answered",
	"choices",
	"not-covered",
	"declined",
	"invalid",
	"shared",
	"not-shared",
	"suggested",
	"expired",
	"limited",
	"restarting",
	"failed",
] as const;

export type Platform = "discord" | "slack" | "page";

/** Counts and times interactions. Told names only, never what somebody typed or who they are. */
export interface Telemetry {
	/** An interaction has just arrived. */
	interaction(platform: Platform): Watched;
}

/** One interaction, from its arrival to its end. */
export interface Watched {
	/** Stands in its log line and in a message about its failure. */
	readonly reference: string;
	/** The platform has our acknowledgement. Only the first call counts. */
	acked(): void;
	/** It is over. `outcome` is one of ENDS. Only the first call counts. */
	answered(command: string, outcome: string): void;
}

export const noTelemetry: Telemetry = {
	interaction: () => ({ reference: referenceId(), acked() {}, answered() {} }),
};
