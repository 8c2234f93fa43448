import type { Desk } from "../../src/commands/desk.ts";

export interface Claim {
	id: string;
	claim: string;
	verdict: "supported" | "contradicted" | "outdated" | "unknown";
}

export interface JudgedClaim {
	claim: Claim;
	got: string;
	right: boolean;
	/** The worst that can happen: a claim is called supported that is not. */
	falselySupported: boolean;
}

/** Judges one claim through `/check`. What an earlier rule made true may be called outdated or contradicted. */
export function judgeClaim(desk: Desk, claim: Claim): JudgedClaim {
	const got = String(desk.run("check", { claim: claim.claim }).values.verdict);
	const bothFit = claim.verdict === "outdated" && got === "contradicted";
	return {
		claim,
		got,
		right: got === claim.verdict || bothFit,
		falselySupported: got === "supported" && claim.verdict !== "supported",
	};
}
