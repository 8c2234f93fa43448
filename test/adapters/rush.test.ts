import { expect, it } from "vitest";
import { createRush } from "../../src/adapters/rush.ts";

it("is on while the last few began within a second, and off again after", () => {
	let now = 5_000;
	const rush = createRush(3, () => now);
	rush.note();
	rush.note();
	expect(rush.isOn()).toBe(false);
	rush.note();
	expect(rush.isOn()).toBe(true);
	now += 999;
	expect(rush.isOn()).toBe(true);
	now += 1;
	expect(rush.isOn()).toBe(false);
	rush.note();
	expect(rush.isOn()).toBe(false);
	rush.note();
	rush.note();
	expect(rush.isOn()).toBe(true);
});
