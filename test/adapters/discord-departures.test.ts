import { expect, it, vi } from "vitest";
import { forgetDeparted } from "../../src/adapters/discord/departures.ts";
import { serversOf } from "../../src/adapters/discord/servers.ts";
import { createMemoryStore } from "../../src/store/memory.ts";

/** Discord with these servers, in pages as it gives them. */
function discordWith(ids: readonly string[]) {
	const get = vi.fn(async (_route: string, options?: { query?: URLSearchParams }) => {
		const after = options?.query?.get("after") ?? "0";
		const limit = Number(options?.query?.get("limit"));
		return ids
			.filter((id) => BigInt(id) > BigInt(after))
			.slice(0, limit)
			.map((id) => ({ id }));
	});
	return { get } as never as Parameters<typeof serversOf>[0] & { get: typeof get };
}

const ids = (count: number) => Array.from({ length: count }, (_, i) => String(1000 + i));

async function storeWith(keys: readonly string[]) {
	const store = createMemoryStore();
	for (const key of keys) await store.map(key.endsWith("/9") ? "watches" : "settings").set(key, {});
	return store;
}

it.each([0, 1, 199, 200, 201, 450])("%i servers are all listed", async (count) => {
	expect([...(await serversOf(discordWith(ids(count))))]).toEqual(ids(count));
});

it("a listing ends at the number asked for", async () => {
	const rest = discordWith(ids(450));
	expect((await serversOf(rest, 100)).size).toBe(100);
	expect(rest.get).toHaveBeenCalledOnce();
});

it("a server that removed the app is forgotten, every other stays", async () => {
	const store = await storeWith([
		"discord/1000",
		"discord/1001/9",
		"discord/7",
		"discord/8/9",
		"slack/7",
	]);
	const onLeft = vi.fn(async () => {});
	expect(await forgetDeparted(discordWith(ids(5)), { store, onLeft })).toBe(2);
	expect(onLeft.mock.calls).toEqual([
		[{ platform: "discord", id: "7" }],
		[{ platform: "discord", id: "8" }],
	]);
});

it("nothing is asked while nothing is stored, and nothing forgotten when Discord does not answer", async () => {
	const rest = discordWith([]);
	const onLeft = vi.fn(async () => {});
	expect(await forgetDeparted(rest, { store: createMemoryStore(), onLeft })).toBe(0);
	expect(rest.get).not.toHaveBeenCalled();
	const store = await storeWith(["discord/7"]);
	const down = { get: async () => Promise.reject(new Error("down")) } as never;
	await expect(forgetDeparted(down, { store, onLeft })).rejects.toThrow();
	expect(onLeft).not.toHaveBeenCalled();
});
