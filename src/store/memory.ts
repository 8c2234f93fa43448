import type { MapName, Store, StoredMap } from "./store.ts";

/** A store that lives as long as the process: for tests, and for a desk without a platform. */
export function createMemoryStore(now: () => number = Date.now): Store {
	const maps = new Map<MapName, StoredMap & { forget(prefix: string): number }>();
	const claims = new Map<string, number>();
	const leaders = new Set<string>();
	const map = (name: MapName) => {
		const found = maps.get(name) ?? createMap(now);
		maps.set(name, found);
		return found;
	};
	return {
		map,
		async claim(key, ttlMs) {
			if ((claims.get(key) ?? 0) > now()) return false;
			claims.set(key, now() + ttlMs);
			return true;
		},
		async lead(job) {
			if (leaders.has(job)) return null;
			leaders.add(job);
			let isHeld = true;
			return {
				isHeld: () => isHeld,
				async release() {
					if (isHeld) leaders.delete(job);
					isHeld = false;
				},
			};
		},
		async forget(prefix) {
			return [...maps.values()].reduce((sum, one) => sum + one.forget(prefix), 0);
		},
		problem: () => null,
		async close() {},
	};
}

function createMap(now: () => number): StoredMap & { forget(prefix: string): number } {
	const rows = new Map<string, { json: string; until: number }>();
	const read = (key: string): string | undefined => {
		const row = rows.get(key);
		if (row && row.until <= now()) rows.delete(key);
		return row && row.until > now() ? row.json : undefined;
	};
	const write = (key: string, value: unknown, ttlMs = Number.POSITIVE_INFINITY) =>
		rows.set(key, { json: JSON.stringify(value), until: now() + ttlMs });
	const keysUnder = (prefix: string) =>
		[...rows.keys()].filter((key) => key.startsWith(prefix)).sort();
	return {
		async get(key) {
			const json = read(key);
			return json === undefined ? undefined : JSON.parse(json);
		},
		async set(key, value, ttlMs) {
			write(key, value, ttlMs);
		},
		async delete(key) {
			const had = read(key) !== undefined;
			rows.delete(key);
			return had;
		},
		async under(prefix) {
			return keysUnder(prefix).flatMap((key) => {
				const json = read(key);
				return json === undefined ? [] : [{ key, value: JSON.parse(json) as unknown }];
			});
		},
		async swap(key, expected, next) {
			const json = read(key);
			const wanted = expected === undefined ? undefined : JSON.stringify(expected);
			if (json !== wanted) return false;
			if (next === undefined) rows.delete(key);
			else write(key, next);
			return true;
		},
		forget(prefix) {
			const keys = keysUnder(prefix);
			for (const key of keys) rows.delete(key);
			return keys.length;
		},
	};
}
