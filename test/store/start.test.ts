import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { ENVIRONMENT } from "../../src/config.ts";
import { temporaryFolder } from "./files.ts";

const started: ChildProcess[] = [];
afterEach(() => {
	for (const child of started.splice(0)) child.kill("SIGKILL");
});

/** A platform that cannot be reached: it makes the desk keep a store. */
const PLATFORM = {
	DISCORD_TOKEN: "made.up.token",
	DISCORD_APPLICATION_ID: "100000000000000001",
	DISCORD_API_URL: "http://127.0.0.1:9",
};

/** The built desk, with a data folder inside a fresh one. */
async function start(env: Record<string, string>) {
	const unset = Object.fromEntries(Object.keys(ENVIRONMENT.shape).map((name) => [name, ""]));
	const child = spawn(process.execPath, ["dist/src/main.js"], {
		env: { PATH: process.env.PATH, ...unset, PORT: "0", ...env },
	});
	started.push(child);
	let out = "";
	let err = "";
	child.stderr.on("data", (data: Buffer) => {
		err += data.toString();
	});
	const closed = once(child, "close").then(([code]) => code as number);
	const page = new Promise<string>((found) => {
		child.stdout.on("data", (data: Buffer) => {
			out += data.toString();
			const address = /^page: (http:\S+)/m.exec(out)?.[1];
			if (address) found(address);
		});
	});
	const ready = async () =>
		(await (await fetch(`${await page}/readyz`)).json()) as { reasons: string[] };
	return {
		closed,
		page,
		ready,
		errors: () => err,
		async stop() {
			child.kill("SIGTERM");
			return closed;
		},
	};
}

it("without a platform no file is made, however it is asked", async () => {
	const folder = join(temporaryFolder(), "data");
	const desk = await start({ DATA_DIR: folder, DATABASE_URL: "" });
	const answer = await fetch(`${await desk.page}/api/answer`, {
		method: "POST",
		body: JSON.stringify({ text: "/cap" }),
	});
	expect(answer.status).toBe(200);
	expect((await desk.ready()).reasons).toEqual([]);
	expect(await desk.stop()).toBe(0);
	expect(existsSync(folder)).toBe(false);
});

it("with a platform the store is made, and one clean file remains after the stop", async () => {
	const folder = join(temporaryFolder(), "data");
	const desk = await start({ ...PLATFORM, DATA_DIR: folder });
	expect((await desk.ready()).reasons.filter((reason) => /store/.test(reason))).toEqual([]);
	expect(existsSync(join(folder, "desk.sqlite-wal"))).toBe(true);
	expect(await desk.stop()).toBe(0);
	expect(readdirSync(folder).sort()).toEqual(["desk.sqlite", "desk.sqlite.lock"]);
});

it("a damaged store is in /readyz and the log; the desk answers and leaves the file", async () => {
	const folder = join(temporaryFolder(), "data");
	mkdirSync(folder);
	writeFileSync(join(folder, "desk.sqlite"), "garbage ".repeat(1000));
	const before = readFileSync(join(folder, "desk.sqlite"));
	const desk = await start({ ...PLATFORM, DATA_DIR: folder });
	const answer = await fetch(`${await desk.page}/api/answer`, {
		method: "POST",
		body: JSON.stringify({ text: "/cap" }),
	});
	expect(await answer.json()).toMatchObject({ outcome: "answered" });
	expect((await fetch(`${await desk.page}/readyz`)).status).toBe(503);
	expect((await desk.ready()).reasons).toContainEqual(
		expect.stringMatching(/^store: .*no database.*put a backup in its place/),
	);
	expect(desk.errors()).toContain("no database");
	expect(await desk.stop()).toBe(0);
	expect(readFileSync(join(folder, "desk.sqlite")).equals(before)).toBe(true);
});

it("PostgreSQL out of reach is in /readyz, without the address; the desk answers", async () => {
	const url = "postgres://desk:s3cret@127.0.0.1:9/desk";
	const desk = await start({ ...PLATFORM, DATABASE_URL: url });
	expect((await desk.ready()).reasons).toContainEqual(
		expect.stringMatching(/^store: PostgreSQL does not answer \(ECONNREFUSED\)/),
	);
	expect(await desk.stop()).toBe(0);
	expect(desk.errors()).not.toContain("s3cret");
});

it("a second desk on the same folder exits 78 with one line", async () => {
	const folder = join(temporaryFolder(), "data");
	const first = await start({ ...PLATFORM, DATA_DIR: folder });
	await first.page;
	const second = await start({ ...PLATFORM, DATA_DIR: folder, LOG_LEVEL: "silent" });
	expect(await second.closed).toBe(78);
	expect(second.errors()).toMatch(/^DATA_DIR: another desk is running on .*\n$/);
	expect(await first.stop()).toBe(0);
});
