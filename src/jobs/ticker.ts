export interface Ticker {
	/** Runs the job now, or right after the run under way. */
	poke(): void;
	/** No further run; resolves when the one under way is over. */
	stop(): Promise<void>;
}

/** Runs a job now and then every `everyMs`, never twice at the same time. A failed run is reported, not fatal. */
export function startTicker(
	job: () => Promise<void>,
	{ everyMs, onError }: { everyMs: number; onError: (error: unknown) => void },
): Ticker {
	let isStopped = false;
	let again = false;
	let running: Promise<void> | undefined;

	function run(): void {
		if (isStopped) return;
		if (running) {
			again = true;
			return;
		}
		running = job()
			.catch(onError)
			.finally(() => {
				running = undefined;
				if (again) {
					again = false;
					run();
				}
			});
	}
	const timer = setInterval(run, everyMs);
	timer.unref();
	run();
	return {
		poke: run,
		async stop() {
			isStopped = true;
			clearInterval(timer);
			await running;
		},
	};
}
