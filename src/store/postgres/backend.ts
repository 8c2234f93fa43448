import pg, { type PoolConfig } from "pg";
import type { Backend } from "../backend.ts";
import { type Migrations, POSTGRES_MIGRATIONS } from "../schema.ts";
import { translatePostgres } from "./errors.ts";
import { DeskKeyvPostgres } from "./keyv-postgres.ts";
import { createLeases } from "./leases.ts";
import { migratePostgres } from "./migrate.ts";

export interface PostgresOptions {
	migrations?: Migrations;
	/** Connections of this replica beside one for each job that it leads. */
	connections?: number;
}

/** A PostgreSQL database, shared by any number of replicas. */
export function createPostgresBackend(
	url: string,
	{ migrations = POSTGRES_MIGRATIONS, connections = 5 }: PostgresOptions = {},
): Backend {
	const config = {
		connectionString: url,
		application_name: "h1b-desk",
		connectionTimeoutMillis: 3_000,
		// The server gives up first; a server that has gone silent is given up here.
		statement_timeout: 4_000,
		query_timeout: 5_000,
		keepAlive: true,
	} satisfies PoolConfig;
	const pool = new pg.Pool({ ...config, max: connections, idleTimeoutMillis: 60_000 });
	// A connection lost while nobody uses it: the next call opens another, or says what is wrong.
	pool.on("error", () => {});
	const leases = createLeases(config);

	return {
		tables: { entries: "desk.entries", claims: "desk.claims" },
		async open() {
			try {
				const client = await pool.connect();
				let failure: Error | undefined;
				try {
					await migratePostgres(client, migrations);
				} catch (error) {
					failure = error as Error;
					throw error;
				} finally {
					client.release(failure);
				}
			} catch (error) {
				throw translatePostgres(error);
			}
		},
		async run(statement, values = []) {
			try {
				return (await pool.query(statement, [...values])).rows;
			} catch (error) {
				throw translatePostgres(error);
			}
		},
		keyvStore: (run) => new DeskKeyvPostgres(run),
		lead: (job) => leases.lead(job),
		// Deleted rows are PostgreSQL's to clear: autovacuum does.
		async tidy() {},
		async close() {
			await leases.close();
			await pool.end();
		},
	};
}
