import type { FactView } from "../facts/lookup.ts";

/** `outdated`: it was true once. `unknown`: no fact either way, or sources conflict. */
export type Verdict = "supported" | "contradicted" | "outdated" | "unknown";

/** Which comparison decided. */
export type Basis =
	| "wording"
	| "number"
	| "day"
	| "state"
	| "proposal"
	| "conflict"
	| "undecided"
	| "not-found"
	| "no-fact"
	| "future";

/** What is found of a claim. */
export interface Judgement {
	verdict: Verdict;
	/** The facts that decide it, or that come closest; at most three. */
	facts: FactView[];
	by: Basis;
}
