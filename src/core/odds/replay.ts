import { mapLevels, type PerLevel, type Pool, sum, type Targets } from "./pool.ts";
import { type RandomState, seedState } from "./random.ts";

/** People selected in one season, by level and eligibility for the exemption. */
export interface Replay {
	regular: PerLevel;
	advanced: PerLevel;
}

/**
 * One season, person by person: every entry gets a random 32-bit number, a person counts with the lowest
 * of theirs, and the lowest numbers up to the target are selected, as if all entries were put in a random
 * order and repeated people skipped. Then the unselected with an advanced degree draw again.
 * Integers only: the same seed and pool give the same season on every machine. Equal numbers, about one
 * pair in 20,000 people, go by place in the pool. Counts of people must be whole: see `wholePool`.
 */
export function replaySeason(
	pool: Pool,
	targets: Targets,
	entries: PerLevel,
	seed: number,
): Replay {
	const random = seedState(seed);
	const groups = [...pool.advanced, ...pool.regular];
	const weights = [...entries, ...entries];
	const first = draw(groups, weights, targets.first, random);
	const left = mapLevels(pool.advanced, (n, level) => n - (first[level] ?? 0));
	const second = draw([...left], [...entries], targets.second, random);
	return {
		advanced: mapLevels(pool.advanced, (_n, level) => (first[level] ?? 0) + (second[level] ?? 0)),
		regular: mapLevels(pool.regular, (_n, level) => first[4 + level] ?? 0),
	};
}

/** A pool with whole people in every group, and its targets likewise. */
export function wholePool(pool: Pool, targets: Targets): { pool: Pool; targets: Targets } {
	return {
		pool: {
			regular: mapLevels(pool.regular, Math.round),
			advanced: mapLevels(pool.advanced, Math.round),
		},
		targets: { first: Math.round(targets.first), second: Math.round(targets.second) },
	};
}

/** One draw over groups of people with these entries each: how many of each group are selected. */
function draw(
	groups: readonly number[],
	entries: readonly number[],
	target: number,
	random: RandomState,
): number[] {
	const total = groups.reduce((all, n) => all + n, 0);
	if (target <= 0) return groups.map(() => 0);
	if (target >= total) return [...groups];
	const lowest = new Uint32Array(total);
	const inBucket = new Uint32Array(BUCKETS);
	let from = 0;
	groups.forEach((n, group) => {
		const end = from + n;
		while (from < end) {
			const to = Math.min(from + BATCH, end);
			drawEntries(lowest, from, to, entries[group] ?? 1, random, inBucket);
			from = to;
		}
	});
	return selectLowest(lowest, groups, target, inBucket);
}

/** Numbers are sorted into buckets by their highest bits, so that only one bucket needs a sort. */
const BUCKETS = 4096;
const BUCKET_SHIFT = 20;
/** People a call: many short calls are compiled sooner than one long loop. */
const BATCH = 2048;

/** Gives each person the lowest of `entries` random numbers and counts the buckets. Changes `state`. */
function drawEntries(
	lowest: Uint32Array,
	from: number,
	to: number,
	entries: number,
	state: RandomState,
	inBucket: Uint32Array,
): void {
	// nextWord written out: a call and an array for every entry would cost more than the draw itself.
	let [a, b, c, d] = state;
	for (let person = from; person < to; person++) {
		let least = 0xffffffff;
		for (let entry = 0; entry < entries; entry++) {
			const product = Math.imul(b, 5);
			const word = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
			const e = d ^ b;
			const f = c ^ a;
			d = (e << 11) | (e >>> 21);
			c = f ^ (b << 9);
			b ^= f;
			a ^= e;
			least = Math.min(least, word);
		}
		lowest[person] = least;
		const bucket = least >>> BUCKET_SHIFT;
		inBucket[bucket] = (inBucket[bucket] as number) + 1;
	}
	state[0] = a;
	state[1] = b;
	state[2] = c;
	state[3] = d;
}

/** How many of each group are among the `target` lowest numbers. */
function selectLowest(
	lowest: Uint32Array,
	groups: readonly number[],
	target: number,
	inBucket: Uint32Array,
): number[] {
	let bucket = 0;
	let before = 0;
	while (before + (inBucket[bucket] as number) < target) before += inBucket[bucket++] as number;

	const selected: number[] = [];
	const marginal: { number: number; place: number; group: number }[] = [];
	let place = 0;
	groups.forEach((n, group) => {
		let count = 0;
		for (const end = place + n; place < end; place++) {
			const number = lowest[place] as number;
			const distance = (number >>> BUCKET_SHIFT) - bucket;
			// One for a lower bucket, by the sign bit: which side comes next is a coin toss to a branch.
			count += distance >>> 31;
			if (distance === 0) marginal.push({ number, place, group });
		}
		selected.push(count);
	});
	marginal.sort((x, y) => x.number - y.number || x.place - y.place);
	for (const { group } of marginal.slice(0, target - before))
		selected[group] = (selected[group] as number) + 1;
	return selected;
}

/** All people selected. */
export const selectedIn = (season: Replay): number => sum(season.regular) + sum(season.advanced);
