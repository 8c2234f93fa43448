// Prints docs/fees.md from the facts: npm run -s fees:table -- 2026-11-25 > docs/fees.md
import { plainDate } from "../src/core/dates.ts";
import { feesPage } from "../src/core/fees/table.ts";
import { loadFacts } from "../src/load-facts.ts";

const date = plainDate(process.argv[2] ?? "");
if (!date) {
	console.error("usage: npm run -s fees:table -- YYYY-MM-DD");
	process.exit(2);
}
const { facts } = await loadFacts();
process.stdout.write(feesPage(facts, date));
