import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { day } from "../../src/core/dates.ts";
import { feesPage } from "../../src/core/fees/table.ts";
import { facts, TODAY } from "../helpers/desk.ts";

it("docs/fees.md is what the facts say; npm run -s fees:table makes it anew", () => {
	const page = readFileSync(new URL("../../docs/fees.md", import.meta.url), "utf8");
	const date = /for (\d{4}-\d{2}-\d{2})/.exec(page)?.[1] ?? TODAY;
	expect(page).toBe(feesPage(facts, day(date)));
});
