import { Keyv } from "keyv";
import type { Backend, Run } from "./backend.ts";
import { createGate, type OnTrouble } from "./gate.ts";
import { checkKey, rangeOf } from "./keys.ts";
import { checkTtl, createSqlMap, fullKey, pack, unpack } from "./sql-map.ts";
import { MAPS, type Store } from "./store.ts";

const SWEEP_EVERY_MS = 10 * 60_000;

export interface SqlStore extends Store {
	/** Deletes what has expired; how many rows. Runs by itself too. */
	sweep(): Promise<number>;
}

/** The store over a database. Opening fails only when another desk uses it: what else is wrong, `problem` tells. */
export async function createSqlStore(backend: Backend, onTrouble?: OnTrouble): Promise<SqlStore> {
	const { entries, claims } = backend.tables;
	const gate = await createGate(() => backend.open(), onTrouble);
	const run: Run = (statement, values) =>
		gate.run(statement.startsWith("SELECT") ? "read" : "change", () =>
			backend.run(statement, values),
		);
	const keyv = new Keyv(backend.keyvStore(run), {
		useKeyPrefix: false,
		throwOnErrors: true,
		emitErrors: false,
		serialize: pack,
		deserialize: (text) => unpack(text) as never,
	});

	async function sweep(): Promise<number> {
		const before = Date.now();
		const gone = [
			...(await run(`DELETE FROM ${entries} WHERE expires <= $1 RETURNING 1`, [before])),
			...(await run(`DELETE FROM ${claims} WHERE expires <= $1 RETURNING 1`, [before])),
		];
		if (gone.length > 0) await gate.run("change", () => backend.tidy());
		return gone.length;
	}
	// A sweep that fails comes again; what is wrong is known by then.
	const quietly = () => void sweep().catch(() => {});
	const sweeping = setInterval(quietly, SWEEP_EVERY_MS);
	sweeping.unref();
	quietly();
	let closing: Promise<void> | undefined;

	return {
		map: (name) => createSqlMap(name, keyv, run, entries),
		async claim(key, ttlMs) {
			checkKey(key);
			const now = Date.now();
			const until = now + (checkTtl(ttlMs) ?? Number.MAX_SAFE_INTEGER - now);
			const rows = await run(
				`INSERT INTO ${claims} AS was (key, expires) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET expires = excluded.expires WHERE was.expires <= $3 RETURNING key`,
				[key, until, now],
			);
			return rows.length > 0;
		},
		lead: (job) => gate.run("change", () => backend.lead(job)),
		async forget(prefix) {
			checkKey(prefix);
			const ranges = MAPS.map((name) => rangeOf(fullKey(name, prefix)));
			const inRange = ranges.map((_, i) => `(key >= $${2 * i + 1} AND key < $${2 * i + 2})`);
			await run(`DELETE FROM ${claims} WHERE key >= $1 AND key < $2`, rangeOf(prefix));
			const gone = await run(
				`DELETE FROM ${entries} WHERE ${inRange.join(" OR ")} RETURNING 1`,
				ranges.flat(),
			);
			await gate.run("change", () => backend.tidy());
			return gone.length;
		},
		problem: () => gate.problem(),
		sweep,
		close() {
			clearInterval(sweeping);
			gate.close();
			closing ??= backend.close();
			return closing;
		},
	};
}
