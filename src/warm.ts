import type { Desk } from "./commands/desk.ts";

// One line for each index or first computation that would otherwise hold up the first person who asks.
const FIRST: readonly ((desk: Desk) => unknown)[] = [
	(desk) => desk.text("what is the cap"),
	(desk) => desk.run("check", { claim: "the cap is 65,000" }),
	(desk) => desk.run("odds", { level: "II" }),
	(desk) => desk.complete("level", "area", "a"),
];

/** Builds what answers need, a piece at a time, so that the page and its probes are answered between. */
export async function warm(desk: Desk): Promise<void> {
	for (const first of FIRST) {
		await new Promise((resolve) => setImmediate(resolve));
		first(desk);
	}
}
