import type { Lease } from "./store.ts";

/** Leadership where there is only one process. */
export function createLocalLeases(): (job: string) => Promise<Lease | null> {
	const led = new Set<string>();
	return async (job) => {
		if (led.has(job)) return null;
		led.add(job);
		let isHeld = true;
		return {
			isHeld: () => isHeld,
			async release() {
				if (isHeld) led.delete(job);
				isHeld = false;
			},
		};
	};
}
