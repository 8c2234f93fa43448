import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createSqlStore } from "../../src/store/sql-store.ts";
import { createSqliteBackend } from "../../src/store/sqlite/backend.ts";
import { temporaryFolder } from "./files.ts";

const KILLS = 20;

it(`killed ${KILLS} times while writing: opens again with everything that was confirmed`, {
	timeout: 180_000,
}, async () => {
	const folder = join(temporaryFolder(), "data");
	const path = join(folder, "desk.sqlite");
	for (let round = 0; round < KILLS; round++) {
		const confirmed = await writeUntilKilled(folder, 1 + round * 7);
		const store = await createSqlStore(createSqliteBackend(path, { lockWaitMs: 0 }));
		expect(store.problem()).toBeNull();
		const last = (await store.map("deliveries").get("last")) as { i: number };
		// What was being written when it was killed may or may not be there.
		expect(last.i - confirmed).toBeGreaterThanOrEqual(0);
		const value = await store.map("deliveries").get(`n/${confirmed % 50}`);
		expect((value as { i: number }).i).toBeGreaterThanOrEqual(confirmed);
		await store.forget("last");
		await store.close();
	}
});

/** The last number that the writer said it had stored. */
async function writeUntilKilled(folder: string, writes: number): Promise<number> {
	const child = spawn(process.execPath, ["test/store/child.mjs", "write", folder], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	let said = "";
	let isKilled = false;
	let checked: Promise<void> = Promise.resolve();
	child.stdout.on("data", (data: Buffer) => {
		said += data.toString();
		if (isKilled || said.split("\n").length <= writes) return;
		isKilled = true;
		if (writes === 1) checked = refusedMeanwhile(folder);
		checked.catch(() => {}).finally(() => child.kill("SIGKILL"));
	});
	const [, signal] = await once(child, "close");
	expect(signal).toBe("SIGKILL");
	await checked;
	return Number(said.split("\n").at(-2));
}

async function refusedMeanwhile(folder: string): Promise<void> {
	const path = join(folder, "desk.sqlite");
	await expect(createSqlStore(createSqliteBackend(path, { lockWaitMs: 0 }))).rejects.toMatchObject({
		code: "STORE_IN_USE",
	});
}
