/** How a fake platform misbehaves, changed as a run goes on. */
export interface Faults {
	/** The share of calls that get 429, from 0 to 1. */
	tooMany: number;
	/** The seconds that a 429 asks to wait. */
	retryAfterS: number;
	/** The share of calls that get 500 or 503. */
	broken: number;
	/** Milliseconds before a call is answered. */
	delayMs: number;
}

export const NO_FAULTS: Readonly<Faults> = { tooMany: 0, retryAfterS: 1, broken: 0, delayMs: 0 };

/** What happens to the next call. */
export function nextFault(faults: Faults, random: () => number): "429" | "503" | null {
	const drawn = random();
	if (drawn < faults.tooMany) return "429";
	return drawn < faults.tooMany + faults.broken ? "503" : null;
}
