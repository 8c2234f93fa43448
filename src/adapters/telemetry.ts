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
	"form",
	"expired",
	"not-theirs",
	"limited",
	"restarting",
	"failed",
] as const;

export type Platform = "discord" | "slack";

/** Counts and times interactions. Told names only, never what somebody typed or who they are. */
export interface Telemetry {
	/** An interaction has just arrived. */
	interaction(platform: Platform): Watched;
}

/** One interaction, from its arrival to its end. */
export interface Watched {
	/** Stands in its log lines and in a message about its failure. */
	readonly reference: string;
	/** The platform has our acknowledgement. Only the first call counts. */
	acked(): void;
	/**
	 * It is over; where nothing was acknowledged before, this was it. `command` may carry a remark in
	 * brackets after it; `outcome` is one of ENDS. Only the first call counts.
	 */
	answered(command: string, outcome: string): void;
}

/** A reference that a user can quote and an operator can find in the log. Holds nothing of the user. */
export function newReference(): string {
	return Math.random().toString(36).slice(2, 8).toUpperCase().padEnd(6, "0");
}

const uncounted = (): Watched => ({ reference: newReference(), acked() {}, answered() {} });

export const noTelemetry: Telemetry = { interaction: uncounted };
