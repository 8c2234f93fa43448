// Prints docs/fees.md from the facts: npm run -s fees:table -- 2026-11-25 > docs/fees.md
import { plainDate } from "../src/core/dates.ts";
import { type Filing, feeSchedule, total } from "../src/core/fees/schedule.ts";
import { dollars } from "../src/core/format.ts";
import { loadFacts } from "../src/load-facts.ts";

const date = plainDate(process.argv[2] ?? "");
if (!date) {
	console.error("usage: npm run -s fees:table -- YYYY-MM-DD");
	process.exit(2);
}
const { facts } = await loadFacts();
const filings: Filing[] = ["new", "extension", "change-of-employer", "amendment"];
const plain = { small: false, nonprofit: false, acwiaExempt: false, fiftyFifty: false };
const employers = [
	["26 or more, for-profit", plain],
	["1 to 25, for-profit", { ...plain, small: true }],
	["26 or more, nonprofit", { ...plain, nonprofit: true }],
	["1 to 25, nonprofit", { ...plain, small: true, nonprofit: true }],
	["exempt from the training fee", { ...plain, nonprofit: true, acwiaExempt: true }],
	["50/50 employer", { ...plain, fiftyFifty: true }],
] as const;
console.log(
	`# Government fees of a petition\n\nGenerated from the facts for ${date}. Without registration, premium processing, the blocked $100,000 payment and the proposed $103,265 fee. An extension is the first one by the same employer.\n`,
);
console.log(`| Employer | ${filings.join(" | ")} |\n|---|${filings.map(() => "--:").join("|")}|`);
for (const [name, employer] of employers) {
	const cells = filings.map((filing) =>
		dollars(
			total(
				feeSchedule(facts, { ...employer, filing, premium: false, capExempt: false }, date)
					.petition,
			),
		),
	);
	console.log(`| ${name} | ${cells.join(" | ")} |`);
}
