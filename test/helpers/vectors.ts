import { readFileSync } from "node:fs";
import type { Chances, PerLevel } from "../../src/core/odds/pool.ts";

interface Vector {
	pool: { regular: PerLevel; advanced: PerLevel; first: number; second: number };
	weighted: Chances;
	plainLottery: { regular: number; advanced: number };
	wageRanked: Chances;
}

/** The 40 published vectors: pools, targets and the exact chances in a large pool. */
export const { vectors } = JSON.parse(
	readFileSync(new URL("../odds/vectors.json", import.meta.url), "utf8"),
) as { vectors: Vector[] };
