import { afterEach, beforeEach, vi } from "vitest";

/** A clock that a test moves; timers and the network go on. */
export function useMovedClock(): { pass(ms: number): void } {
	beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
	afterEach(() => void vi.useRealTimers());
	return { pass: (ms) => void vi.setSystemTime(Date.now() + ms) };
}
