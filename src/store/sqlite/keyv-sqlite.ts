import { EventEmitter } from "node:events";
import type { KeyvStoreAdapter, StoredData } from "keyv";
import type { Run } from "../backend.ts";

/** keyv's storage on the table `entries`. Namespaces come as prefixes of the keys, as keyv writes them. */
export class KeyvSqlite extends EventEmitter implements KeyvStoreAdapter {
	readonly opts = { dialect: "sqlite" };
	namespace?: string;
	readonly #run: Run;

	constructor(run: Run) {
		super();
		this.#run = run;
	}

	async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
		return (await this.getMany<Value>([key]))[0];
	}

	async getMany<Value>(keys: string[]): Promise<(StoredData<Value> | undefined)[]> {
		const rows = await this.#run(
			"SELECT key, value FROM entries WHERE key IN (SELECT value FROM json_each($1)) AND (expires IS NULL OR expires > $2)",
			[JSON.stringify(keys), Date.now()],
		);
		const found = new Map(rows.map(({ key, value }) => [key, value as StoredData<Value>]));
		return keys.map((key) => found.get(key));
	}

	async set(key: string, value: string): Promise<void> {
		await this.#run(
			"INSERT INTO entries (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
			[key, value],
		);
	}

	async delete(key: string): Promise<boolean> {
		return this.deleteMany([key]);
	}

	async deleteMany(keys: string[]): Promise<boolean> {
		const rows = await this.#run(
			"DELETE FROM entries WHERE key IN (SELECT value FROM json_each($1)) RETURNING 1",
			[JSON.stringify(keys)],
		);
		return rows.length > 0;
	}

	async has(key: string): Promise<boolean> {
		return (await this.get(key)) !== undefined;
	}

	async clear(): Promise<void> {
		const prefix = this.namespace === undefined ? "" : `${this.namespace}:`;
		await this.#run("DELETE FROM entries WHERE substr(key, 1, length($1)) = $1", [prefix]);
	}

	async *iterator<Value>(namespace?: string): AsyncGenerator<(string | Awaited<Value>)[], void> {
		const prefix = namespace === undefined ? "" : `${namespace}:`;
		const rows = await this.#run(
			"SELECT key, value FROM entries WHERE substr(key, 1, length($1)) = $1 AND (expires IS NULL OR expires > $2) ORDER BY key",
			[prefix, Date.now()],
		);
		for (const { key, value } of rows) yield [key as string, value as Awaited<Value>];
	}
}
