import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import Database from "libsql";
import { StoreError } from "../store.ts";
import { createPrivate } from "./files.ts";

/** As long as a desk may take to stop: a restart overlaps with it. */
const LONGEST_WAIT_MS = 6_000;
const TRY_EVERY_MS = 100;

/**
 * Keeps a second desk off the same file, by a lock of the operating system that ends with the process,
 * however it ends: SQLite's own exclusive lock, on an empty database beside the store.
 */
export async function takeLock(
	path: string,
	longestWaitMs = LONGEST_WAIT_MS,
): Promise<{ release(): void }> {
	if (!existsSync(path)) createPrivate(path);
	const lock = new Database(path);
	for (let waited = 0; !tryLock(lock); waited += TRY_EVERY_MS) {
		if (waited >= longestWaitMs) {
			lock.close();
			throw new StoreError(
				"STORE_IN_USE",
				`DATA_DIR: another desk is running on ${path.replace(/\.lock$/, "")}; stop it, give this one another folder, or set DATABASE_URL to PostgreSQL to run several`,
			);
		}
		await wait(TRY_EVERY_MS);
	}
	return {
		release() {
			lock.exec("ROLLBACK");
			lock.close();
		},
	};
}

function tryLock(lock: Database.Database): boolean {
	try {
		// Without a journal file beside it.
		lock.exec("PRAGMA journal_mode = MEMORY");
		lock.exec("BEGIN EXCLUSIVE");
		return true;
	} catch (error) {
		if ((error as { code?: string }).code?.startsWith("SQLITE_BUSY")) return false;
		throw error;
	}
}
