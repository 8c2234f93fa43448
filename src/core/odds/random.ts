/** Four 32-bit words, not all zero. */
export type RandomState = [number, number, number, number];

export const MAX_SEED = 2 ** 32 - 1;

/**
 * The generator xoshiro128** 1.1 of Blackman and Vigna: 32-bit words from integer operations only, so
 * that a seed gives the same words on every machine. Changes `state`.
 */
export function nextWord(state: RandomState): number {
	const [a, b, c, d] = state;
	const product = Math.imul(b, 5);
	const word = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
	const e = d ^ b;
	state[0] = a ^ e;
	state[1] = b ^ c ^ a;
	state[2] = c ^ a ^ (b << 9);
	state[3] = (e << 11) | (e >>> 21);
	return word;
}

/** A state from a seed (0 to 2^32 - 1), spread by SplitMix64 as the authors of the generator advise. */
export function seedState(seed: number): RandomState {
	const mix = splitMix64(BigInt(seed));
	const low = mix();
	const high = mix();
	const word = (of: bigint, shift: bigint) => Number((of >> shift) & 0xffffffffn) | 0;
	return [word(low, 0n), word(low, 32n), word(high, 0n), word(high, 32n)];
}

/** SplitMix64 of Steele, Lea and Flood: 64-bit words from a seed. */
export function splitMix64(seed: bigint): () => bigint {
	const wrap = (value: bigint) => BigInt.asUintN(64, value);
	let at = wrap(seed);
	return () => {
		at = wrap(at + 0x9e3779b97f4a7c15n);
		let z = at;
		z = wrap((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
		z = wrap((z ^ (z >> 27n)) * 0x94d049bb133111ebn);
		return z ^ (z >> 31n);
	};
}

/** A number between `low` and `high` whose likeliest value is `mode`. Uses one word of the state. */
export function triangular(state: RandomState, low: number, mode: number, high: number): number {
	const u = nextWord(state) / 2 ** 32;
	const width = high - low;
	if (width <= 0) return mode;
	return u * width < mode - low
		? low + Math.sqrt(u * width * (mode - low))
		: high - Math.sqrt((1 - u) * width * (high - mode));
}
