import { type Band, bandOf, trySeasons } from "./band.ts";
import { exactChances } from "./exact.ts";
import { type Chances, mapLevels, PLAIN } from "./pool.ts";
import { rankedChances } from "./ranked.ts";
import { drawOf, type InputName } from "./scenario.ts";
import type { Season, TwoDrawSeason } from "./season.ts";

/** Changes when the same seed and facts give other numbers than before. */
export const MODEL_VERSION = "1.0";

export interface Person {
	/** 0 to 3 for wage level I to IV. */
	level: number;
	hasAdvancedDegree: boolean;
}

/** What a person could change, with the chance it leads to and the difference. */
export interface Lever {
	lever: "next-level" | "us-masters" | "another-season";
	chance: number;
	gain: number;
}

/** What one input alone, at its low and at its high value, makes of the chance. */
export interface Driver {
	input: InputName;
	low: number;
	high: number;
	chanceAtLow: number;
	chanceAtHigh: number;
}

/** All figures of a card. Chances are fractions; of at least one selection unless said otherwise. */
export interface PersonOdds extends Band {
	chance: number;
	/** In the first season alone. */
	chancePerSeason: number;
	/** The first season under other rules. */
	plainLottery: number;
	wageRanked: number;
	/** The first season at each wage level, with the person's degree. */
	byLevel: (Band & { chance: number })[];
	/** Biggest first. */
	levers: Lever[];
	/** Biggest first. */
	drivers: Driver[];
}

export const chanceOf = (chances: Chances, who: Person): number =>
	chances[who.hasAdvancedDegree ? "advanced" : "regular"][who.level] ?? 0;

/** The chance of at least one success in independent tries. */
export const atLeastOnce = (chances: readonly number[]): number =>
	1 - chances.reduce((none, chance) => none * (1 - chance), 1);

/**
 * One person's odds over some seasons, taken as independent draws. What is unknown of the pool is taken
 * as the same in all of them, which keeps the band as wide as our ignorance.
 * `next` is the season after the last, for the lever of one more.
 */
export function personOdds(
	seasons: readonly [TwoDrawSeason, ...Season[]],
	next: Season,
	who: Person,
	seed: number,
): PersonOdds {
	const [first] = seasons;
	const central = seasons.map(centralChances);
	const over = (list: readonly Chances[], as: Person) =>
		atLeastOnce(list.map((chances) => chanceOf(chances, as)));
	const chance = over(central, who);
	const tries = triesOf(seasons, seed);
	const band = bandOf(tries.map((season) => over(season, who)));
	const inFirst = tries.map((season) => season[0] as Chances);
	return {
		chance,
		...band,
		chancePerSeason: chanceOf(central[0] as Chances, who),
		plainLottery: chanceOf(exactChances(first.pool, first.targets, PLAIN), who),
		wageRanked: chanceOf(rankedChances(first.pool, first.targets), who),
		byLevel: [0, 1, 2, 3].map((level) => {
			const as = { ...who, level };
			return {
				chance: chanceOf(central[0] as Chances, as),
				...bandOf(inFirst.map((chances) => chanceOf(chances, as))),
			};
		}),
		levers: leversOf(central, centralChances(next), who, chance, over),
		drivers: driversOf(seasons, who),
	};
}

/** The chances of a season as assumed; one for everyone where only the overall rate is known. */
export function centralChances(season: Season): Chances {
	if (season.kind === "two-draw") return exactChances(season.pool, season.targets, season.weights);
	const same = mapLevels(PLAIN, () => season.rate);
	return { regular: same, advanced: same };
}

/** Try by try, the chances of each season. Seasons that share a scenario share its tries. */
function triesOf(seasons: readonly Season[], seed: number): Chances[][] {
	const known = new Map<unknown, Chances[]>();
	const perSeason = seasons.map((season) => {
		if (season.kind === "overall") return [centralChances(season)];
		const key = season.scenario ?? season;
		const found = known.get(key) ?? trySeasons(season, seed);
		known.set(key, found);
		return found;
	});
	const most = Math.max(...perSeason.map((list) => list.length));
	return Array.from({ length: most }, (_, i) =>
		perSeason.map((list) => list[list.length === 1 ? 0 : i] as Chances),
	);
}

function leversOf(
	central: readonly Chances[],
	next: Chances,
	who: Person,
	chance: number,
	over: (list: readonly Chances[], as: Person) => number,
): Lever[] {
	const found: [Lever["lever"], number][] = [["another-season", over([...central, next], who)]];
	if (who.level < 3) found.push(["next-level", over(central, { ...who, level: who.level + 1 })]);
	if (!who.hasAdvancedDegree)
		found.push(["us-masters", over(central, { ...who, hasAdvancedDegree: true })]);
	return found
		.map(([lever, to]) => ({ lever, chance: to, gain: to - chance }))
		.filter(({ gain }) => gain > 0)
		.sort((a, b) => b.gain - a.gain);
}

function driversOf(seasons: readonly [TwoDrawSeason, ...Season[]], who: Person): Driver[] {
	const chanceWith = (input: InputName, end: "low" | "high"): number =>
		atLeastOnce(
			seasons.map((season) => {
				const range =
					season.kind === "two-draw" && season.ranges.find((one) => one.input === input);
				if (!range || !season.scenario) return chanceOf(centralChances(season), who);
				const inputs = { ...season.scenario.central, [input]: range[end] };
				const { pool, targets } = drawOf(season.scenario, inputs);
				return chanceOf(exactChances(pool, targets, season.weights), who);
			}),
		);
	return seasons[0].ranges
		.map(({ input, low, high }) => ({
			input,
			low,
			high,
			chanceAtLow: chanceWith(input, "low"),
			chanceAtHigh: chanceWith(input, "high"),
		}))
		.sort((a, b) => spanOf(b) - spanOf(a));
}

const spanOf = (driver: Driver): number => Math.abs(driver.chanceAtHigh - driver.chanceAtLow);
