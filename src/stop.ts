import type { Logger } from "pino";

/** Under the 5 s that a supervisor may wait before it kills. */
const LONGEST_STOP_MS = 4_500;

/** Stops everything once at SIGTERM or SIGINT and exits 0. Further signals do not cut the draining short. */
export function stopOnSignal(log: Logger, stop: () => Promise<unknown>): void {
	let isStopping = false;
	const onSignal = (signal: string): void => {
		if (isStopping) return;
		isStopping = true;
		log.info({ signal }, "stopping");
		const overdue = setTimeout(() => {
			log.warn("stopped with work still under way");
			process.exit(0);
		}, LONGEST_STOP_MS);
		overdue.unref();
		stop().then(
			() => process.exit(0),
			() => {
				log.error("a part did not stop cleanly");
				process.exit(0);
			},
		);
	};
	process.on("SIGTERM", onSignal);
	process.on("SIGINT", onSignal);
}
