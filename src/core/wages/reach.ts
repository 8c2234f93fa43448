import { type FourWages, HOURS_A_YEAR, type WagePeriod, type WageRow } from "./wages.ts";

/** The pay of an offer: whole cents for `per`. Of a range, the lowest. */
export interface Pay {
	per: WagePeriod;
	cents: number;
}

/** Where an offer stands against the four wages of one row. */
export interface Reach {
	/** 0 to 3: level I to IV. An offer under level I is entered as level I. 8 CFR 214.2(h)(8)(iii)(A)(4)(i) */
	level: number;
	belowLevelOne: boolean;
	/** Levels so near that rounding by 2,080 hours decides: 0 to 3. */
	onTheLine: number | null;
	/** Yearly cents of the four wages, exact. */
	annual: FourWages;
	/** Yearly cents of the offer, exact. */
	offered: number;
	/** Yearly cents from the offer to the next level's wage; null at level IV. Below level I: to level I. */
	toNext: number | null;
}

/** Cents a year. Exact: a cent an hour is $20.80 a year. */
export function annualCents(cents: number, per: WagePeriod): number {
	return per === "hour" ? cents * HOURS_A_YEAR : cents;
}

/** The four wages in cents a year; null where none are published. */
export function annualWages(row: WageRow): FourWages | null {
	return row.levels === null
		? null
		: (row.levels.map((cents) => annualCents(cents, row.per)) as unknown as FourWages);
}

/** The highest level that the pay equals or exceeds; null where the row has no levels. 8 CFR 214.2(h)(8)(iii)(A)(4)(i) */
export function reach(pay: Pay, row: WageRow): Reach | null {
	const annual = annualWages(row);
	if (annual === null) return null;
	const offered = annualCents(pay.cents, pay.per);
	// Counted from the top: where levels share one figure, it reaches the highest of them.
	const reached = annual.findLastIndex((wage) => offered >= wage);
	const next = annual[reached + 1];
	return {
		level: Math.max(reached, 0),
		belowLevelOne: reached < 0,
		onTheLine: pay.per === row.per ? null : nearLevel(offered, annual),
		annual,
		offered,
		toNext: next === undefined ? null : next - offered,
	};
}

const CENTS_A_DOLLAR = 100;
// Pay by the hour is rounded to the cent: half a cent an hour is $10.40 a year.
const HALF_A_CENT_A_YEAR = HOURS_A_YEAR / 2;
// Yearly figures are shown in whole dollars, rounded by one office and cut by another.
const SHOWN_WITHIN = 2 * CENTS_A_DOLLAR;

/**
 * The level whose wage the offer misses or makes by rounding alone: the yearly figure to whole
 * dollars, or the offer by the hour to cents. An exact match is on the wage, not on the line.
 */
function nearLevel(offered: number, annual: FourWages): number | null {
	const found = annual.findIndex((wage) => {
		const over = offered - wage;
		return (over < 0 && over >= -HALF_A_CENT_A_YEAR) || (over > 0 && over <= SHOWN_WITHIN);
	});
	return found < 0 ? null : found;
}
