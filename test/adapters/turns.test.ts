import { expect, it } from "vitest";
import { createTurns } from "../../src/adapters/turns.ts";

it("gives one turn each time round, in order, and lets what arrives meanwhile go first", async () => {
	const turn = createTurns(0);
	const order: string[] = [];
	const jobs = ["a", "b", "c"].map((name) =>
		turn().then(() => {
			order.push(name);
			setImmediate(() => order.push(`arrived during ${name}`));
		}),
	);
	await Promise.all(jobs);
	await new Promise((resolve) => setImmediate(resolve));
	expect(order.indexOf("arrived during a")).toBeLessThan(order.indexOf("c"));
	expect(order.filter((name) => name.length === 1)).toEqual(["a", "b", "c"]);
});
