/** Whether more begins than a machine can do thoroughly. */
export interface Rush {
	/** Something begins. */
	note(): void;
	/** More than `most` began within the last second. */
	isOn(): boolean;
}

const WITHIN_MS = 1_000;

/** `now` in milliseconds. Holds `most` times and no more. */
export function createRush(most: number, now: () => number): Rush {
	const times: number[] = [];
	let next = 0;
	return {
		note() {
			times[next] = now();
			next = (next + 1) % most;
		},
		isOn() {
			// The oldest of the last `most`, once there were so many.
			const oldest = times[next];
			return oldest !== undefined && now() - oldest < WITHIN_MS;
		},
	};
}
