import { dollars } from "../format.ts";
import { say } from "../say.ts";
import { HOURS_A_YEAR, type WagePeriod } from "./wages.ts";

/** Whole dollars a year, as the official search shows them: `$95,888`. */
export const aYear = (cents: number): string => dollars(Math.round(cents / 100));

/** Dollars and cents an hour of a yearly figure: `$46.10`. */
export const anHour = (annualCents: number): string =>
	`$${(annualCents / 100 / HOURS_A_YEAR).toFixed(2)}`;

/** What is missing to a wage in a year, rounded up to whole dollars: `$22,149`. */
export const missingAYear = (annualCents: number): string => dollars(Math.ceil(annualCents / 100));

/** What is missing to a wage, rounded up: `$22,149 a year, $10.65 an hour`. */
export function missingPay(annualCents: number): string {
	const hourly = Math.ceil(Number((annualCents / HOURS_A_YEAR).toFixed(6)));
	return say("{year} a year, {hour} an hour", {
		year: missingAYear(annualCents),
		hour: `$${(hourly / 100).toFixed(2)}`,
	});
}

/** `$46.10 an hour`, `$145,000 a year`: pay as it was offered. */
export function payWords(cents: number, per: WagePeriod): string {
	const amount = cents % 100 === 0 ? dollars(cents / 100) : `$${withCents(cents)}`;
	return per === "hour" ? say("{amount} an hour", { amount }) : say("{amount} a year", { amount });
}

const withCents = (cents: number): string =>
	(cents / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
