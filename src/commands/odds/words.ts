import { say } from "../../core/say.ts";
import { count, percent } from "../../core/format.ts";
import type { Driver, Lever } from "../../core/odds/person.ts";
import type { InputName } from "../../core/odds/scenario.ts";
import { LEVELS, type Level } from "../options.ts";

/** `+15 points` */
export function points(difference: number): string {
	const value = Math.round(difference * 100);
	const n = `${value >= 0 ? "+" : ""}${value}`;
	return Math.abs(value) === 1 ? say("{n} point", { n }) : say("{n} points", { n });
}

/** `level III: 73% (+15 points)` */
export function leverWords(lever: Lever, own: Level): string {
	const above = LEVELS[LEVELS.indexOf(own) + 1] ?? own;
	const names = {
		"next-level": say("level {level}", { level: above }),
		"us-masters": say("a US master's"),
		"another-season": say("one more season"),
	};
	return say("{change}: {chance} ({points})", {
		change: names[lever.lever],
		chance: percent(lever.chance),
		points: points(lever.gain),
	});
}

const INPUT_WORDS: Record<InputName, (value: number) => string> = {
	people: (value) => say("{count} people", { count: count(value) }),
	selected: (value) => say("{count} selected", { count: count(value) }),
	mastersOfPool: (value) => say("{share} with a US master's", { share: percent(value) }),
	levelShift: (value) =>
		value === 0
			? say("no employer raises offers")
			: say("{share} of offers raised from level I to II", { share: percent(value) }),
	levelThreeSplit: (value) => say("{share} of levels III and IV at III", { share: percent(value) }),
};

/** `170,000 people: 66%, 280,000 people: 45%` */
export function driverWords(driver: Driver): string {
	const words = INPUT_WORDS[driver.input];
	return `${words(driver.low)}: ${percent(driver.chanceAtLow)}, ${words(driver.high)}: ${percent(driver.chanceAtHigh)}`;
}

/** `48% to 64%`, or one figure when both read the same. */
export function bandWords(low: number, high: number): string {
	const [a, b] = [percent(low), percent(high)];
	return a === b ? a : say("{from} to {to}", { from: a, to: b });
}
