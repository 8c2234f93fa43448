import keyvTestSuite, { keyvIteratorTests } from "@keyv/test-suite";
import { Keyv } from "keyv";
import * as vitest from "vitest";
import { createPostgresBackend } from "../../src/store/postgres/backend.ts";
import { createSqlStore } from "../../src/store/sql-store.ts";
import { useMovedClock } from "./clock.ts";
import { createDatabase, emptyTables, REAL_SERVER, startPglite } from "./postgres-servers.ts";
import { testStore } from "./suite.ts";

vitest.describe("over PGlite", async () => {
	const server = await startPglite();
	vitest.afterAll(() => server.stop());
	testBoth("PGlite", server.url, false);
});

vitest.describe.runIf(REAL_SERVER)("over a real server", async () => {
	if (!REAL_SERVER) return;
	const database = await createDatabase();
	vitest.afterAll(() => database.drop());
	testBoth("PostgreSQL", database.url, true);
});

function testBoth(name: string, url: string, leads: boolean): void {
	vitest.describe("the contract", () => {
		const clock = useMovedClock();
		testStore(
			name,
			async () => {
				await emptyTables(url);
				return { store: await createSqlStore(createPostgresBackend(url)), pass: clock.pass };
			},
			{ leads },
		);
	});

	vitest.describe(`keyv's own suite over ${name}`, async () => {
		const backend = createPostgresBackend(url);
		vitest.beforeAll(() => backend.open());
		vitest.afterAll(() => backend.close());
		const store = () => backend.keyvStore(backend.run);
		keyvTestSuite(vitest, Keyv, store);
		keyvIteratorTests(vitest, Keyv, store);
	});
}
