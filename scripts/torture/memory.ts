import type { RunningDesk } from "./desk.ts";

/** Bytes of memory that a desk's process holds. */
export async function memoryOf(desk: RunningDesk): Promise<number> {
	return (await desk.metrics()).get("process_resident_memory_bytes") ?? Number.NaN;
}

/** How much the second half of the samples lies above the first, as a share; the median of each. */
export function growth(samples: readonly number[]): number {
	const half = Math.floor(samples.length / 2);
	const first = median(samples.slice(0, half));
	return (median(samples.slice(half)) - first) / first;
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
