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

/** Below any chance of an entry in a season; at zero the shares of a pool have no meaning. */
const LEAST = 1e-6;

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
	const largest = zero((u) => 1 - sum(mixAt(u, u)), LEAST, 1);
	const u = zero((x) => season.mastersOfSelected - mastersAt(x), LEAST, largest);
	const found = mixAt(u, eitherDraw(u));
	const mix = mapLevels(found, (q) => q / sum(found));
	const first = people * sum(mapLevels(mix, (q, level) => q * ofEntries(u, entries[level] ?? 1)));
	return { mix, firstShare: first / selected };
}

/**
 * The zero of a rising function between two bounds, or the bound nearer to it: false position, with the
 * weight of an end that stays put halved (Illinois).
 */
function zero(f: (x: number) => number, low: number, high: number): number {
	let [a, b] = [low, high];
	let [atA, atB] = [f(a), f(b)];
	if (atA >= 0) return a;
	if (atB <= 0) return b;
	for (let step = 0; step < 100; step++) {
		const x = b - (atB * (b - a)) / (atB - atA);
		const atX = f(x);
		if (atX === 0 || x === a || x === b) return x;
		if (atX > 0 === atB > 0) atA /= 2;
		else [a, atA] = [b, atB];
		[b, atB] = [x, atX];
	}
	return b;
}
