import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import keyvTestSuite, { keyvIteratorTests } from "@keyv/test-suite";
import { Keyv } from "keyv";
import * as vitest from "vitest";
import { createSqlStore } from "../../src/store/sql-store.ts";
import { createSqliteBackend } from "../../src/store/sqlite/backend.ts";
import { useMovedClock } from "./clock.ts";
import { testStore } from "./suite.ts";

const fresh = () => join(mkdtempSync(join(tmpdir(), "desk-store-")), "desk.sqlite");

vitest.describe("the contract", () => {
	const clock = useMovedClock();
	testStore("SQLite", async () => ({
		store: await createSqlStore(createSqliteBackend(fresh())),
		pass: clock.pass,
	}));
});

vitest.describe("keyv's own suite over SQLite", async () => {
	const backend = createSqliteBackend(fresh());
	await backend.open();
	vitest.afterAll(() => backend.close());
	const store = () => backend.keyvStore(backend.run);
	keyvTestSuite(vitest, Keyv, store);
	keyvIteratorTests(vitest, Keyv, store);
});
