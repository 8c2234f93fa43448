import type { FactView } from "../facts/lookup.ts";
import { type PerLevel, type Pool, poolFromShares, type Targets } from "./pool.ts";

/** What a season's pool is made of. Shares are fractions. */
export interface Inputs {
	/** People in the pool. */
	people: number;
	/** People selected in both draws. */
	selected: number;
	/** Share of the pool that is eligible for the US master's exemption. */
	mastersOfPool: number;
	/** Share of the pool whose offers move from level I to II. */
	levelShift: number;
	/** Share of level III within levels III and IV among the selected. */
	levelThreeSplit: number;
}
export type InputName = keyof Inputs;

/** An input that is not known for sure: tried from `low` to `high`, `central` being the likeliest. */
export interface Range {
	input: InputName;
	low: number;
	central: number;
	high: number;
	/** Holds the reason and the source. */
	fact: FactView;
}

/** A season as assumed: the central inputs, and what stays as it is when they vary. */
export interface Scenario {
	central: Inputs;
	/** Share of each wage level in the pool at the central inputs, the same in both degree groups. */
	mix: PerLevel;
	/** Share of all selections that the first draw makes. */
	firstShare: number;
}

/** The pool and the targets of a scenario when its inputs are these. */
export function drawOf(scenario: Scenario, inputs: Inputs): { pool: Pool; targets: Targets } {
	const { mix, central, firstShare } = scenario;
	const upper = mix[2] + mix[3];
	// The split is among the selected; the pool's moves with it, in odds.
	const odds =
		(mix[2] / mix[3]) * (oddsOf(inputs.levelThreeSplit) / oddsOf(central.levelThreeSplit));
	const three = (upper * odds) / (1 + odds);
	const moved = Math.min(mix[0], inputs.levelShift - central.levelShift);
	const first = inputs.selected * firstShare;
	return {
		pool: poolFromShares(inputs.people, inputs.mastersOfPool, [
			mix[0] - moved,
			mix[1] + moved,
			three,
			upper - three,
		]),
		targets: { first, second: inputs.selected - first },
	};
}

const oddsOf = (share: number): number => share / (1 - share);
