import type { ClientBase } from "pg";
import { type Migrations, stepsFrom } from "../schema.ts";
import { LOCK_CLASS } from "./leases.ts";

/** Brings the schema up to date, one replica at a time, and proves by a write that it can be written. */
export async function migratePostgres(client: ClientBase, migrations: Migrations): Promise<void> {
	await client.query("BEGIN");
	try {
		await client.query("SELECT pg_advisory_xact_lock($1, 0)", [LOCK_CLASS]);
		const { rows } = await client.query(
			"SELECT to_regclass('desk.schema_version') IS NOT NULL AS known",
		);
		if (!rows[0].known)
			await client.query(
				"CREATE SCHEMA IF NOT EXISTS desk; CREATE TABLE desk.schema_version (version integer NOT NULL); INSERT INTO desk.schema_version VALUES (0)",
			);
		const found = await client.query("SELECT version FROM desk.schema_version");
		const version = Number(found.rows[0]?.version);
		for (const step of stepsFrom(version, migrations, "the database of DATABASE_URL"))
			await client.query(step);
		await client.query("UPDATE desk.schema_version SET version = $1", [migrations.length]);
		await client.query("COMMIT");
	} catch (error) {
		await client.query("ROLLBACK").catch(() => {});
		throw error;
	}
}
