import type { Counts } from "./ledger.ts";

export interface Run {
	seed: number;
	/** A minute or so instead of the whole length. */
	isQuick: boolean;
	/** Seconds of the load; the others are shorter by their own rule. */
	seconds: number;
	perSecond: number;
	/** Progress, for whoever waits. */
	say: (line: string) => void;
}

/** What a scenario found. */
export interface Result {
	/** Whether what it promises was kept. */
	passed: boolean;
	/** Label and figure, in order. */
	rows: [string, string][];
	/** Why it could not be run here. */
	skipped?: string;
}

export interface Scenario {
	name: string;
	title: string;
	/** What is done to the desk, and what it must keep; one or two sentences. */
	promise: string;
	run(run: Run): Promise<Result>;
}

export const skipped = (why: string): Result => ({ passed: true, rows: [], skipped: why });

/** The counts that every scenario with traffic shows. */
export function rowsOf(counts: Counts): [string, string][] {
	return [
		["sent", whole(counts.sent)],
		["answered", whole(counts.answered)],
		["lost", whole(counts.lost)],
		["doubled", whole(counts.doubled)],
		[
			"acknowledged, p50 / p99 / longest",
			[counts.ackP50, counts.ackP99, counts.ackMax].map(ms).join(" / "),
		],
		[
			"answered, p50 / p95 / p99",
			[counts.answerP50, counts.answerP95, counts.answerP99].map(ms).join(" / "),
		],
	];
}

export const whole = (count: number): string => count.toLocaleString("en-US");
export const ms = (value: number | null): string =>
	value === null ? "-" : value < 10 ? `${value.toFixed(1)} ms` : `${whole(Math.round(value))} ms`;
export const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;
