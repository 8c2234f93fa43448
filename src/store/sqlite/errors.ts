import { StoreError } from "../store.ts";
import { damaged } from "./files.ts";

type Translate = (path: string, code: string) => StoreError;

const down =
	(what: string, blocks: StoreError["blocks"]): Translate =>
	(path, code) =>
		new StoreError("STORE_DOWN", `${path}: ${what} (${code})`, { blocks });
const broken: Translate = (path, code) => damaged(path, `is damaged (${code})`);

/** By the beginning of SQLite's result code (https://www.sqlite.org/rescode.html) or of a file error's. */
const MEANINGS: readonly (readonly [start: string, Translate])[] = [
	["SQLITE_FULL", down("the disk is full; make room", "changes")],
	["ENOSPC", down("the disk is full; make room", "all")],
	["SQLITE_READONLY", down("the file or its folder is read-only; let this user write", "changes")],
	["EROFS", down("the folder is read-only; let this user write", "all")],
	["SQLITE_IOERR", down("the disk cannot be read or written", "changes")],
	["SQLITE_CORRUPT", broken],
	["SQLITE_NOTADB", broken],
	["SQLITE_BUSY", down("another program is writing", "this call")],
	["SQLITE_CANTOPEN", down("the file cannot be opened; let this user read and write it", "all")],
	["SQLITE_PERM", down("the file cannot be opened; let this user read and write it", "all")],
	["EACCES", down("the folder or file cannot be used; let this user read and write it", "all")],
	["EPERM", down("the folder or file cannot be used; let this user read and write it", "all")],
	["ENOTDIR", down("a file stands where its folder should be", "all")],
	["EEXIST", down("a file stands where its folder should be", "all")],
	["E", down("the file cannot be used", "all")],
];

/** The StoreError that says it plainly; an error in a statement of ours stays what it is. */
export function translateSqlite(path: string, error: unknown): unknown {
	if (error instanceof StoreError || !(error instanceof Error)) return error;
	const code = codeOf(error);
	return MEANINGS.find(([start]) => code.startsWith(start))?.[1](path, code) ?? error;
}

/** What cannot be opened has a message and no code. */
function codeOf(error: Error): string {
	if ("code" in error && typeof error.code === "string" && error.code !== "") return error.code;
	return /Unable to open/i.test(error.message) ? "SQLITE_CANTOPEN" : "";
}
