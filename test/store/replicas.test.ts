import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createPostgresBackend } from "../../src/store/postgres/backend.ts";
import { createSqlStore, type SqlStore } from "../../src/store/sql-store.ts";
import { asOwner, createDatabase, REAL_SERVER } from "./postgres-servers.ts";
import { createProxy } from "./proxy.ts";

const SOON = { timeout: 20_000, interval: 20 };

describe.runIf(REAL_SERVER)("replicas on one PostgreSQL", () => {
	let database: Awaited<ReturnType<typeof createDatabase>>;
	beforeAll(async () => {
		database = await createDatabase();
	});
	afterAll(() => database.drop());
	beforeEach(() =>
		asOwner((owner) => owner.query("DROP SCHEMA IF EXISTS desk CASCADE"), database.url),
	);

	async function replica(url = database.url): Promise<SqlStore> {
		const store = await createSqlStore(createPostgresBackend(url));
		onTestFinished(() => store.close());
		return store;
	}

	const replicas = (count: number) => Promise.all(Array.from({ length: count }, () => replica()));

	it("start together on an empty database", async () => {
		const stores = await replicas(6);
		expect(stores.map((store) => store.problem())).toEqual(stores.map(() => null));
	});

	it("one of them wins a swap and a claim", async () => {
		const stores = await replicas(3);
		for (let round = 0; round < 10; round++) {
			const swaps = stores.flatMap((store, i) => [
				store.map("deliveries").swap("k", round === 0 ? undefined : round - 1, round),
				store.claim(`c/${round}`, 60_000 + i),
			]);
			const won = await Promise.all(swaps);
			expect(won.filter((_, i) => i % 2 === 0).filter(Boolean)).toHaveLength(1);
			expect(won.filter((_, i) => i % 2 === 1).filter(Boolean)).toHaveLength(1);
		}
	});

	it("a swap waits for another's transaction and sees what it wrote", async () => {
		const [store] = await replicas(1);
		await store?.map("deliveries").set("k", "old");
		await asOwner(async (other) => {
			await other.query("BEGIN");
			await other.query(
				`UPDATE desk.entries SET value = '{"value":"theirs"}' WHERE key = 'deliveries:k'`,
			);
			const swapped = store?.map("deliveries").swap("k", "old", "ours");
			await vi.waitFor(async () => {
				const waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
				await asOwner(async (owner) => {
					if ((await owner.query(waiting)).rows.length === 0) throw new Error("not waiting yet");
				}, database.url);
			}, SOON);
			await other.query("COMMIT");
			expect(await swapped).toBe(false);
		}, database.url);
		expect(await store?.map("deliveries").get("k")).toBe("theirs");
	});

	it("one leads; when its connection is lost it knows, and another takes over", async () => {
		const [first, second] = await replicas(2);
		const lease = await first?.lead("alerts");
		expect(lease?.isHeld()).toBe(true);
		expect(await second?.lead("alerts")).toBeNull();
		expect(await first?.lead("alerts")).toBeNull();
		const elsewhere = await second?.lead("sources");
		expect(elsewhere?.isHeld()).toBe(true);
		await loseConnections("holds a lock");
		await vi.waitFor(() => expect(lease?.isHeld()).toBe(false), SOON);
		const next = await second?.lead("alerts");
		expect(next?.isHeld()).toBe(true);
		await next?.release();
		expect(next?.isHeld()).toBe(false);
		expect((await first?.lead("alerts"))?.isHeld()).toBe(true);
	});

	it("a lease ends with its store", async () => {
		const [first, second] = await replicas(2);
		const lease = await first?.lead("alerts");
		await first?.close();
		expect(lease?.isHeld()).toBe(false);
		expect((await second?.lead("alerts"))?.isHeld()).toBe(true);
	});

	it("connections lost while idle are replaced without a failed call's end of the process", async () => {
		const [store] = await replicas(1);
		await store?.map("jobs").set("k", 1);
		await loseConnections("any");
		await vi.waitFor(async () => expect(await store?.map("jobs").get("k")).toBe(1), SOON);
		await vi.waitFor(() => expect(store?.problem()).toBeNull(), SOON);
	});

	it("a cut network is told, changes nothing, and is over when it is mended", async () => {
		const network = await createProxy(database.url);
		onTestFinished(() => network.cut());
		const store = await replica(network.url);
		const map = store.map("watches");
		await map.set("k", "before");
		const lease = await store.lead("alerts");
		await network.cut();
		await vi.waitFor(() => expect(lease?.isHeld()).toBe(false), SOON);
		await expect(map.set("k", "during")).rejects.toMatchObject({ code: "STORE_DOWN" });
		await expect(map.get("k")).rejects.toMatchObject({ code: "STORE_DOWN" });
		await expect(store.lead("alerts")).rejects.toMatchObject({ code: "STORE_DOWN" });
		expect(store.problem()).toMatch(/PostgreSQL does not answer/);
		await network.mend();
		await vi.waitFor(() => expect(store.problem()).toBeNull(), SOON);
		expect(await map.get("k")).toBe("before");
		expect((await store.lead("alerts"))?.isHeld()).toBe(true);
	});

	it("a database that is out of reach at the start is used once it is there", async () => {
		const network = await createProxy(database.url);
		await network.cut();
		onTestFinished(() => network.cut());
		const store = await replica(network.url);
		expect(store.problem()).toMatch(/does not answer \(ECONNREFUSED\)/);
		await expect(store.claim("k", 1_000)).rejects.toMatchObject({ code: "STORE_DOWN" });
		await network.mend();
		await vi.waitFor(() => expect(store.problem()).toBeNull(), SOON);
		expect(await store.claim("k", 1_000)).toBe(true);
	});

	it("a newer schema is refused and left as it is", async () => {
		await (await replica()).close();
		await asOwner(
			(owner) => owner.query("UPDATE desk.schema_version SET version = 9"),
			database.url,
		);
		const store = await replica();
		expect(store.problem()).toMatch(/newer desk \(schema 9; this one knows 1\)/);
		await expect(store.map("jobs").set("k", 1)).rejects.toMatchObject({ code: "STORE_NEWER" });
		await asOwner(async (owner) => {
			const { rows } = await owner.query("SELECT version FROM desk.schema_version");
			expect(rows).toEqual([{ version: 9 }]);
		}, database.url);
	});

	it("a read-only database and a missing one are named, without the address", async () => {
		const url = new URL(database.url);
		url.searchParams.set("options", "-c default_transaction_read_only=on");
		url.password = "s3cret";
		expect((await replica(url.href)).problem()).toMatch(/is read-only/);
		url.pathname = "/nothing_of_this_name";
		const problem = (await replica(url.href)).problem();
		expect(problem).toMatch(/no database of the name/);
		expect(problem).not.toContain("s3cret");
	});

	/** Ends the desk's connections from the server's side. */
	async function loseConnections(which: "holds a lock" | "any"): Promise<void> {
		const locked =
			"AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = hashtext('alerts')::oid)";
		await asOwner(
			(owner) =>
				owner.query(
					`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'h1b-desk' AND datname = current_database() ${which === "any" ? "" : locked}`,
				),
			database.url,
		);
	}
});
