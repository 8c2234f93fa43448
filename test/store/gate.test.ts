import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createGate } from "../../src/store/gate.ts";
import { StoreError } from "../../src/store/store.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const down = () => Promise.reject(new StoreError("STORE_DOWN", "down"));
const full = () => Promise.reject(new StoreError("STORE_DOWN", "full", { blocks: "changes" }));
const busy = () => Promise.reject(new StoreError("STORE_DOWN", "busy", { blocks: "this call" }));

it("fails at once while down, tries with back-off, and says once what is wrong", async () => {
	const open = vi.fn(async () => {});
	const told: (string | null)[] = [];
	const gate = await createGate(open, (problem) => told.push(problem));
	expect(gate.problem()).toBeNull();
	await expect(gate.run("change", down)).rejects.toThrow("down");
	const work = vi.fn(async () => 1);
	await expect(gate.run("read", work)).rejects.toThrow("down");
	expect(work).not.toHaveBeenCalled();
	open.mockImplementation(down);
	await vi.advanceTimersByTimeAsync(60_000);
	// 0.25, 0.5, 1, 2, 4, 8 and then every 10 seconds.
	expect(open.mock.calls.length).toBe(1 + 10);
	open.mockImplementation(async () => {});
	await vi.advanceTimersByTimeAsync(10_000);
	expect(gate.problem()).toBeNull();
	expect(await gate.run("read", work)).toBe(1);
	expect(told).toEqual(["down", null]);
	gate.close();
});

it("goes on reading when only changes fail", async () => {
	const gate = await createGate(async () => {});
	await expect(gate.run("change", full)).rejects.toThrow("full");
	expect(await gate.run("read", async () => 1)).toBe(1);
	await expect(gate.run("change", async () => 1)).rejects.toThrow("full");
	gate.close();
});

it("takes one slow call for no more than that", async () => {
	const gate = await createGate(async () => {});
	await expect(gate.run("change", busy)).rejects.toThrow("busy");
	await expect(gate.run("read", async () => Promise.reject(new TypeError("ours")))).rejects.toThrow(
		TypeError,
	);
	expect(gate.problem()).toBeNull();
	gate.close();
});

it("starts although the store does not, but never beside another desk", async () => {
	const gate = await createGate(down);
	expect(gate.problem()).toBe("down");
	gate.close();
	const odd = await createGate(() => Promise.reject(new Error("postgres://user:s3cret@host")));
	expect(odd.problem()).toBe("the store could not be opened (Error)");
	odd.close();
	await expect(
		createGate(() => Promise.reject(new StoreError("STORE_IN_USE", "in use"))),
	).rejects.toThrow("in use");
});

it("does nothing more once closed", async () => {
	const open = vi.fn(down);
	const gate = await createGate(open);
	gate.close();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(open).toHaveBeenCalledTimes(1);
	await expect(gate.run("read", async () => 1)).rejects.toThrow("stopping");
});
