import { mapLevels, type PerLevel, type Pool, poolFromShares, sum, type Targets } from "./pool.ts";

/** What was published of a season, or is assumed of one. Shares are fractions. */
export interface SeasonShares {
	people: number;
	selected: number;
	/** Share of the people in the pool who are eligible for the exemption. */
	mastersOfPool: number;
	/** The same among those selected. */
	mastersOfSelected: number;
	/** Share of each wage level among those selected. */
	levelsOfSelected: PerLevel;
}

export interface Fit {
	pool: Pool;
	targets: Targets;
	/** Share of each wage level in the pool, the same in both degree groups. */
	mix: PerLevel;
}

/**
 * Solves for the level mix of the pool and the two targets that lead to the published shares,
 * under the assumption that both degree groups have the same mix.
 * Throws RangeError when no pool can lead to them.
 */
export function fitSeason(season: SeasonShares, weights: PerLevel): Fit {
	const { people, selected, mastersOfPool: m } = season;
	if (!(selected > 0 && selected < people))
		throw new RangeError("selected must lie between none and everyone");

	// With race times t1 (everyone) and t1 + t2 (exemption), a share s of the selected at a level with
	// chance a means a share s * selected / (people * a) of the pool.
	const mixAt = (t1: number, t12: number): PerLevel =>
		mapLevels(season.levelsOfSelected, (share, level) => {
			const w = weights[level] ?? 1;
			const chance = (1 - m) * -Math.expm1(-w * t1) + m * -Math.expm1(-w * t12);
			return (share * selected) / (people * chance);
		});
	const secondTime = (t1: number): number => rising((t12) => 1 - sum(mixAt(t1, t12)), t1, 60);
	const mastersAt = (t1: number): number => {
		const t12 = secondTime(t1);
		const advanced = mapLevels(
			mixAt(t1, t12),
			(q, level) => q * -Math.expm1(-(weights[level] ?? 1) * t12),
		);
		return (people * m * sum(advanced)) / selected;
	};

	// A longer first draw leaves less to the exemption: the share of master's holders falls with t1.
	const longest = rising((t) => 1 - sum(mixAt(t, t)), 1e-9, 60);
	const t1 = rising((t) => season.mastersOfSelected - mastersAt(t), 1e-9, longest);
	const t12 = secondTime(t1);
	const mix = mapLevels(mixAt(t1, t12), (q, _level) => q / sum(mixAt(t1, t12)));
	const first =
		people * sum(mapLevels(mix, (q, level) => q * -Math.expm1(-(weights[level] ?? 1) * t1)));
	return {
		pool: poolFromShares(people, m, mix),
		targets: { first, second: selected - first },
		mix,
	};
}

/** The zero of a rising function between two bounds, by halving. */
function rising(f: (x: number) => number, low: number, high: number): number {
	let a = low;
	let b = high;
	for (let step = 0; step < 80; step++) {
		const middle = (a + b) / 2;
		if (f(middle) < 0) a = middle;
		else b = middle;
	}
	return (a + b) / 2;
}
