import type { KeyvStoreAdapter } from "keyv";
import type { Lease } from "./store.ts";

export type Row = Record<string, unknown>;
export type SqlValue = string | number | null;

/** Runs one statement, with its values as $1, $2 ...; its rows. */
export type Run = (statement: string, values?: readonly SqlValue[]) => Promise<Row[]>;

/** A database, spoken to in the SQL that SQLite and PostgreSQL share. Everything but `close` throws StoreError. */
export interface Backend {
	/** How statements name the tables. */
	readonly tables: { entries: string; claims: string };
	/** Makes it usable: connects, checks, migrates, proves that it can be written. Harmless when it is already. */
	open(): Promise<void>;
	run: Run;
	/** The keyv storage adapter over the given way to run statements. */
	keyvStore(run: Run): KeyvStoreAdapter;
	lead(job: string): Promise<Lease | null>;
	/** After much was deleted: leaves no trace of it in files, where that is ours to do. */
	tidy(): Promise<void>;
	close(): Promise<void>;
}
