import { parentPort, workerData } from "node:worker_threads";
import { replaySeason } from "../core/odds/replay.ts";
import type { ReplayJob } from "./replay.ts";

// Runs one season and answers with its counts. Started by replayInWorker.
const { pool, targets, entries, seed } = workerData as ReplayJob;
parentPort?.postMessage(replaySeason(pool, targets, entries, seed));
