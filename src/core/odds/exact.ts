import { type Chances, mapLevels, type PerLevel, type Pool, sum, type Targets } from "./pool.ts";

/** Which draw comes first: everyone since the FY 2020 season, the advanced-degree holders before. */
export type DrawOrder = "everyone-first" | "advanced-first";

/**
 * Exact chances of the two draws in a large pool.
 *
 * Drawing entries at random and skipping people already drawn is sampling without replacement with
 * probability proportional to entries. In a large pool each entry comes up with one chance `u`, the same
 * for all, until the draw meets its target; a person with `w` entries is drawn with `1 - (1 - u)^w`. With
 * `u = 1 - exp(-t)` this is the race of exponential clocks with rate `w`; written with `u` it needs
 * only additions and products, which give the same digits on every machine.
 * Each draw runs until its target is met (8 CFR 214.2(h)(8)(iii)(A)(5)-(6)). A target above the pool
 * selects everyone, a target of zero no one.
 */
export function exactChances(
	pool: Pool,
	targets: Targets,
	entries: PerLevel,
	order: DrawOrder = "everyone-first",
): Chances {
	const { regular, advanced } = pool;
	if (order === "advanced-first") {
		const u1 = entryChance(advanced, entries, targets.second);
		const left = unselected(advanced, entries, u1);
		const everyone = mapLevels(left, (n, level) => n + (regular[level] ?? 0));
		const u2 = entryChance(everyone, entries, targets.first);
		return chancesOf(entries, u2, u1 + u2 * (1 - u1));
	}
	const everyone = mapLevels(regular, (n, level) => n + (advanced[level] ?? 0));
	const u1 = entryChance(everyone, entries, targets.first);
	const u2 = entryChance(unselected(advanced, entries, u1), entries, targets.second);
	return chancesOf(entries, u1, u1 + u2 * (1 - u1));
}

const chancesOf = (entries: PerLevel, regular: number, advanced: number): Chances => ({
	regular: mapLevels(entries, (w) => ofEntries(regular, w)),
	advanced: mapLevels(entries, (w) => ofEntries(advanced, w)),
});

const unselected = (counts: PerLevel, entries: PerLevel, u: number): PerLevel =>
	mapLevels(counts, (n, level) => n * (1 - ofEntries(u, entries[level] ?? 1)));

/** The chance that at least one of `entries` (a whole number) comes up when each does with chance `u`. */
export function ofEntries(u: number, entries: number): number {
	let chance = u;
	for (let k = 1; k < entries; k++) chance += u * (1 - chance);
	return chance;
}

/**
 * The chance of one entry at which a draw over `counts` people has drawn `target` of them.
 * Newton's method from below on an increasing concave function: it never overshoots.
 */
export function entryChance(counts: PerLevel, entries: PerLevel, target: number): number {
	if (target <= 0) return 0;
	if (target >= sum(counts)) return 1;
	let u = 0;
	for (let step = 0; step < 200; step++) {
		let missing = target;
		let slope = 0;
		for (let level = 0; level < 4; level++) {
			const n = counts[level] as number;
			const w = entries[level] as number;
			let chance = u;
			let othersMiss = 1;
			for (let k = 1; k < w; k++) {
				othersMiss = 1 - chance;
				chance += u * othersMiss;
			}
			missing -= n * chance;
			slope += n * w * othersMiss;
		}
		const next = u + missing / slope;
		if (!(next > u)) break;
		u = next;
	}
	return u > 1 ? 1 : u;
}
