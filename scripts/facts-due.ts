// Lists the facts past their review day: npm run facts:due [-- 2026-12-01]
import { dayInWashington, plainDate } from "../src/core/dates.ts";
import { loadFacts } from "../src/load-facts.ts";

const typed = process.argv[2];
const today = typed === undefined ? dayInWashington(Date.now()) : plainDate(typed);
if (!today) {
	console.error("usage: npm run facts:due [-- YYYY-MM-DD]");
	process.exit(2);
}
const { facts } = await loadFacts();
const due = facts.all.filter((fact) => fact.reviewBy && fact.reviewBy < today);
for (const fact of due) console.log(`${fact.reviewBy} ${fact.id}: ${fact.title}`);
console.log(`${due.length} of ${facts.all.length} facts are due for re-checking on ${today}`);
