import { ofEntries } from "./exact.ts";
import { mapLevels, type PerLevel, sum } from "./pool.ts";

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
	/** Share of each wage level in the pool, the same in both degree groups. */
	mix: PerLevel;
	/** Share of all selections that the first draw makes. */
	firstShare: number;
}

/**
 * Solves for the level mix of the pool and the split of the two targets that lead to the published
 * shares, under the assumption that both degree groups have the same mix.
 * Throws RangeError when no pool can lead to them.
 */
export function fitSeason(season: SeasonShares, entries: PerLevel): Fit {
	const { people, selected, mastersOfPool: m } = season;
	if (!(selected > 0 && selected < people))
		throw new RangeError("selected must lie between none and everyone");

	// An entry comes up with chance u in the first draw, v in either draw. A share s of the selected at
	// a level with chance c means a share s * selected / (people * c) of the pool.
	const mixAt = (u: number, v: number): PerLevel =>
		mapLevels(season.levelsOfSelected, (share, level) => {
			const w = entries[level] ?? 1;
			const chance = (1 - m) * ofEntries(u, w) + m * ofEntries(v, w);
			return (share * selected) / (people * chance);
		});
	const eitherDraw = (u: number): number => zero((v) => 1 - sum(mixAt(u, v)), u, 1);
	const mastersAt = (u: number): number => {
		const v = eitherDraw(u);
		const advanced = mapLevels(mixAt(u, v), (q, level) => q * ofEntries(v, entries[level] ?? 1));
		return (people * m * sum(advanced)) / selected;
	};

	// A larger first draw leaves less to the exemption: the share of master's holders falls with u.
	const largest = zero((u) => 1 - sum(mixAt(u, u)), 0, 1);
	const u = zero((x) => season.mastersOfSelected - mastersAt(x), 0, largest);
	const found = mixAt(u, eitherDraw(u));
	const mix = mapLevels(found, (q) => q / sum(found));
	const first = people * sum(mapLevels(mix, (q, level) => q * ofEntries(u, entries[level] ?? 1)));
	return { mix, firstShare: first / selected };
}

/** The zero of a rising function between two bounds, by halving until no number lies between. */
function zero(f: (x: number) => number, low: number, high: number): number {
	let a = low;
	let b = high;
	for (;;) {
		const middle = (a + b) / 2;
		if (middle <= a || middle >= b) return middle;
		if (f(middle) < 0) a = middle;
		else b = middle;
	}
}
