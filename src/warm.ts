import type { Desk } from "./commands/desk.ts";

// One line for each index or first computation that would otherwise hold up the first person who asks.
const FIRST: readonly ((desk: Desk) => unknown)[] = [
	(desk) => desk.text("what is the cap"),
	(desk) => desk.run("check", { claim: "the cap is 65,000" }),
	(desk) => desk.run("odds", { level: "II" }),
	(desk) => desk.complete("level", "area", "a"),
];

/** Platforms that have not connected by then do not hold up the others. */
const AT_LATEST_MS = 5_000;

/**
 * Builds what answers need, a piece at a time, so that nothing waits long meanwhile: once every platform
 * is ready, because loading and connecting them is what people wait for first. Call the result for each
 * that becomes ready.
 */
export function warmAfter(platforms: number, desk: Desk): () => void {
	let missing = platforms;
	let i = 0;
	let isBegun = false;
	const step = (): void => {
		FIRST[i++]?.(desk);
		if (i < FIRST.length) setImmediate(step);
		// Building the indexes leaves more behind than they are; `npm start` lets it be given back.
		else setImmediate(() => globalThis.gc?.());
	};
	const begin = (): void => {
		if (!isBegun) setImmediate(step);
		isBegun = true;
	};
	if (missing === 0) begin();
	else setTimeout(begin, AT_LATEST_MS).unref();
	return () => {
		if (--missing === 0) begin();
	};
}
