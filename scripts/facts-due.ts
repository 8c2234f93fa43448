// Lists the facts whose review day has passed: npm run facts:due [-- 2027-03-01]
import { dayInWashington, plainDate } from "../src/core/dates.ts";
import { loadFacts } from "../src/load-facts.ts";

const typed = process.argv[2];
const date = typed === undefined ? dayInWashington(Date.now()) : plainDate(typed);
if (date) {
	const { facts } = await loadFacts();
	const due = facts.all.filter((fact) => fact.reviewBy !== undefined && fact.reviewBy < date);
	due.sort((a, b) => ((a.reviewBy ?? "") < (b.reviewBy ?? "") ? -1 : 1));
	for (const fact of due) console.log(`${fact.reviewBy}  ${fact.id}  ${fact.title}`);
	console.log(`${due.length} of ${facts.all.length} facts are due for review on ${date}`);
} else {
	console.error("usage: npm run facts:due [-- YYYY-MM-DD]");
	process.exitCode = 2;
}
