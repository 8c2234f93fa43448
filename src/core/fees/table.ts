import type { PlainDate } from "../dates.ts";
import type { Facts } from "../facts/lookup.ts";
import { dollars } from "../format.ts";
import { type Filing, feeSchedule, total } from "./schedule.ts";

const FILINGS: readonly Filing[] = ["new", "extension", "change-of-employer", "amendment"];
const FOR_PROFIT = { small: false, nonprofit: false, acwiaExempt: false, fiftyFifty: false };
const EMPLOYERS = [
	["26 or more, for-profit", FOR_PROFIT],
	["1 to 25, for-profit", { ...FOR_PROFIT, small: true }],
	["26 or more, nonprofit", { ...FOR_PROFIT, nonprofit: true }],
	["1 to 25, nonprofit", { ...FOR_PROFIT, small: true, nonprofit: true }],
	["exempt from the training fee", { ...FOR_PROFIT, nonprofit: true, acwiaExempt: true }],
	["50/50 employer", { ...FOR_PROFIT, fiftyFifty: true }],
] as const;

/** `docs/fees.md`: what each filing costs each employer on a day, as Markdown. */
export function feesPage(facts: Facts, date: PlainDate): string {
	const rows = EMPLOYERS.map(([name, employer]) => {
		const cells = FILINGS.map((filing) => {
			const feeCase = { ...employer, filing, premium: false, capExempt: false };
			return dollars(total(feeSchedule(facts, feeCase, date).petition));
		});
		return `| ${name} | ${cells.join(" | ")} |`;
	});
	return [
		"# Government fees of a petition",
		"",
		`Generated from the facts for ${date}. Without registration, premium processing, the blocked $100,000 payment and the proposed $103,265 fee. An extension is the first one by the same employer.`,
		"",
		`| Employer | ${FILINGS.join(" | ")} |`,
		`|---|${FILINGS.map(() => "--:").join("|")}|`,
		...rows,
		"",
	].join("\n");
}
