import type { Keyv } from "keyv";
import type { Run } from "./backend.ts";
import { toJson } from "./json.ts";
import { checkKey, checkPrefix, rangeOf } from "./keys.ts";
import type { MapName, StoredMap } from "./store.ts";

interface Entry {
	value?: unknown;
	/** Milliseconds since 1970, absent: never. */
	expires?: number | undefined;
}

/** What a row's value column holds. The database derives its `expires` column from the end of it. */
export function pack({ value, expires }: Entry): string {
	return `${head(value)}${expires === undefined ? "" : `,"expires":${expires}`}}`;
}

function head(value: unknown): string {
	return `{"value":${toJson(value)}`;
}

export function unpack(text: string): Entry {
	return JSON.parse(text) as Entry;
}

/** One map: keyv reads and writes; what must be one step among all replicas is one statement. */
export function createSqlMap(name: MapName, keyv: Keyv, run: Run, entries: string): StoredMap {
	const full = (key: string): string => {
		checkKey(key);
		return fullKey(name, key);
	};
	const LIVE = (parameter: string) => `(expires IS NULL OR expires > ${parameter})`;
	return {
		get: async (key) => keyv.get(full(key)),
		async set(key, value, ttlMs) {
			toJson(value);
			await keyv.set(full(key), value, checkTtl(ttlMs));
		},
		async delete(key) {
			const [row] = await run(`DELETE FROM ${entries} WHERE key = $1 RETURNING expires`, [
				full(key),
			]);
			return row !== undefined && (row.expires === null || Number(row.expires) > Date.now());
		},
		async under(prefix) {
			checkPrefix(prefix);
			const rows = await run(
				`SELECT key, value FROM ${entries} WHERE key >= $1 AND key < $2 AND ${LIVE("$3")} ORDER BY key`,
				[...rangeOf(fullKey(name, prefix)), Date.now()],
			);
			return rows.map(({ key, value }) => ({
				key: String(key).slice(fullKey(name, "").length),
				value: unpack(String(value)).value,
			}));
		},
		async swap(key, expected, next) {
			const id = full(key);
			const packed = next === undefined ? undefined : pack({ value: next });
			if (expected === undefined) return swapAbsent(id, packed);
			// The value is what was expected, with whatever day of expiry.
			const same = `key = $1 AND (value = CAST($2 AS text) || '}' OR value = CAST($2 AS text) || ',"expires":' || expires || '}') AND ${LIVE("$3")}`;
			const values = [id, head(expected), Date.now()];
			const rows =
				packed === undefined
					? await run(`DELETE FROM ${entries} WHERE ${same} RETURNING key`, values)
					: await run(`UPDATE ${entries} SET value = $4 WHERE ${same} RETURNING key`, [
							...values,
							packed,
						]);
			return rows.length > 0;
		},
	};

	async function swapAbsent(id: string, packed: string | undefined): Promise<boolean> {
		if (packed === undefined) return (await keyv.get(id)) === undefined;
		const rows = await run(
			`INSERT INTO ${entries} AS was (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE was.expires <= $3 RETURNING key`,
			[id, packed, Date.now()],
		);
		return rows.length > 0;
	}
}

/** Whole milliseconds; undefined: for good. keyv takes 0 for "for good". */
export function checkTtl(ttlMs: number | undefined): number | undefined {
	if (ttlMs === undefined || ttlMs === Number.POSITIVE_INFINITY) return undefined;
	if (Number.isNaN(ttlMs)) throw new TypeError("a time to live is a number of milliseconds");
	return Math.max(1, Math.ceil(ttlMs));
}

export function fullKey(name: MapName, key: string): string {
	return `${name}:${key}`;
}
