import { renameSync } from "node:fs";
import Database from "libsql";
import type { Row, SqlValue } from "../backend.ts";
import { type Migrations, stepsFrom } from "../schema.ts";
import { StoreError } from "../store.ts";
import { translateSqlite } from "./errors.ts";
import { APPLICATION_ID, damaged, type FileIdentity, identify, isSameFile } from "./files.ts";

/** An open file. */
export interface Handle {
	run(statement: string, values: readonly SqlValue[]): Row[];
	/** Writes one page: whether it can. */
	proveWritable(): void;
	/** Moves everything into the one file; what was deleted is in no file after it. */
	checkpoint(): void;
	/** Ends it cleanly: one file remains. */
	close(): void;
	/** Lets go of a file that is no longer at its path, without touching what is there now. */
	abandon(): void;
	/** Moves the log of a file aside that was cut short, so that it is never applied to a restored one. */
	setLogAside(): void;
}

/** Handles that must not be closed: SQLite would write to their files, or delete by name what is another's. */
const abandoned: Database.Database[] = [];

const BUSY_TIMEOUT = "busy_timeout = 1000";
const PRAGMAS = [
	"journal_mode = WAL",
	// Safe against a killed process; a power cut may lose the last moments, never the file.
	"synchronous = NORMAL",
	// What is deleted is overwritten with zeros.
	"secure_delete = ON",
	"journal_size_limit = 4194304",
];

/** Opens and checks the whole file. Throws StoreError; a damaged or newer file is left untouched. */
export function openHandle(path: string, migrations: Migrations): Handle {
	const db = new Database(path);
	try {
		db.exec(`PRAGMA ${BUSY_TIMEOUT}`);
		checkContents(db, path);
		stepsFrom(versionOf(db), migrations, path);
		// Only now: the first of these writes.
		for (const pragma of PRAGMAS) db.exec(`PRAGMA ${pragma}`);
		migrate(db, path, migrations);
		return createHandle(db, path);
	} catch (error) {
		const known = translateSqlite(path, error);
		if (isDown(known)) db.close();
		else abandoned.push(db);
		throw known;
	}
}

function checkContents(db: Database.Database, path: string): void {
	const found = db.prepare("PRAGMA quick_check(1)").all() as { quick_check: string }[];
	if (found[0]?.quick_check !== "ok") throw damaged(path, "is damaged");
}

function versionOf(db: Database.Database): number {
	const [row] = db.prepare("PRAGMA user_version").all() as { user_version: number }[];
	return row?.user_version ?? 0;
}

/** As the disk has it, past what an open handle remembers. Opening it ourselves would take away SQLite's locks. */
export function checkOnDisk(path: string): void {
	const db = new Database(path);
	try {
		checkContents(db, path);
	} finally {
		db.close();
	}
}

function isDown(error: unknown): boolean {
	return error instanceof StoreError && error.code === "STORE_DOWN";
}

/** Makes a new file's first schema. */
export function initialise(path: string, migrations: Migrations): void {
	const db = new Database(path);
	db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
	migrate(db, path, migrations);
	db.close();
}

function migrate(db: Database.Database, path: string, migrations: Migrations): void {
	const steps = stepsFrom(versionOf(db), migrations, path);
	if (steps.length === 0) return;
	db.transaction(() => {
		for (const step of steps) db.exec(step);
		db.exec(`PRAGMA user_version = ${migrations.length}`);
	}).immediate();
}

function createHandle(db: Database.Database, path: string): Handle {
	const statements = new Map<string, Database.Statement>();
	const prepare = (text: string) => {
		const known = statements.get(text) ?? db.prepare(text.replaceAll(/\$(\d)/g, "?$1"));
		statements.set(text, known);
		return known;
	};
	const version = versionOf(db);
	const checkpoint = () => void db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").all();
	const proveWritable = () => db.exec(`PRAGMA user_version = ${version}`);
	proveWritable();
	const log = identify(`${path}-wal`);
	return {
		run(text, values) {
			const statement = prepare(text);
			if (statement.reader) return statement.all([...values]) as Row[];
			statement.run([...values]);
			return [];
		},
		proveWritable,
		checkpoint,
		close() {
			checkpoint();
			db.prepare("PRAGMA journal_mode = DELETE").all();
			db.close();
		},
		abandon() {
			abandoned.push(db);
			keepingOthers(path, log, () => void db.prepare("PRAGMA journal_mode = DELETE").all());
		},
		setLogAside() {
			abandoned.push(db);
			if (isSameFile(identify(`${path}-wal`), log)) renameSync(`${path}-wal`, `${path}-wal.aside`);
		},
	};
}

/** SQLite deletes its log by name: whatever has come to stand there meanwhile is out of the way for that moment. */
function keepingOthers(path: string, log: FileIdentity | null, work: () => void): void {
	const now = identify(`${path}-wal`);
	const isOurs = now === null || isSameFile(now, log);
	if (!isOurs) renameSync(`${path}-wal`, `${path}-wal.keep`);
	try {
		work();
	} finally {
		if (!isOurs) renameSync(`${path}-wal.keep`, `${path}-wal`);
	}
}
