import { setImmediate as turn } from "node:timers/promises";
import type { Desk } from "./commands/desk.ts";

// One line for each index or first computation that would otherwise hold up the first person who asks.
const FIRST: readonly ((desk: Desk) => unknown)[] = [
	(desk) => desk.text("what is the cap"),
	(desk) => desk.run("check", { claim: "the cap is 65,000" }),
	(desk) => desk.run("odds", { level: "II" }),
	(desk) => desk.complete("level", "area", "a"),
];

/**
 * Builds what answers need, about a second of work, a piece at a time so that the page answers meanwhile.
 * Before the platforms connect: no acknowledgement then waits for an index.
 */
export async function warm(desk: Desk): Promise<void> {
	for (const first of FIRST) {
		first(desk);
		await turn();
	}
	// Building the indexes leaves more behind than they are; `npm start` lets it be given back.
	globalThis.gc?.();
}
