import { closeSync, existsSync, fsyncSync, openSync, rmSync } from "node:fs";
import Database from "libsql";
import { translateSqlite } from "./sqlite/errors.ts";
import { checkHeader, createPrivate } from "./sqlite/files.ts";

/** Nothing was backed up; the message says why and what to do. */
export class BackupError extends Error {
	override readonly name = "BackupError";
}

/**
 * Copies the store into one new file for this user alone, also while the desk runs: as it was at one moment.
 * The number of entries copied. Throws BackupError or StoreError; then there is no new file.
 */
export function backupFile(path: string, target: string): number {
	if (!existsSync(path))
		throw new BackupError(`There is no ${path}: nothing has been stored yet, or DATA_DIR differs.`);
	checkHeader(path);
	try {
		createPrivate(target);
	} catch (error) {
		const code = (error as { code?: string }).code;
		throw new BackupError(
			code === "EEXIST"
				? `${target} is there already; name a new file.`
				: `${target} cannot be written (${code}).`,
		);
	}
	try {
		copy(path, target);
		return check(target);
	} catch (error) {
		rmSync(target, { force: true });
		throw translateSqlite(path, error);
	}
}

function copy(path: string, target: string): void {
	const db = new Database(path);
	db.exec("PRAGMA busy_timeout = 5000");
	try {
		db.prepare("VACUUM INTO ?").run([target]);
	} finally {
		db.close();
	}
}

function check(target: string): number {
	const copied = openSync(target, "r+");
	fsyncSync(copied);
	closeSync(copied);
	const db = new Database(target);
	try {
		const [state] = db.prepare("PRAGMA quick_check(1)").all() as { quick_check: string }[];
		if (state?.quick_check !== "ok")
			throw new BackupError(`${target} came out damaged; try again.`);
		const [row] = db.prepare("SELECT count(*) AS entries FROM entries").all() as {
			entries: number;
		}[];
		return row?.entries ?? 0;
	} finally {
		db.close();
	}
}

/** The commands that back PostgreSQL up and restore it, with the address but not its password. */
export function postgresCommands(url: string, target: string): { dump: string; restore: string } {
	const address = new URL(url);
	address.password = "";
	const [from, file] = [quote(address.href), quote(target)];
	return {
		dump: `pg_dump --format=custom --schema=desk --file=${file} ${from}`,
		restore: `pg_restore --clean --if-exists --single-transaction --dbname=${from} ${file}`,
	};
}

function quote(text: string): string {
	return `'${text.replaceAll("'", `'\\''`)}'`;
}
