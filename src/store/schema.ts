import { StoreError } from "./store.ts";

/**
 * The steps from an empty database to today's, each run once, in order. The schema's version is how many
 * have run. Steps are only added, and never change what an older desk still reads during an upgrade.
 */
export type Migrations = readonly string[];

/** `expires` follows from the value, so that it is right whoever writes it. */
export const SQLITE_MIGRATIONS: Migrations = [
	`CREATE TABLE entries (
		key TEXT PRIMARY KEY,
		value TEXT NOT NULL,
		expires INTEGER GENERATED ALWAYS AS (CASE WHEN json_valid(value) THEN json_extract(value, '$.expires') END) VIRTUAL
	) WITHOUT ROWID;
	CREATE INDEX entries_expires ON entries (expires) WHERE expires IS NOT NULL;
	CREATE TABLE claims (key TEXT PRIMARY KEY, expires INTEGER NOT NULL) WITHOUT ROWID;
	CREATE INDEX claims_expires ON claims (expires);`,
];

export const POSTGRES_MIGRATIONS: Migrations = [
	`CREATE TABLE desk.entries (
		key text COLLATE "C" PRIMARY KEY,
		value text NOT NULL,
		expires bigint GENERATED ALWAYS AS (CAST(substring(value from '"expires":([0-9]+)}$') AS bigint)) STORED
	);
	CREATE INDEX entries_expires ON desk.entries (expires) WHERE expires IS NOT NULL;
	CREATE TABLE desk.claims (key text COLLATE "C" PRIMARY KEY, expires bigint NOT NULL);
	CREATE INDEX claims_expires ON desk.claims (expires);`,
];

/** The steps still to run. Throws StoreError where a newer desk has written. */
export function stepsFrom(version: number, migrations: Migrations, where: string): Migrations {
	if (version > migrations.length)
		throw new StoreError(
			"STORE_NEWER",
			`${where} was written by a newer desk (schema ${version}; this one knows ${migrations.length}): start the newer version, or restore a backup made by this one`,
		);
	return migrations.slice(version);
}
