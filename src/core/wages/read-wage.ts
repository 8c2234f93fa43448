import { message } from "../say.ts";
import { findOddNumber } from "./odd-number.ts";
import type { Pay } from "./reach.ts";

/** A wage as typed: the pay that counts, and what else the words say. */
export interface TypedWage extends Pay {
	/** The highest of a range, in cents for `per`; null without a range. */
	upTo: number | null;
	partTime: boolean;
	/** What it was typed for, when neither hour nor year: `month`, `two weeks`, `week`. */
	converted: string | null;
}

export type WageProblem =
	| "not-a-wage"
	| "negative"
	| "zero"
	| "absurd"
	| "foreign"
	| "no-unit"
	| "odd-number"
	| "lakh"
	| "range-upside-down";

/** The part of a text that is a wage, from `at` on for `length` characters of the folded text. */
export interface FoundWage {
	wage: TypedWage | WageProblem;
	at: number;
	length: number;
}

const ABSURD_A_YEAR = 1_000_000_000;
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+`;
const MONEY = String.raw`(?:us ?\$|usd ?\$?|\$)? ?(?<!\d)(?:${NUMBER})(?: ?(?:k|grand|thousand|million|mm?)\b)?`;
const UNIT = String.raw`(?: ?(?:/|per|an?|each|by the) ?(?:hour|hr|h|year|yr|y|annum|month|mo|week|wk|2 weeks|two weeks)\b\.?| ?(?:hourly|yearly|annually|annual|monthly|weekly|biweekly|bi-weekly|p\.?a\.?\b|pa\b|ph\b))`;
const RANGE = new RegExp(
	String.raw`(?<low>${MONEY})(?<unit1>${UNIT})? ?(?:-|to|and|up to) ?(?<high>${MONEY})(?<unit2>${UNIT})?(?: ?(?:usd|us dollars|dollars|bucks)\b)?(?<unit3>${UNIT})?`,
	"i",
);
const SINGLE = new RegExp(
	String.raw`(?<minus>(?<![\w)])-\s*|minus )?(?<low>${MONEY})(?<unit1>${UNIT})?(?: ?(?:usd|us dollars|dollars|bucks)\b)?(?<unit2>${UNIT})?`,
	"i",
);
/** Money of another country. */
export const FOREIGN =
	/[€£₹¥₩₽元]|(?<![a-z])(?:eur|euros?|gbp|pounds?|inr|rs|rupees?|lpa|lakhs?|(?<=\d ?)lacs?|crores?|cad|aud|nzd|sgd|hkd|chf|francs?|jpy|yen|cny|rmb|yuan|krw|mxn|pesos?|brl|reais)\b|\b(?:c|ca|a|au|nz|s|hk|mx|r)\$/i;
const LAKH = /\d ?(?:lakhs?|lacs?|crores?|lpa)\b/i;
const FOREIGN_SIGN = /[€£₹¥₩₽元]|\b(?:eur|euros?|inr|rs|rupees?)\b/i;
/** Words that say part time. */
export const PART_TIME =
	/\b(?:part[ -]?time|half[ -]?time|\d{1,2} ?(?:hours|hrs|h) ?(?:\/|a|per) ?(?:week|wk)|\d{1,2} (?:hours|hrs) weekly)\b/gi;
const PAY_WORD = /^(?:us ?\$|usd|\$)|\d ?(?:k|grand|thousand|million|mm?)\b/i;

/** Case, width, dashes and apostrophes folded, as everything here reads text. */
export function foldWage(text: string): string {
	return text
		.normalize("NFKC")
		.replace(/[‐‑‒–—―−]/g, "-")
		.replace(/\s+/g, " ")
		.trim()
		.toLowerCase();
}

/** Reads a text that should be a wage and nothing else. */
export function readWage(text: string): TypedWage | WageProblem {
	const folded = foldWage(text);
	if (LAKH.test(folded) && !FOREIGN_SIGN.test(folded)) return "lakh";
	if (FOREIGN.test(folded)) return "foreign";
	const found = findWage(folded, true);
	if (!found) return "not-a-wage";
	const rest = (folded.slice(0, found.at) + folded.slice(found.at + found.length))
		.replace(PART_TIME, "")
		.replace(/\b(?:about|around|approx|between|from|base|salary|pay|of|full[ -]?time)\b|[~+]/g, "")
		.trim();
	return rest === "" ? found.wage : "not-a-wage";
}

/**
 * Finds the wage in a longer folded text. Unless `anyNumber`, a bare number counts only when it looks
 * like pay: a unit, a dollar sign, a `k`, or five digits and more that are no `isCode`.
 */
export function findWage(
	folded: string,
	anyNumber = false,
	isCode: (digits: string) => boolean = () => false,
): FoundWage | undefined {
	const hidden = hide(folded);
	const partTime = folded.match(PART_TIME) !== null;
	const odd = findOddNumber(hidden, anyNumber);
	if (odd) return { wage: "odd-number", at: odd.at, length: odd.length };
	let bare: FoundWage | undefined;
	for (const pattern of [RANGE, SINGLE]) {
		for (const match of hidden.matchAll(new RegExp(pattern, "gi"))) {
			const parts = match.groups ?? {};
			const unit = parts.unit1 ?? parts.unit2 ?? parts.unit3 ?? "";
			const low = parts.low ?? "";
			const looks = unit !== "" ? "pay" : looksLikePay(low, parts.high);
			if ((looks === "nothing" && !anyNumber) || isCode(low.trim())) continue;
			const found = {
				wage: toWage(low, parts.high, unit, parts.minus !== undefined, partTime),
				at: match.index,
				length: match[0].length,
			};
			// `engineer 94016 145k`: what says that it is money beats a lone number.
			if (looks === "pay" || anyNumber) return found;
			bare ??= found;
		}
	}
	return bare;
}

/** What a number that is written otherwise than here may mean, in dollars a year; null: unclear. */
export const oddDollars = (text: string): number | null =>
	findOddNumber(hide(foldWage(text)), true)?.dollars ?? null;

/** Hours a week, wage years, occupation codes, levels and days are numbers, but no wage. Keeps positions. */
function hide(folded: string): string {
	const blank = (match: string) => "~".repeat(match.length);
	return (
		folded
			.replace(PART_TIME, blank)
			// `120'000`, `120_000`: only thousands are parted so.
			.replace(/(?<=\d)['’_·٬](?=\d{3}(?!\d))/g, ",")
			.replace(/\b20\d\d ?[-/] ?(?:20)?\d\d\b(?!,)/g, blank)
			.replace(/\b\d{4}-\d{2}-\d{2}\b/g, blank)
			.replace(/\b\d{2}-\d{4}(?:\.\d{2})?\b/g, blank)
			.replace(/\bfy ?\d{2,4}\b/g, blank)
			.replace(/\b(?:level|lvl|l) ?[1-4]\b/g, blank)
	);
}

