import { join } from "node:path";
import type { OnTrouble } from "./gate.ts";
import { createMemoryStore } from "./memory.ts";
import { createSqlStore } from "./sql-store.ts";
import type { Store } from "./store.ts";

const STORE_FILE = "desk.sqlite";

export interface StoreConfig {
	/** PostgreSQL; unset: a file in the folder. */
	DATABASE_URL?: string | undefined;
	DATA_DIR: string;
}

/**
 * The store that the environment names. With nobody to keep anything for (no platform) no file is made and
 * no connection opened. Throws StoreError only when another desk uses the file; a store that is damaged or
 * out of reach says so in `problem`, and its desk answers on.
 */
export async function openStore(
	config: StoreConfig,
	isUsed: boolean,
	onTrouble?: OnTrouble,
): Promise<Store> {
	if (!isUsed) return createMemoryStore();
	// Loaded only here: the terminal and the page never need a database.
	if (config.DATABASE_URL) {
		const { createPostgresBackend } = await import("./postgres/backend.ts");
		return createSqlStore(createPostgresBackend(config.DATABASE_URL), onTrouble);
	}
	const { createSqliteBackend } = await import("./sqlite/backend.ts");
	return createSqlStore(createSqliteBackend(storePath(config.DATA_DIR)), onTrouble);
}

export function storePath(dataDir: string): string {
	return join(dataDir, STORE_FILE);
}
