import { KeyvPostgres } from "@keyv/postgres";
import type { Run, SqlValue } from "../backend.ts";

const SCHEMA = "desk";
const TABLE = "entries";

/** keyv's PostgreSQL storage on our own connections and table, which the migrations have made. */
export class DeskKeyvPostgres extends KeyvPostgres {
	constructor(run: Run) {
		// The constructor calls connect(), so what that needs is in the options.
		super({ schema: SCHEMA, table: TABLE, run } as ConstructorParameters<typeof KeyvPostgres>[0]);
	}

	override async connect() {
		const { run } = this.opts as unknown as { run: Run };
		return async (statement: string, values?: readonly SqlValue[]) =>
			statement.startsWith("CREATE") ? [] : run(statement, values);
	}

	/** Never an expired row: keyv would delete it, and with it what another replica has written meanwhile. */
	override async get(key: string) {
		const rows = await this.query(
			`SELECT value FROM ${SCHEMA}.${TABLE} WHERE key = $1 AND (expires IS NULL OR expires > $2)`,
			[key, Date.now()],
		);
		return rows[0]?.value;
	}

	/** The pool is closed by its owner. */
	override async disconnect(): Promise<void> {}
}
