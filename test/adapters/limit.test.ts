import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLimits, LIMITS_A_MINUTE } from "../../src/adapters/limit.ts";

const alice = { platform: "slack", user: "U1", place: "T1" };
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("limits", () => {
	it("let a person through as often as allowed, then ask kindly to wait, then let through again", async () => {
		const limits = createLimits({ user: 2, place: 100 });
		expect(await limits.refusal(alice)).toBeNull();
		expect(await limits.refusal(alice)).toBeNull();
		expect((await limits.refusal(alice))?.()).toBe(
			"You have asked a lot in the last minute. Please try again in 60 seconds.",
		);
		vi.advanceTimersByTime(59_000);
		expect((await limits.refusal(alice))?.()).toMatch(/try again in a second\.$/);
		vi.advanceTimersByTime(1_001);
		expect(await limits.refusal(alice)).toBeNull();
	});

	it.each([
		["another person of the server", { ...alice, user: "U2" }],
		["the same id on another platform", { ...alice, platform: "discord" }],
	])("of one person do not touch %s", async (_name, other) => {
		const limits = createLimits({ user: 1, place: 100 });
		await limits.refusal(alice);
		expect(await limits.refusal(alice)).not.toBeNull();
		expect(await limits.refusal(other)).toBeNull();
	});

	it("hold a whole server, and neither other servers nor direct messages", async () => {
		const limits = createLimits({ user: 100, place: 3 });
		for (const user of ["U1", "U2", "U3"]) await limits.refusal({ ...alice, user });
		expect((await limits.refusal({ ...alice, user: "U4" }))?.()).toMatch(
			/^A lot has been asked here/,
		);
		expect(await limits.refusal({ ...alice, user: "U4", place: "T2" })).toBeNull();
		expect(await limits.refusal({ ...alice, user: "U4", place: null })).toBeNull();
	});

	it("a refused person does not use up the server's share", async () => {
		const limits = createLimits({ user: 1, place: 2 });
		for (let i = 0; i < 10; i++) await limits.refusal(alice);
		expect(await limits.refusal({ ...alice, user: "U2" })).toBeNull();
	});

	it("are generous by default", async () => {
		const limits = createLimits();
		for (let i = 0; i < LIMITS_A_MINUTE.user; i++) expect(await limits.refusal(alice)).toBeNull();
		expect(LIMITS_A_MINUTE.place).toBeGreaterThanOrEqual(10 * LIMITS_A_MINUTE.user);
	});
});
