import type { PlainDate } from "../dates.ts";
import { message } from "../say.ts";
import { numberOf } from "../facts/figures.ts";
import type { Facts, FactView } from "../facts/lookup.ts";

export type Filing = "new" | "extension" | "change-of-employer" | "amendment";

/** What decides the government fees of one petition. */
export interface FeeCase {
	small: boolean;
	nonprofit: boolean;
	/** A body that owes no ACWIA training fee: INA 214(c)(9)(A). */
	acwiaExempt: boolean;
	filing: Filing;
	premium: boolean;
	fiftyFifty: boolean;
	capExempt: boolean;
}

export interface FeeItem {
	/** The fact that sets the amount. */
	fact: FactView;
	label: string;
	/** US dollars. */
	amount: number;
	/** Why this amount. */
	why: string;
	payer: string;
}

export interface FeeSchedule {
	/** Due with the petition. */
	petition: FeeItem[];
	/** Optional premium processing, when asked for. */
	premium: FeeItem | null;
	/** Due at registration, before the petition. */
	registration: FeeItem | null;
	/** Facts that the record does not reach on that day. */
	unknown: string[];
}

/** The government fees of one petition on one day. Blocked and proposed fees are not among them. */
export function feeSchedule(facts: Facts, input: FeeCase, date: PlainDate): FeeSchedule {
	const unknown: string[] = [];
	const item = (id: string, label: string, why: string, payer: string): FeeItem[] => {
		const fact = facts.on(id, date);
		if (fact.known) return [{ fact, label, amount: numberOf(fact), why, payer }];
		unknown.push(id);
		return [];
	};

	const petition = [
		...i129(input, item),
		...asylumProgram(input, item),
		...acwia(input, item),
		...fraud(input, item),
		...nineEleven(facts, input, date, item),
	];
	return {
		petition,
		premium: input.premium
			? (item(
					"uscis/premium-processing-fee",
					message("Premium processing (I-907)"),
					message("optional, action within 15 business days"),
					message("sources conflict on whether the worker may pay"),
				)[0] ?? null)
			: null,
		registration:
			input.filing === "new" && !input.capExempt
				? (item(
						"uscis/registration-fee",
						message("Registration"),
						message("for each cap registration, not refunded"),
						message("employer"),
					)[0] ?? null)
				: null,
		unknown,
	};
}

type Item = (id: string, label: string, why: string, payer: string) => FeeItem[];

const EMPLOYER = message("employer");

// 8 CFR 106.2(a)(3): a lower fee for small employers and nonprofits.
function i129(input: FeeCase, item: Item): FeeItem[] {
	if (input.nonprofit)
		return item("uscis/i129-fee-reduced", message("Form I-129"), message("nonprofit"), EMPLOYER);
	if (input.small)
		return item(
			"uscis/i129-fee-reduced",
			message("Form I-129"),
			message("25 or fewer employees"),
			EMPLOYER,
		);
	return item("uscis/i129-fee", message("Form I-129"), message("26 or more employees"), EMPLOYER);
}

// 8 CFR 106.2(c)(13).
function asylumProgram(input: FeeCase, item: Item): FeeItem[] {
	if (input.nonprofit)
		return item(
			"uscis/asylum-program-fee-nonprofit",
			message("Asylum Program Fee"),
			message("nonprofit"),
			EMPLOYER,
		);
	if (input.small)
		return item(
			"uscis/asylum-program-fee-small",
			message("Asylum Program Fee"),
			message("25 or fewer employees"),
			EMPLOYER,
		);
	return item(
		"uscis/asylum-program-fee",
		message("Asylum Program Fee"),
		message("26 or more employees"),
		EMPLOYER,
	);
}

// INA 214(c)(9): not from exempt bodies, nor on an amendment that asks for no more time.
function acwia(input: FeeCase, item: Item): FeeItem[] {
	if (input.acwiaExempt || input.filing === "amendment") return [];
	const why =
		input.filing === "extension"
			? message("first extension by this employer; none from the second on")
			: message("training fee");
	const never = message("employer, never the worker");
	if (input.small)
		return item(
			"congress/acwia-fee-small",
			message("ACWIA training fee"),
			input.filing === "extension"
				? message(
						"first extension by this employer; none from the second on, 25 or fewer employees",
					)
				: message("training fee, 25 or fewer employees"),
			never,
		);
	return item("congress/acwia-fee", message("ACWIA training fee"), why, never);
}

// INA 214(c)(12)(A): initial status, or a change of employer.
function fraud(input: FeeCase, item: Item): FeeItem[] {
	if (input.filing === "extension" || input.filing === "amendment") return [];
	return item(
		"congress/fraud-fee",
		message("Fraud prevention fee"),
		message("first petition or change of employer"),
		EMPLOYER,
	);
}

// Pub. L. 114-113, 8 CFR 106.2(c)(8): extensions of stay too, since 2026-09-09.
function nineEleven(facts: Facts, input: FeeCase, date: PlainDate, item: Item): FeeItem[] {
	if (!input.fiftyFifty || input.filing === "amendment") return [];
	const fact = facts.on("congress/nine-eleven-fee", date);
	if (
		input.filing === "extension" &&
		fact.known &&
		fact.entry.from !== null &&
		fact.entry.from < NINE_ELEVEN_ON_EXTENSIONS
	)
		return [];
	if (fact.known && fact.status === "expired") return [];
	return item(
		"congress/nine-eleven-fee",
		message("9-11 response fee"),
		message("50 or more employees, more than half in H-1B or L-1"),
		EMPLOYER,
	);
}

/** First day the 9-11 fee is due on extensions of stay (FR Doc. 2026-16231). */
const NINE_ELEVEN_ON_EXTENSIONS = "2026-09-09";

export const total = (items: readonly FeeItem[]): number =>
	items.reduce((sum, item) => sum + item.amount, 0);
