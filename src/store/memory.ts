import { toJson } from "./json.ts";
import { checkKey, checkPrefix } from "./keys.ts";
import { createLocalLeases } from "./local-leases.ts";
import type { MapName, Store, StoredMap } from "./store.ts";

type MemoryMap = StoredMap & { forget(prefix: string): number };

/** A store that lives as long as the process: for tests, and for a desk without a platform. */
export function createMemoryStore(now: () => number = Date.now): Store {
	const maps = new Map<MapName, MemoryMap>();
	const claims = new Map<string, number>();
	const map = (name: MapName) => {
		const found = maps.get(name) ?? createMap(now);
		maps.set(name, found);
		return found;
	};
	return {
		map,
		async claim(key, ttlMs) {
			checkKey(key);
			if ((claims.get(key) ?? 0) > now()) return false;
			for (const [other, until] of claims) if (until <= now()) claims.delete(other);
			claims.set(key, now() + ttlMs);
			return true;
		},
		lead: createLocalLeases(),
		async forget(prefix) {
			checkKey(prefix);
			for (const key of claims.keys()) if (key.startsWith(prefix)) claims.delete(key);
			return [...maps.values()].reduce((sum, one) => sum + one.forget(prefix), 0);
		},
		problem: () => null,
		async close() {},
	};
}

function createMap(now: () => number): MemoryMap {
	const rows = new Map<string, { json: string; until: number }>();
	const read = (key: string): string | undefined => {
		const row = rows.get(key);
		if (row && row.until <= now()) rows.delete(key);
		return row && row.until > now() ? row.json : undefined;
	};
	const write = (key: string, json: string, ttlMs = Number.POSITIVE_INFINITY) =>
		rows.set(key, { json, until: now() + ttlMs });
	const keysUnder = (prefix: string) =>
		[...rows.keys()].filter((key) => key.startsWith(prefix)).sort();
	return {
		async get(key) {
			checkKey(key);
			const json = read(key);
			return json === undefined ? undefined : JSON.parse(json);
		},
		async set(key, value, ttlMs) {
			checkKey(key);
			write(key, toJson(value), ttlMs);
		},
		async delete(key) {
			checkKey(key);
			const had = read(key) !== undefined;
			rows.delete(key);
			return had;
		},
		async under(prefix) {
			checkPrefix(prefix);
			return keysUnder(prefix).flatMap((key) => {
				const json = read(key);
				return json === undefined ? [] : [{ key, value: JSON.parse(json) as unknown }];
			});
		},
		async swap(key, expected, next) {
			checkKey(key);
			const wanted = expected === undefined ? undefined : toJson(expected);
			const json = next === undefined ? undefined : toJson(next);
			if (read(key) !== wanted) return false;
			if (json === undefined) rows.delete(key);
			else write(key, json);
			return true;
		},
		forget(prefix) {
			const keys = keysUnder(prefix);
			for (const key of keys) rows.delete(key);
			return keys.length;
		},
	};
}
