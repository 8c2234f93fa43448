import { say } from "./say.ts";

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** `65,000` */
export function count(value: number): string {
	return whole.format(value);
}

/** `$2,965`; cents only where there are any. */
export function dollars(value: number): string {
	const cents = Number.isInteger(value) ? 0 : 2;
	return `$${value.toLocaleString("en-US", { minimumFractionDigits: cents, maximumFractionDigits: cents })}`;
}

/** A fraction as a percentage: whole from 10 percent on, one decimal below; never 0% or 100% by rounding. */
export function percent(fraction: number): string {
	if (fraction <= 0) return "0%";
	if (fraction >= 1) return "100%";
	const value = fraction * 100;
	if (value < 0.1) return say("under 0.1%");
	if (value > 99) return value > 99.9 ? say("over 99.9%") : `${value.toFixed(1)}%`;
	return value < 10 ? `${value.toFixed(1)}%` : `${Math.round(value)}%`;
}

/** A published percentage with the digits it was published with. */
export function percentAsPublished(fraction: number): string {
	return `${(fraction * 100).toFixed(2)}%`;
}

/** `FY 2027` */
export function fiscalYearName(fiscalYear: number): string {
	return `FY ${fiscalYear}`;
}
