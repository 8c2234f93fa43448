/** One number for each wage level, I to IV. */
export type PerLevel = readonly [number, number, number, number];

/** People in the pool by wage level; `advanced` are those eligible for the US master's exemption. */
export interface Pool {
	regular: PerLevel;
	advanced: PerLevel;
}

/** How many people each draw selects at most. */
export interface Targets {
	/** First draw, over everyone. */
	first: number;
	/** Second draw, over the unselected who are eligible for the exemption. */
	second: number;
}

/** Chances of selection, as fractions, by wage level and eligibility for the exemption. */
export interface Chances {
	regular: PerLevel;
	advanced: PerLevel;
}

/** Entries by wage level since FY 2027: 8 CFR 214.2(h)(8)(iii)(A)(4)(ii). */
export const WEIGHTED: PerLevel = [1, 2, 3, 4];
/** Everyone entered once: the draw until FY 2026. */
export const PLAIN: PerLevel = [1, 1, 1, 1];

export function mapLevels(
	values: PerLevel,
	change: (value: number, level: number) => number,
): PerLevel {
	return [change(values[0], 0), change(values[1], 1), change(values[2], 2), change(values[3], 3)];
}

export function sum(values: PerLevel): number {
	return values[0] + values[1] + values[2] + values[3];
}

export function people(pool: Pool): number {
	return sum(pool.regular) + sum(pool.advanced);
}

/** A pool of `total` people with the same level mix in both degree groups. Shares are fractions. */
export function poolFromShares(total: number, mastersShare: number, mix: PerLevel): Pool {
	return {
		regular: mapLevels(mix, (share) => total * (1 - mastersShare) * share),
		advanced: mapLevels(mix, (share) => total * mastersShare * share),
	};
}
