import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/store/store.ts";

export interface Opened {
	store: Store;
	/** Moves the store's clock. */
	pass(ms: number): void | Promise<void>;
}

/** What holds for every store. `leads`: false where one connection serves all, so that nobody can be kept out. */
export function testStore(
	name: string,
	open: () => Promise<Opened>,
	{ leads = true }: { leads?: boolean } = {},
): void {
	describe(`${name} store`, () => {
		let opened: Opened;
		let store: Store;
		beforeEach(async () => {
			opened = await open();
			store = opened.store;
		});
		afterEach(() => store.close());

		it.each<[string, unknown]>([
			["text that looks like the end of a row", '","expires":5}'],
			["a field named as ours", { value: 1, expires: 5 }],
			["control characters and half a surrogate", "\u0000\n\u001f\ud800"],
			["SQL", "'); DROP TABLE entries; -- $1 ?1 {}"],
			["null", null],
			["false", false],
			["an empty text", ""],
			["a text that begins with a colon", ":base64:AAAA"],
			["numbers", [0, -1.5, 1e300, Number.MAX_SAFE_INTEGER]],
			["a deep value", { a: { b: { c: [{ d: "x".repeat(20_000) }] } } }],
		])("gives back %s as it was", async (_what, value) => {
			const map = store.map("settings");
			await map.set("discord/1/'; --%_", value);
			expect(await map.get("discord/1/'; --%_")).toEqual(value);
			expect(await map.under("")).toEqual([{ key: "discord/1/'; --%_", value }]);
			expect(await map.swap("discord/1/'; --%_", value, 1)).toBe(true);
		});

		it.each(["", "a\u0000b", "line\nbreak", "k".repeat(256), "\ud800"])(
			"refuses %j as a key",
			async (key) => {
				const map = store.map("settings");
				await expect(map.get(key)).rejects.toThrow(TypeError);
				await expect(map.set(key, 1)).rejects.toThrow(TypeError);
				await expect(map.delete(key)).rejects.toThrow(TypeError);
				await expect(map.swap(key, undefined, 1)).rejects.toThrow(TypeError);
				await expect(store.claim(key, 1_000)).rejects.toThrow(TypeError);
				await expect(store.forget(key)).rejects.toThrow(TypeError);
				expect(store.problem()).toBeNull();
			},
		);

		it("refuses a value that is no JSON", async () => {
			const map = store.map("settings");
			await expect(map.set("k", undefined)).rejects.toThrow(TypeError);
			await expect(map.set("k", () => 1)).rejects.toThrow(TypeError);
			expect(await map.get("k")).toBeUndefined();
		});

		it("gives back what was set, and nothing after it was deleted", async () => {
			const map = store.map("settings");
			expect(await map.get("a/1")).toBeUndefined();
			await map.set("a/1", { words: 'it\'s "quoted" \u{1f600}', list: [1, null, true] });
			expect(await map.get("a/1")).toEqual({
				words: 'it\'s "quoted" \u{1f600}',
				list: [1, null, true],
			});
			expect(await map.delete("a/1")).toBe(true);
			expect(await map.delete("a/1")).toBe(false);
			expect(await map.get("a/1")).toBeUndefined();
		});

		it("keeps maps apart", async () => {
			await store.map("settings").set("k", 1);
			expect(await store.map("watches").get("k")).toBeUndefined();
		});

		it("lists what is under a prefix in key order, taking % and _ as they are", async () => {
			const map = store.map("watches");
			for (const key of ["p_1/b", "p_1/a", "px1/c", "p%1/d", "q"]) await map.set(key, key);
			expect((await map.under("p_1/")).map(({ key }) => key)).toEqual(["p_1/a", "p_1/b"]);
			expect((await map.under("p%")).map(({ value }) => value)).toEqual(["p%1/d"]);
			expect(await map.under("")).toHaveLength(5);
		});

		it("forgets what has expired", async () => {
			const map = store.map("jobs");
			await map.set("short", 1, 1_000);
			await map.set("long", 2, 100_000);
			await opened.pass(2_000);
			expect(await map.get("short")).toBeUndefined();
			expect(await map.under("")).toEqual([{ key: "long", value: 2 }]);
			expect(await map.delete("short")).toBe(false);
			expect(await map.delete("long")).toBe(true);
		});

		it("keeps for good what was set again without a time to live", async () => {
			const map = store.map("jobs");
			await map.set("k", 1, 1_000);
			await map.set("k", 2);
			await opened.pass(10_000_000);
			expect(await map.get("k")).toBe(2);
		});

		it("swaps what has a time to live, and takes what has expired for absent", async () => {
			const map = store.map("jobs");
			await map.set("k", { n: 1 }, 5_000);
			expect(await map.swap("k", { n: 1 }, { n: 2 })).toBe(true);
			await opened.pass(10_000);
			expect(await map.get("k")).toEqual({ n: 2 });
			await map.set("k", { n: 3 }, 5_000);
			await opened.pass(10_000);
			expect(await map.swap("k", { n: 3 }, { n: 4 })).toBe(false);
			expect(await map.swap("k", undefined, { n: 5 })).toBe(true);
			expect(await map.get("k")).toEqual({ n: 5 });
		});

		it("compares values whatever the order of their fields", async () => {
			const map = store.map("deliveries");
			await map.set("k", { b: [{ y: 1, x: 2 }], a: 1 });
			expect(await map.swap("k", { a: 1, b: [{ x: 2, y: 1 }] }, 1)).toBe(true);
			expect(await map.swap("k", 1, undefined)).toBe(true);
			expect(await map.swap("k", undefined, undefined)).toBe(true);
		});

		it("swaps only what it expected, the absent too", async () => {
			const map = store.map("deliveries");
			expect(await map.swap("k", { n: 1 }, { n: 2 })).toBe(false);
			expect(await map.swap("k", undefined, { n: 1 })).toBe(true);
			expect(await map.swap("k", undefined, { n: 9 })).toBe(false);
			expect(await map.swap("k", { n: 1 }, { n: 2 })).toBe(true);
			expect(await map.get("k")).toEqual({ n: 2 });
			expect(await map.swap("k", { n: 2 }, undefined)).toBe(true);
			expect(await map.get("k")).toBeUndefined();
		});

		it("lets one of many swap", async () => {
			const map = store.map("deliveries");
			await map.set("k", 0);
			const won = await Promise.all(Array.from({ length: 20 }, (_, i) => map.swap("k", 0, i + 1)));
			expect(won.filter(Boolean)).toHaveLength(1);
		});

		it("gives a claim to one of many, and again when it is over", async () => {
			const won = await Promise.all(Array.from({ length: 20 }, () => store.claim("id", 60_000)));
			expect(won.filter(Boolean)).toHaveLength(1);
			expect(await store.claim("other", 60_000)).toBe(true);
			await opened.pass(61_000);
			expect(await store.claim("id", 60_000)).toBe(true);
		});

		it.runIf(leads)("lets one lead at a time", async () => {
			const lease = await store.lead("alerts");
			expect(lease?.isHeld()).toBe(true);
			expect(await store.lead("alerts")).toBeNull();
			const other = await store.lead("sources");
			expect(other).not.toBeNull();
			await lease?.release();
			expect(lease?.isHeld()).toBe(false);
			const again = await store.lead("alerts");
			expect(again).not.toBeNull();
			await again?.release();
			await other?.release();
		});

		it("forgets a place and nothing beside it", async () => {
			await store.map("settings").set("slack/T1/x", 1);
			await store.map("watches").set("slack/T1/C1", 1);
			await store.map("watches").set("slack/T12/C1", 1);
			expect(await store.forget("slack/T1/")).toBe(2);
			expect(await store.map("settings").get("slack/T1/x")).toBeUndefined();
			expect(await store.map("watches").get("slack/T12/C1")).toBe(1);
			await expect(store.forget("")).rejects.toThrow(TypeError);
		});

		it("forgets the claims of a place too", async () => {
			expect(await store.claim("slack/T1/click/1", 60_000)).toBe(true);
			expect(await store.claim("slack/T2/click/1", 60_000)).toBe(true);
			expect(await store.forget("slack/T1/")).toBe(0);
			expect(await store.claim("slack/T1/click/1", 60_000)).toBe(true);
			expect(await store.claim("slack/T2/click/1", 60_000)).toBe(false);
		});

		it("has no problem while it works", () => {
			expect(store.problem()).toBeNull();
		});
	});
}
