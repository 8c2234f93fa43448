import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createSqlStore } from "../../src/store/sql-store.ts";
import { createSqliteBackend } from "../../src/store/sqlite/backend.ts";
import { temporaryFolder } from "./files.ts";

function backup(env: Record<string, string>, ...args: string[]) {
	const done = spawnSync(process.execPath, ["dist/scripts/backup.js", ...args], {
		encoding: "utf8",
		env: { PATH: process.env.PATH, ...env },
	});
	return { code: done.status, out: done.stdout, err: done.stderr };
}

async function running() {
	const folder = join(temporaryFolder(), "data");
	const store = await createSqlStore(createSqliteBackend(join(folder, "desk.sqlite")));
	onTestFinished(() => store.close());
	for (let i = 0; i < 30; i++) await store.map("watches").set(`discord/1/${i}`, { i });
	await store.map("settings").set("slack/T1", "late");
	return { folder, store };
}

it("copies a store in use into one private file that opens and equals it", async () => {
	const { folder, store } = await running();
	const restored = join(temporaryFolder(), "desk.sqlite");
	expect(backup({ DATA_DIR: folder }, restored)).toEqual({
		code: 0,
		out: `${restored}: 31 entries of ${join(folder, "desk.sqlite")}\n`,
		err: "",
	});
	expect((statSync(restored).mode & 0o777).toString(8)).toBe("600");
	await store.map("settings").set("slack/T1", "later");
	await store.close();
	expect(readdirSync(folder).sort()).toEqual(["desk.sqlite", "desk.sqlite.lock"]);

	const copy = await createSqlStore(createSqliteBackend(restored));
	onTestFinished(() => copy.close());
	expect(copy.problem()).toBeNull();
	expect(await copy.map("watches").under("")).toHaveLength(30);
	expect(await copy.map("settings").get("slack/T1")).toBe("late");
});

it("says what is wrong and leaves no file", async () => {
	const { folder } = await running();
	const taken = join(temporaryFolder(), "taken");
	writeFileSync(taken, "mine");
	expect(backup({ DATA_DIR: folder })).toMatchObject({ code: 1 });
	expect(backup({ DATA_DIR: folder }, taken)).toMatchObject({ code: 1 });
	expect(readFileSync(taken, "utf8")).toBe("mine");
	const nowhere = join(temporaryFolder(), "none", "b");
	expect(backup({ DATA_DIR: folder }, nowhere).err).toMatch(/cannot be written \(ENOENT\)/);
	const empty = temporaryFolder();
	const target = join(empty, "b");
	expect(backup({ DATA_DIR: empty }, target).err).toMatch(/nothing has been stored yet/);
	writeFileSync(join(empty, "desk.sqlite"), "garbage ".repeat(100));
	expect(backup({ DATA_DIR: empty }, target)).toMatchObject({ code: 1 });
	expect(readdirSync(empty)).toEqual(["desk.sqlite"]);
});

it("names PostgreSQL's own command, without the password", () => {
	const url = "postgres://desk:s3cret@db.example.org:5433/desk?sslmode=require";
	const { code, out, err } = backup({ DATABASE_URL: url }, "it's.dump");
	expect(code).toBe(1);
	expect(err).toContain(
		`pg_dump --format=custom --schema=desk --file='it'\\''s.dump' 'postgres://desk@db.example.org:5433/desk?sslmode=require'`,
	);
	expect(err).toContain("pg_restore");
	expect(out + err).not.toContain("s3cret");
});
