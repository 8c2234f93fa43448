import { renameSync, rmSync } from "node:fs";
import type { Backend, Row, SqlValue } from "../backend.ts";
import { createLocalLeases } from "../local-leases.ts";
import { type Migrations, SQLITE_MIGRATIONS } from "../schema.ts";
import { StoreError } from "../store.ts";
import { translateSqlite } from "./errors.ts";
import {
	checkHeader,
	createPrivate,
	damaged,
	type FileIdentity,
	identify,
	isSameFile,
	makeFolder,
	makePrivate,
	RESTORE,
} from "./files.ts";
import { checkOnDisk, type Handle, initialise, openHandle } from "./handle.ts";
import { KeyvSqlite } from "./keyv-sqlite.ts";
import { takeLock } from "./lock.ts";

export interface SqliteOptions {
	migrations?: Migrations;
	/** How long another desk on the same file is waited for. */
	lockWaitMs?: number;
}

/** One SQLite file, for one process. */
export function createSqliteBackend(
	path: string,
	{ migrations = SQLITE_MIGRATIONS, lockWaitMs }: SqliteOptions = {},
): Backend {
	let lock: { release(): void } | undefined;
	let handle: Handle | undefined;
	let closedBecause: unknown;
	let seen: FileIdentity | null = null;
	/** The file that was found damaged, and why: not opened again until it has changed. */
	let refused: { file: FileIdentity; error: StoreError } | undefined;
	/** Damaged files that SQLite has open still: only another file, or a new process, gets past them. */
	const spent: FileIdentity[] = [];

	const told = <T>(work: () => T): T => {
		try {
			return work();
		} catch (error) {
			const known = translateSqlite(path, error);
			if (known instanceof StoreError && known.code !== "STORE_DOWN") refuse(known);
			if (!handle) closedBecause = known;
			throw known;
		}
	};

	function refuse(error: StoreError): void {
		handle?.setLogAside();
		if (handle && seen) spent.push(seen);
		handle = undefined;
		const file = identify(path);
		if (file) refused = { file, error };
	}

	/** Whether the path still leads to the open file, whole. A file that was moved away may come back. */
	function checkFile(open: Handle): void {
		const now = identify(path);
		if (now === null)
			throw new StoreError("STORE_DOWN", `${path} is gone while the desk runs: put it back`);
		if (!isSameFile(now, seen)) {
			handle = undefined;
			open.abandon();
			throw new StoreError("STORE_DOWN", `${path} was replaced while the desk runs: opening it`);
		}
		if (seen && now.size < seen.size) throw damaged(path, "was cut short while the desk runs");
		// SQLite may have all of it in memory and notice nothing.
		if (now.changedNs !== seen?.changedNs) checkOnDisk(path);
		seen = now;
	}

	function openFile(): void {
		const now = identify(path);
		if (now === null && seen)
			throw new StoreError("STORE_DOWN", `${path} is gone while the desk runs: put it back`);
		if (now === null) createStore(path, migrations);
		const isSpent = spent.some((file) => isSameFile(file, now));
		if (refused && (isSpent || isUnchanged(now, refused.file))) throw refused.error;
		checkHeader(path);
		makePrivate(path);
		try {
			handle = openHandle(path, migrations);
		} catch (error) {
			if (now && error instanceof StoreError && error.code !== "STORE_DOWN") spent.push(now);
			throw error;
		}
		seen = identify(path);
		refused = undefined;
	}

	return {
		tables: { entries: "entries", claims: "claims" },
		async open() {
			try {
				makeFolder(path);
				lock ??= await takeLock(`${path}.lock`, lockWaitMs);
			} catch (error) {
				throw translateSqlite(path, error);
			}
			told(() => {
				if (handle) checkFile(handle);
				if (handle) handle.proveWritable();
				else openFile();
			});
		},
		async run(statement: string, values: readonly SqlValue[] = []): Promise<Row[]> {
			return told(() => {
				if (!handle) throw closedBecause;
				checkFile(handle);
				return handle.run(statement, values);
			});
		},
		keyvStore: (run) => new KeyvSqlite(run),
		lead: createLocalLeases(),
		async tidy() {
			told(() => handle?.checkpoint());
		},
		async close() {
			if (handle && !refused && isSameFile(identify(path), seen)) {
				try {
					handle.close();
				} catch {
					// Somebody reads it now; the log beside it is taken up at the next start.
				}
			}
			handle = undefined;
			lock?.release();
			lock = undefined;
		},
	};
}

/** Made whole under another name first: a file at `path` that is empty is therefore always a damaged one. */
function createStore(path: string, migrations: Migrations): void {
	const log = identify(`${path}-wal`);
	if (log && log.size > 0n)
		throw new StoreError(
			"STORE_DAMAGED",
			`${path} is missing, but its log ${path}-wal is there: put the file back, or ${RESTORE}`,
		);
	const fresh = `${path}.new`;
	rmSync(fresh, { force: true });
	createPrivate(fresh);
	initialise(fresh, migrations);
	renameSync(fresh, path);
}

function isUnchanged(a: FileIdentity | null, b: FileIdentity): boolean {
	return a !== null && isSameFile(a, b) && a.size === b.size && a.changedNs === b.changedNs;
}
