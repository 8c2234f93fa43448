import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StoreError } from "../store.ts";

/** "H1BD", at byte 68 of the file: it is a store of this desk and of no other program. */
export const APPLICATION_ID = 0x48314244;
const SIDE_FILES = ["-wal", "-shm"] as const;

const HEADER_BYTES = 100;
const MAGIC = "SQLite format 3\0";
const APPLICATION_ID_AT = 68;

export const RESTORE =
	"stop the desk, move the file away, put a backup in its place (docs/operations.md, Backup) and start again";

/** What tells whether a path still leads to the same file. */
export interface FileIdentity {
	device: bigint;
	inode: bigint;
	size: bigint;
	changedNs: bigint;
}

/** Null when nothing is there. */
export function identify(path: string): FileIdentity | null {
	const found = statSync(path, { bigint: true, throwIfNoEntry: false });
	if (!found) return null;
	return { device: found.dev, inode: found.ino, size: found.size, changedNs: found.mtimeNs };
}

export function isSameFile(a: FileIdentity | null, b: FileIdentity | null): boolean {
	return a !== null && b !== null && a.device === b.device && a.inode === b.inode;
}

/** The folder of the file, made for this user alone where it is missing. */
export function makeFolder(path: string): void {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
}

/** An empty file for this user alone. Throws EEXIST when something is there. */
export function createPrivate(path: string): void {
	closeSync(openSync(path, "wx", 0o600));
}

/** Takes the file and its side files from other users, where they came from elsewhere with another mode. */
export function makePrivate(path: string): void {
	for (const file of [path, ...SIDE_FILES.map((suffix) => `${path}${suffix}`)]) {
		try {
			if (existsSync(file) && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
		} catch {
			// The file of another user: whether it can be used shows when it is opened.
		}
	}
}

/** Throws StoreError for a file that SQLite would take for an empty database, or that is not ours. */
export function checkHeader(path: string): void {
	const header = Buffer.alloc(HEADER_BYTES);
	const file = openSync(path, "r");
	const length = readSync(file, header, 0, HEADER_BYTES, 0);
	closeSync(file);
	if (length < HEADER_BYTES || header.toString("latin1", 0, MAGIC.length) !== MAGIC)
		throw damaged(path, "is cut short or is no database");
	if (header.readInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID)
		throw damaged(path, "belongs to another program");
}

export function damaged(path: string, what: string): StoreError {
	return new StoreError("STORE_DAMAGED", `${path} ${what}; it was left as it is: ${RESTORE}`);
}
