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
	| "no-fact"
	| "future";
