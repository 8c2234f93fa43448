/** What is in flight, so that stopping can wait for it, and what was done, so that nothing is done twice. */
export interface Work {
	/**
	 * Runs a job once for its id: a platform may repeat what it delivered, after a reconnect above all.
	 * An empty id is not remembered.
	 */
	once(id: string, job: () => Promise<void>): Promise<void>;
	/** How many jobs are in flight. */
	inFlight(): number;
	/** Resolves when nothing is in flight, or after `ms`; true when everything finished. */
	drain(ms: number): Promise<boolean>;
}

// A repeat follows within minutes, and a signed request is taken for five: 200 a second for that long.
// Bounded, so that it never grows further.
const REMEMBERED_IDS = 60_000;

/** `wait` passes the time; tests pass it at once. */
export function createWork(
	wait: (ms: number) => Promise<void>,
	rememberedIds = REMEMBERED_IDS,
): Work {
	const running = new Set<Promise<void>>();
	const seen = new Set<string>();
	return {
		once(id, job) {
			if (id !== "" && seen.has(id)) return Promise.resolve();
			if (id !== "") seen.add(id);
			const oldest = seen.values().next().value;
			if (seen.size > rememberedIds && oldest !== undefined) seen.delete(oldest);
			const done = job().finally(() => running.delete(done));
			running.add(done);
			return done;
		},
		inFlight: () => running.size,
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