function looksLikePay(low: string, high: string | undefined): "pay" | "number" | "nothing" {
	const parts = [low, high ?? ""].map((part) => part.trim());
	if (parts.some((part) => PAY_WORD.test(part) || /\d,\d{3}\b/.test(part))) return "pay";
	return parts.some((part) => /^\d{5,8}(?:\.\d+)?$/.test(part)) ? "number" : "nothing";
}

function toWage(
	low: string,
	high: string | undefined,
	unit: string,
	negative: boolean,
	partTime: boolean,
): TypedWage | WageProblem {
	const scale = SCALE.exec(high ?? "")?.[0] ?? "";
	let from = dollarsIn(low);
	const to = high === undefined ? null : dollarsIn(high);
	// `140-160k`: the thousand belongs to both.
	if (to !== null && scale !== "" && !SCALE.test(low) && from < 1000) from *= 1000;
	if (negative) return "negative";
	if (from === 0) return "zero";
	const per = periodOf(unit, from);
	if (per === null) return "no-unit";
	const factor = per.times;
	const cents = toCents(from * factor);
	const upTo = to === null ? null : toCents(to * factor);
	if (upTo !== null && upTo < cents) return "range-upside-down";
	if ((per.per === "hour" ? 2080 : 1) * (upTo ?? cents) > ABSURD_A_YEAR) return "absurd";
	return { per: per.per, cents, upTo, partTime, converted: per.converted };
}

const SCALE = /\d ?(k|grand|thousand|million|mm?)\b/i;

function dollarsIn(text: string): number {
	const digits = /[\d,]*\.?\d+|[\d,]+/.exec(text)?.[0] ?? "0";
	const scale = SCALE.exec(text)?.[1]?.toLowerCase() ?? "";
	const times = scale === "" ? 1 : scale.startsWith("m") ? 1_000_000 : 1000;
	return Number(digits.replaceAll(",", "")) * times;
}

/** A fraction of a cent is dropped: it can't lift an offer to a wage that is written in cents. */
const toCents = (dollars: number): number => Math.floor(Number((dollars * 100).toFixed(4)));

function periodOf(
	unit: string,
	amount: number,
): { per: Pay["per"]; times: number; converted: string | null } | null {
	if (/h(?:ou)?r|\/ ?h|\bph\b|per h\b|an? h\b/.test(unit))
		return { per: "hour", times: 1, converted: null };
	if (/2 weeks|two weeks|bi-?weekly/.test(unit)) return timesAYear(message("two weeks"));
	if (/w(?:ee)?k/.test(unit)) return timesAYear(message("week"));
	if (/mo/.test(unit)) return timesAYear(message("month"));
	if (unit !== "") return { per: "year", times: 1, converted: null };
	// 145 may be thousands a year or dollars an hour.
	return amount < 1000 ? null : { per: "year", times: 1, converted: null };
}

const PERIODS: Record<string, number> = { month: 12, "two weeks": 26, week: 52 };

function timesAYear(converted: string) {
	return { per: "year" as const, times: PERIODS[converted] ?? 1, converted };
}

/** The wage as the shortest text that reads back to the same: `145000`, `70.5/hour`, `140000-160000 part-time`. */
export function wageText(wage: TypedWage): string {
	const times = PERIODS[wage.converted ?? ""] ?? 1;
	const amount = (cents: number) => String(cents / 100 / times);
	const range = wage.upTo === null ? "" : `-${amount(wage.upTo)}`;
	const unit =
		wage.per === "hour"
			? "/hour"
			: wage.converted
				? `/${wage.converted}`
				: wage.cents < 100_000
					? "/year"
					: "";
	return `${amount(wage.cents)}${range}${unit}${wage.partTime ? " part-time" : ""}`;
}

/** Whether a text tells pay: what holds it must not come back from a button. */
export function tellsPay(text: string): boolean {
	const folded = foldWage(text);
	return findWage(folded) !== undefined || (FOREIGN.test(folded) && /\d/.test(folded));
}
