import {
	mapLevels,
	type PerLevel,
	type Pool,
	people,
	poolFromShares,
	sum,
	type Targets,
} from "./pool.ts";

/** More people than any pool of ours can hold: a typing mistake. */
export const MAX_PEOPLE = 1e9;
/** How far the shares of a mix may miss their whole. */
const ROUNDING = 0.005;

/** `209000`, `209,000`, `2.09e5`: a number of people, or undefined when it is not one. */
export function readPeople(text: string): number | undefined {
	const plain = /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(",", "") : text;
	if (!/^(\d{1,15}(\.\d{1,20})?|\.\d{1,20})(e[+-]?\d{1,3})?$/i.test(plain)) return undefined;
	// `209.000`: two hundred and nine people, or as much of the world writes 209,000. Ask.
	if (/^[1-9]\d{0,2}\.\d{3}$/.test(plain)) return undefined;
	const number = Number(plain);
	return number <= MAX_PEOPLE ? number : undefined;
}

/** `0.66` or `66%`: a share of 1, or undefined. */
export function readShare(text: string): number | undefined {
	const isPercent = text.endsWith("%");
	const number = readPeople(isPercent ? text.slice(0, -1).trimEnd() : text);
	if (number === undefined) return undefined;
	const share = isPercent ? number / 100 : number;
	return share <= 1 ? share : undefined;
}

/** `21000/25000/14000/10000`: people at level I, II, III and IV, or undefined. */
export function readPerLevel(text: string): PerLevel | undefined {
	const [one, two, three, four, ...more] = text.split("/").map((part) => readPeople(part.trim()));
	if (one === undefined || two === undefined || three === undefined || four === undefined)
		return undefined;
	return more.length === 0 ? [one, two, three, four] : undefined;
}

/** `30/36/20/14` or `0.3/0.36/0.2/0.14`: shares of the levels, made to sum to 1, or undefined. */
export function readMix(text: string): PerLevel | undefined {
	const isPercent = /%/.test(text);
	const parts = readPerLevel(text.replaceAll("%", ""));
	if (!parts) return undefined;
	const all = sum(parts);
	const isWhole = (whole: number) => Math.abs(all / whole - 1) <= ROUNDING;
	if (!isWhole(100) && (isPercent || !isWhole(1))) return undefined;
	return mapLevels(parts, (part) => part / all);
}

/** `92000+18000`: the targets of the first and the second draw, or undefined. */
export function readTargets(text: string): Targets | undefined {
	const [first, second, ...more] = text.split("+").map((part) => readPeople(part.trim()));
	if (first === undefined || second === undefined || more.length > 0) return undefined;
	return { first, second };
}

/** What somebody gives of a pool: as shares, or as people by level. */
export interface PoolParts {
	people?: number | undefined;
	masters?: number | undefined;
	mix?: PerLevel | undefined;
	regular?: PerLevel | undefined;
	advanced?: PerLevel | undefined;
	selected?: Targets | undefined;
}

export type CustomPool =
	| { isComplete: true; pool: Pool; targets: Targets; people: number }
	/** Names what is missing or too much. */
	| { isComplete: false; problem: "missing" | "both-ways" | "nobody"; parts: (keyof PoolParts)[] };

const AS_SHARES = ["people", "masters", "mix"] as const;
const BY_LEVEL = ["regular", "advanced"] as const;

/** Puts a pool together from its parts. */
export function customPool(given: PoolParts): CustomPool {
	const has = (part: keyof PoolParts) => given[part] !== undefined;
	if (AS_SHARES.some(has) && BY_LEVEL.some(has))
		return {
			isComplete: false,
			problem: "both-ways",
			parts: [...AS_SHARES, ...BY_LEVEL].filter(has),
		};
	const wanted = [...(BY_LEVEL.some(has) ? BY_LEVEL : AS_SHARES), "selected" as const];
	const missing = wanted.filter((part) => !has(part));
	const { regular, advanced, mix, masters = 0, selected } = given;
	const pool =
		regular && advanced
			? { regular, advanced }
			: mix && poolFromShares(given.people ?? 0, masters, mix);
	if (missing.length > 0 || !pool || !selected)
		return { isComplete: false, problem: "missing", parts: missing };
	const all = people(pool);
	if (!(all > 0)) return { isComplete: false, problem: "nobody", parts: wanted.slice(0, -1) };
	return { isComplete: true, pool, targets: selected, people: all };
}
