import { randomBytes } from "node:crypto";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import pg from "pg";

/** The address of a real server, for what PGlite cannot show. `.ci/run` starts one. */
export const REAL_SERVER = process.env.TEST_DATABASE_URL;

if (!REAL_SERVER)
	console.log(
		"skipped: what needs a real PostgreSQL (leaders, replicas, lost connections); set TEST_DATABASE_URL or run .ci/postgres npm test",
	);

/** PostgreSQL in this process, behind a socket. One session serves all connections. */
export async function startPglite(): Promise<{ url: string; stop(): Promise<void> }> {
	const db = await PGlite.create();
	const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port: 0, maxConnections: 10 });
	await server.start();
	return {
		url: `postgres://postgres:postgres@${server.getServerConn()}/postgres?sslmode=disable`,
		async stop() {
			await server.stop();
			await db.close();
		},
	};
}

/** A database of its own on the real server. */
export async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
	const name = `desk_test_${randomBytes(6).toString("hex")}`;
	await asOwner((owner) => owner.query(`CREATE DATABASE ${name}`));
	const url = new URL(REAL_SERVER ?? "");
	url.pathname = `/${name}`;
	return {
		url: url.href,
		drop: () => asOwner((owner) => owner.query(`DROP DATABASE ${name} WITH (FORCE)`)),
	};
}

/** Runs something on the real server, on a connection beside all others. */
export async function asOwner(
	work: (client: pg.Client) => Promise<unknown>,
	url = REAL_SERVER,
): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await work(client);
	} finally {
		await client.end();
	}
}

/** Empties the desk's tables, where they are there already. */
export async function emptyTables(url: string): Promise<void> {
	await asOwner(async (client) => {
		const { rows } = await client.query("SELECT to_regclass('desk.claims') IS NOT NULL AS known");
		if (rows[0].known) await client.query("TRUNCATE desk.entries, desk.claims");
	}, url);
}
