import pg, { type ClientConfig } from "pg";
import type { Lease } from "../store.ts";
import { translatePostgres } from "./errors.ts";

/** Keeps our advisory locks apart from those of other programs on the same database: "H1BD". */
export const LOCK_CLASS = 0x48314244;

const HEARTBEAT_MS = 5_000;

/** PostgreSQL lets a lock go when its connection is gone; this makes it notice a silent one within half a minute. */
const NOTICE_SILENCE =
	"SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; SET idle_session_timeout = 0";

export interface Leases {
	lead(job: string): Promise<Lease | null>;
	close(): Promise<void>;
}

/** Leadership by advisory locks, each on a connection of its own that does nothing else. */
export function createLeases(config: ClientConfig): Leases {
	const held = new Set<Lease>();
	return {
		async lead(job) {
			const client = new pg.Client(config);
			const lease = createLease(client, () => held.delete(lease));
			try {
				await client.connect();
				await client.query(NOTICE_SILENCE);
				const { rows } = await client.query(
					"SELECT pg_try_advisory_lock($1, hashtext($2)) AS locked",
					[LOCK_CLASS, job],
				);
				if (rows[0].locked && lease.isHeld()) {
					held.add(lease);
					return lease;
				}
				await lease.release();
				return null;
			} catch (error) {
				await lease.release();
				throw translatePostgres(error);
			}
		},
		async close() {
			await Promise.all([...held].map((lease) => lease.release()));
		},
	};
}

function createLease(client: pg.Client, onGone: () => void): Lease {
	let isHeld = true;
	const beat = setInterval(() => client.query("SELECT 1").catch(lose), HEARTBEAT_MS);
	beat.unref();
	function lose(): void {
		if (!isHeld) return;
		isHeld = false;
		clearInterval(beat);
		onGone();
		// Ending the connection is what releases the lock. On a dead one there is nobody to say goodbye to.
		client.end().catch(() => {});
	}
	client.on("error", lose);
	client.on("end", lose);
	return {
		isHeld: () => isHeld,
		async release() {
			if (!isHeld) return;
			const ended = new Promise<void>((done) => client.once("end", () => done()));
			const unlocked = await client.query("SELECT pg_advisory_unlock_all()").catch(() => null);
			lose();
			if (unlocked) await ended;
		},
	};
}
