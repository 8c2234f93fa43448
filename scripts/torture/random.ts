import { nextWord, seedState } from "../../src/core/odds/random.ts";

/** Numbers from 0 up to 1, the same for a seed on every machine. */
export function randomOf(seed: number): () => number {
	const state = seedState(seed);
	return () => nextWord(state) / 2 ** 32;
}

export const pick = <T>(random: () => number, from: readonly T[]): T =>
	from[Math.floor(random() * from.length)] as T;
