import { count, percent } from "../../core/format.ts";
import type { Driver, Lever } from "../../core/odds/person.ts";
import type { InputName } from "../../core/odds/scenario.ts";
import { LEVELS, type Level } from "../options.ts";

/** `+15 points` */
export function points(difference: number): string {
	const value = Math.round(difference * 100);
	return `${value >= 0 ? "+" : ""}${value} ${Math.abs(value) === 1 ? "point" : "points"}`;
}

/** `level III: 73% (+15 points)` */
export function leverWords(lever: Lever, own: Level): string {
	const above = LEVELS[LEVELS.indexOf(own) + 1] ?? own;
	const names = {
		"next-level": `level ${above}`,
		"us-masters": "a US master's",
		"another-season": "one more season",
	};
	return `${names[lever.lever]}: ${percent(lever.chance)} (${points(lever.gain)})`;
}

const INPUT_WORDS: Record<InputName, (value: number) => string> = {
	people: (value) => `${count(value)} people`,
	selected: (value) => `${count(value)} selected`,
	mastersOfPool: (value) => `${percent(value)} with a US master's`,
	levelShift: (value) =>
		value === 0 ? "no offers raised" : `${percent(value)} raised from level I to II`,
	levelThreeSplit: (value) => `${percent(value)} of levels III and IV at III`,
};

/** `170,000 people: 66%, 280,000 people: 45%` */
export function driverWords(driver: Driver): string {
	const words = INPUT_WORDS[driver.input];
	return `${words(driver.low)}: ${percent(driver.chanceAtLow)}, ${words(driver.high)}: ${percent(driver.chanceAtHigh)}`;
}

/** `48% to 64%`, or one figure when both read the same. */
export function bandWords(low: number, high: number): string {
	const [a, b] = [percent(low), percent(high)];
	return a === b ? a : `${a} to ${b}`;
}
