import type { Wait } from "./persist.ts";

/** What is in flight, so that stopping can wait for it. */
export interface Work {
	/** Runs a job once for its id: Discord may deliver an interaction again after a reconnect. */
	once(id: string, job: () => Promise<void>): void;
	/** Resolves when nothing is in flight, or after `ms`; true when everything finished. */
	drain(ms: number): Promise<boolean>;
}

// A redelivery follows within seconds; an interaction lives 15 minutes. Bounded, so that it never grows.
const REMEMBERED_IDS = 5_000;

export function createWork(wait: Wait): Work {
	const running = new Set<Promise<void>>();
	const seen = new Set<string>();
	return {
		once(id, job) {
			if (seen.has(id)) return;
			seen.add(id);
			const oldest = seen.values().next().value;
			if (seen.size > REMEMBERED_IDS && oldest !== undefined) seen.delete(oldest);
			const done = job().finally(() => running.delete(done));
			running.add(done);
		},
		async drain(ms) {
			let isOver = false;
			const timeout = wait(ms).then(() => {
				isOver = true;
			});
			while (running.size > 0 && !isOver)
				await Promise.race([Promise.allSettled(running), timeout]);
			return running.size === 0;
		},
	};
}
