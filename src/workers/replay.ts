import { Worker } from "node:worker_threads";
import type { PerLevel, Pool, Targets } from "../core/odds/pool.ts";
import type { Replay } from "../core/odds/replay.ts";

/** A season to draw; counts of people are whole numbers. */
export interface ReplayJob {
	pool: Pool;
	targets: Targets;
	/** Entries by wage level. */
	entries: PerLevel;
	seed: number;
}

// A worker loads built files only: Node 20 reads no TypeScript.
const WORKER = new URL(
	import.meta.url.endsWith(".ts")
		? "../../dist/src/workers/replay-worker.js"
		: "./replay-worker.js",
	import.meta.url,
);

/** Draws a season on a thread of its own, so that nothing else waits for it. */
export function replayInWorker(job: ReplayJob): Promise<Replay> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(WORKER, { workerData: job });
		worker.once("message", resolve);
		worker.once("error", reject);
		worker.once("exit", (code) => reject(new Error(`the replay ended early with code ${code}`)));
	});
}
