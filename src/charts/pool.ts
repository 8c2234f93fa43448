import { Worker } from "node:worker_threads";
import type { Picture } from "./png.ts";
import type { ChartDone, ChartJob } from "../workers/chart-worker.ts";

export interface PoolOptions {
	/** The built worker file. */
	worker: URL;
	/** A job is given up after this, its wait in the queue included; the worker is ended after as long on one job. */
	timeoutMs: number;
	/** Jobs that may wait; more are refused at once. */
	queue: number;
}

/** Why there is no picture. */
export type Refusal =
	| "queue full"
	| "too slow"
	| "worker failed"
	| "refused by the drawer"
	| "closed";

/** One worker thread and the jobs that wait for it. It is started when needed and again after a crash. */
export interface Pool {
	run(job: Omit<ChartJob, "id">): Promise<Picture | Refusal>;
	warm(): void;
	close(): Promise<void>;
}

interface Waiting {
	job: ChartJob;
	settle(done: Picture | Refusal): void;
}

const DEFAULTS = { timeoutMs: 2_000, queue: 32 };
/** The first job also loads the drawer and the fonts. */
const START_MS = 3_000;
/** After this many deaths in a row no new worker is started: something is wrong with the machine. */
const MOST_DEATHS = 5;

export function createPool(options: Pick<PoolOptions, "worker"> & Partial<PoolOptions>): Pool {
	const { worker: file, timeoutMs, queue } = { ...DEFAULTS, ...options };
	const waiting: Waiting[] = [];
	let worker: Worker | undefined;
	let current: Waiting | undefined;
	let hang: NodeJS.Timeout | undefined;
	let hasAnswered = false;
	let deaths = 0;
	let nextId = 1;
	let isClosed = false;

	function start(): Worker | undefined {
		if (worker || isClosed || deaths >= MOST_DEATHS) return worker;
		// No inherited flags: the parent's may not suit a worker. A picture leaves little behind, so a
		// small young generation keeps the worker small.
		const made = new Worker(file, {
			execArgv: [],
			env: {},
			resourceLimits: { maxYoungGenerationSizeMb: 8 },
		});
		made.unref();
		made.on("message", ({ id, picture }: ChartDone) => {
			hasAnswered = true;
			deaths = 0;
			if (current?.job.id === id) finish(picture ?? "refused by the drawer");
		});
		made.on("error", () => dropped(made));
		made.on("exit", () => dropped(made));
		worker = made;
		hasAnswered = false;
		return made;
	}

	/** The worker is gone. Its job is given up, since it may be what killed it; the next gets a new worker. */
	function dropped(gone: Worker): void {
		if (gone !== worker) return;
		worker = undefined;
		hasAnswered = false;
		deaths++;
		finish("worker failed");
	}

	function finish(done: Picture | Refusal): void {
		clearTimeout(hang);
		current?.settle(done);
		current = undefined;
		worker?.unref();
		next();
	}

	function next(): void {
		if (current) return;
		current = waiting.shift();
		if (!current) return;
		const to = start();
		if (to) {
			to.ref();
			to.postMessage(current.job);
			hang = setTimeout(endStuck, limit());
		} else finish("worker failed");
	}

	const limit = () => timeoutMs + (hasAnswered ? 0 : START_MS);

	/** A job cannot be interrupted, only its worker ended. */
	function endStuck(): void {
		const stuck = worker;
		worker = undefined;
		hasAnswered = false;
		void stuck?.terminate();
		finish("too slow");
	}

	function giveUp(job: Waiting): void {
		const place = waiting.indexOf(job);
		if (place >= 0) waiting.splice(place, 1);
		job.settle("too slow");
	}

	return {
		run(given) {
			if (isClosed) return Promise.resolve("closed");
			if (waiting.length >= queue) return Promise.resolve("queue full");
			return new Promise((resolve) => {
				const timer = setTimeout(() => giveUp(job), limit());
				const job: Waiting = {
					job: { ...given, id: nextId++ },
					settle(done) {
						clearTimeout(timer);
						resolve(done);
					},
				};
				waiting.push(job);
				next();
			});
		},
		warm: () => void start(),
		async close() {
			isClosed = true;
			clearTimeout(hang);
			for (const job of waiting.splice(0)) job.settle("closed");
			const last = worker;
			worker = undefined;
			current?.settle("closed");
			current = undefined;
			await last?.terminate();
		},
	};
}
