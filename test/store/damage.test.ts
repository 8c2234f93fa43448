import { execFileSync } from "node:child_process";
import {
	appendFileSync,
	chmodSync,
	copyFileSync,
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createSqlStore, type SqlStore } from "../../src/store/sql-store.ts";
import { createSqliteBackend } from "../../src/store/sqlite/backend.ts";
import { temporaryFolder } from "./files.ts";

const READY = { timeout: 20_000, interval: 20 };

async function open(path: string): Promise<SqlStore> {
	const store = await createSqlStore(createSqliteBackend(path, { lockWaitMs: 0 }));
	onTestFinished(() => store.close());
	return store;
}

/** A closed store with things in it. */
async function filled(): Promise<string> {
	const path = join(temporaryFolder(), "data", "desk.sqlite");
	const store = await open(path);
	for (let i = 0; i < 200; i++) await store.map("watches").set(`discord/1/${i}`, "x".repeat(200));
	await store.close();
	return path;
}

function child(...args: string[]): Record<string, unknown> {
	return JSON.parse(
		execFileSync(process.execPath, ["test/store/child.mjs", ...args], { encoding: "utf8" }),
	);
}

describe("a file that cannot be trusted", () => {
	it.each<[string, (path: string) => void, RegExp]>([
		["empty", (path) => truncateSync(path, 0), /cut short/],
		["cut in its header", (path) => truncateSync(path, 50), /cut short/],
		["cut in the middle", (path) => truncateSync(path, statSync(path).size / 2), /damaged/],
		["cut by one page", (path) => truncateSync(path, statSync(path).size - 4096), /damaged/],
		["garbage", (path) => writeFileSync(path, "no database ".repeat(5000)), /no database/],
		["garbage after its first page", garble, /damaged/],
		["another program's", anotherPrograms, /another program/],
		["a newer desk's", (path) => sql(path, "PRAGMA user_version = 99"), /newer desk \(schema 99/],
	])(
		"%s: refused with the remedy, left as it is, opened when replaced",
		async (_what, break_, says) => {
			const path = await filled();
			copyFileSync(path, `${path}.backup`);
			break_(path);
			const before = readFileSync(path);
			const store = await open(path);
			expect(store.problem()).toMatch(says);
			expect(store.problem()).toMatch(/backup/);
			await expect(store.map("watches").get("discord/1/1")).rejects.toMatchObject({
				code: expect.stringMatching(/STORE_(DAMAGED|NEWER)/),
			});
			await expect(store.map("watches").set("k", 1)).rejects.toMatchObject({ name: "StoreError" });
			await expect(store.claim("k", 1)).rejects.toMatchObject({ name: "StoreError" });
			await expect(store.lead("k")).rejects.toMatchObject({ name: "StoreError" });
			await expect(store.forget("k/")).rejects.toMatchObject({ name: "StoreError" });
			expect(readFileSync(path).equals(before)).toBe(true);

			renameSync(path, `${path}.broken`);
			renameSync(`${path}.backup`, path);
			await vi.waitFor(() => expect(store.problem()).toBeNull(), READY);
			expect(await store.map("watches").under("discord/1/")).toHaveLength(200);
			await store.close();
			expect(readFileSync(`${path}.broken`).equals(before)).toBe(true);
		},
	);

	it("missing beside its log: refused, as the log belongs to it", async () => {
		const path = await filled();
		rmSync(path);
		writeFileSync(`${path}-wal`, "something");
		const store = await open(path);
		expect(store.problem()).toMatch(/missing, but its log/);
		expect(readdirSync(join(path, "..")).sort()).toEqual(["desk.sqlite-wal", "desk.sqlite.lock"]);
	});
});

describe("while it runs", () => {
	it("a file that is pulled makes changes fail, and works on when it is back", async () => {
		const path = await filled();
		const store = await open(path);
		const map = store.map("watches");
		await map.set("before", 1);
		renameSync(path, `${path}.pulled`);
		await expect(map.set("k", 1)).rejects.toMatchObject({ code: "STORE_DOWN" });
		await expect(map.get("before")).rejects.toMatchObject({ code: "STORE_DOWN" });
		expect(store.problem()).toMatch(/is gone/);
		renameSync(`${path}.pulled`, path);
		await vi.waitFor(() => expect(store.problem()).toBeNull(), READY);
		expect(await map.get("before")).toBe(1);
		expect(await map.get("k")).toBeUndefined();
		await map.set("after", 2);
	});

	it("a file that is cut short is refused, and its log never reaches what replaces it", async () => {
		const path = await filled();
		copyFileSync(path, `${path}.backup`);
		const store = await open(path);
		await store.map("watches").set("later", 1);
		truncateSync(path, 4096);
		await expect(store.map("watches").set("k", 1)).rejects.toMatchObject({ code: "STORE_DAMAGED" });
		expect(statSync(path).size).toBe(4096);
		await expect(store.map("watches").get("k")).rejects.toMatchObject({ code: "STORE_DAMAGED" });
		renameSync(`${path}.backup`, path);
		await vi.waitFor(() => expect(store.problem()).toBeNull(), READY);
		expect(await store.map("watches").under("")).toHaveLength(200);
	});

	it("garbage over the file is noticed before anything is written", async () => {
		const path = await filled();
		const store = await open(path);
		await store.map("watches").get("discord/1/1");
		const garbage = Buffer.alloc(statSync(path).size, "garbage ");
		writeFileSync(path, garbage);
		await expect(store.map("watches").set("k", 1)).rejects.toMatchObject({ code: "STORE_DAMAGED" });
		await store.close();
		expect(readFileSync(path).equals(garbage)).toBe(true);
	});

	it("another file in its place is opened; the old one's last changes stay with the old one", async () => {
		const path = await filled();
		copyFileSync(path, `${path}.backup`);
		const store = await open(path);
		await store.map("watches").set("only in the old", 1);
		renameSync(path, `${path}.old`);
		renameSync(`${path}.backup`, path);
		await expect(store.map("watches").get("k")).rejects.toMatchObject({ code: "STORE_DOWN" });
		await vi.waitFor(() => expect(store.problem()).toBeNull(), READY);
		expect(await store.map("watches").get("only in the old")).toBeUndefined();
		await store.map("watches").set("new", 1);
		await store.close();
		renameSync(`${path}.old`, path);
		const old = await open(path);
		expect(await old.map("watches").get("only in the old")).toBe(1);
	});

	it("a second desk on the same file is refused until the first has stopped", async () => {
		const path = await filled();
		const first = await open(path);
		const second = () => createSqlStore(createSqliteBackend(path, { lockWaitMs: 0 }));
		await expect(second()).rejects.toMatchObject({
			code: "STORE_IN_USE",
			message: expect.stringMatching(/another desk is running .* PostgreSQL/),
		});
		await first.close();
		await (await second()).close();
	});
});

describe("a place that cannot be written", () => {
	const NOBODY = "65534";
	it.runIf(process.getuid?.() === 0).each<[string, (path: string) => void]>([
		["a folder of another user", () => {}],
		[
			"a read-only file in an open folder",
			(path) => {
				chmodSync(join(path, ".."), 0o777);
				for (const name of readdirSync(join(path, "..")))
					chmodSync(join(path, "..", name), name.endsWith("lock") ? 0o666 : 0o444);
			},
		],
	])("%s: no change is claimed, and the reason is told", async (_what, prepare) => {
		const path = await filled();
		prepare(path);
		chmodSync(join(path, "..", ".."), 0o755);
		const before = readFileSync(path);
		const said = child("once", join(path, ".."), NOBODY);
		expect(said).toMatchObject({ set: { code: "STORE_DOWN" } });
		expect(said.problem).toMatch(/let this user/);
		expect(readFileSync(path).equals(before)).toBe(true);
	});

	it.runIf(process.platform === "linux")("a disk without room keeps reading", async () => {
		const path = await filled();
		const said = JSON.parse(
			execFileSync(
				"bash",
				[
					"-c",
					'ulimit -f 128; exec "$@"',
					"-",
					process.execPath,
					"test/store/child.mjs",
					"once",
					join(path, ".."),
				],
				{ encoding: "utf8" },
			),
		);
		expect(said).toMatchObject({ set: { code: "STORE_DOWN", blocks: "changes" } });
		expect(said).not.toHaveProperty("after.code");
		expect(said.problem).toMatch(/disk/);
		expect(await (await open(path)).map("watches").under("")).toHaveLength(200);
	});

	it("a file where the folder should be", async () => {
		const folder = temporaryFolder();
		writeFileSync(join(folder, "data"), "");
		const store = await open(join(folder, "data", "desk.sqlite"));
		expect(store.problem()).toMatch(/a file stands where its folder should be/);
		rmSync(join(folder, "data"));
		await vi.waitFor(() => expect(store.problem()).toBeNull(), READY);
	});
});

describe("the files", () => {
	it("are for this user alone, also when they came with another mode", async () => {
		const path = await filled();
		chmodSync(path, 0o644);
		const store = await open(path);
		await store.map("jobs").set("k", 1);
		const modes = readdirSync(join(path, "..")).map((name) => [
			name,
			(statSync(join(path, "..", name)).mode & 0o777).toString(8),
		]);
		expect(Object.fromEntries(modes)).toEqual({
			"desk.sqlite": "600",
			"desk.sqlite-wal": "600",
			"desk.sqlite-shm": "600",
			"desk.sqlite.lock": "600",
		});
		expect((statSync(join(path, "..")).mode & 0o777).toString(8)).toBe("700");
	});

	it("a folder that was there keeps its mode", async () => {
		const folder = temporaryFolder();
		mkdirSync(join(folder, "data"), { mode: 0o755 });
		await open(join(folder, "data", "desk.sqlite"));
		expect((statSync(join(folder, "data")).mode & 0o777).toString(8)).toBe("755");
	});

	it("hold nothing of what was forgotten, deleted or has expired", async () => {
		const path = join(temporaryFolder(), "desk.sqlite");
		const store = await open(path);
		const raw = () =>
			Buffer.concat(
				readdirSync(join(path, "..")).map((name) => readFileSync(join(path, "..", name))),
			);
		const map = store.map("settings");
		await map.set("slack/T1/x", "FORGOTTEN".repeat(3));
		await map.set("slack/T2/x", "EXPIRED".repeat(3), 5);
		await map.set("slack/T3/x", "STAYS");
		await store.claim("slack/T1/CLAIMED", 60_000);
		expect(raw().includes("FORGOTTEN")).toBe(true);
		await store.forget("slack/T1/");
		await vi.waitFor(async () => expect(await store.sweep()).toBe(1));
		for (const gone of ["FORGOTTEN", "EXPIRED", "CLAIMED", "slack/T1", "slack/T2"])
			expect(raw().includes(gone), gone).toBe(false);
		expect(raw().includes("STAYS")).toBe(true);
	});

	it("come to a newer schema with what they hold", async () => {
		const path = await filled();
		const backend = createSqliteBackend(path, {
			migrations: ["unused", "CREATE TABLE more (a TEXT)", "INSERT INTO more VALUES ('here')"],
		});
		const store = await createSqlStore(backend);
		expect(await store.map("watches").under("")).toHaveLength(200);
		expect(await backend.run("SELECT a FROM more")).toEqual([{ a: "here" }]);
		await store.close();
		const older = await open(path);
		expect(older.problem()).toMatch(/newer desk \(schema 3; this one knows 1\)/);
	});

	it("a step that fails leaves the file at the version it had", async () => {
		const path = await filled();
		const store = await createSqlStore(
			createSqliteBackend(path, { migrations: ["unused", "CREATE TABLE half (a)", "no SQL"] }),
		);
		expect(store.problem()).not.toBeNull();
		await store.close();
		const again = await open(path);
		expect(again.problem()).toBeNull();
		expect(await again.map("watches").under("")).toHaveLength(200);
	});

	it("are copied whole while they are in use by taking the log along", async () => {
		const path = await filled();
		const store = await open(path);
		await store.map("watches").set("late", 1);
		const elsewhere = join(temporaryFolder(), "data");
		cpSync(join(path, ".."), elsewhere, { recursive: true });
		const copy = await open(join(elsewhere, "desk.sqlite"));
		expect(await copy.map("watches").get("late")).toBe(1);
	});
});

function garble(path: string): void {
	const size = statSync(path).size;
	truncateSync(path, 4096);
	appendFileSync(path, Buffer.alloc(size - 4096, 0xaa));
}

function anotherPrograms(path: string): void {
	rmSync(path);
	sql(path, "CREATE TABLE theirs (a)");
}

function sql(path: string, statement: string): void {
	const db = new Database(path);
	db.exec(statement);
	db.close();
}
