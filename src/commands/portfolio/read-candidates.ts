import { type Degree, degree, fold, type Level, level, optionMeta } from "../options.ts";

/** Candidates that are alike. */
export interface Group {
	count: number;
	level: Level;
	degree: Degree;
}

export type Candidates =
	| { kind: "groups"; groups: Group[]; count: number }
	/** How many, but not at which levels. */
	| { kind: "only-count"; count: number }
	| { kind: "wrong"; item: string; at: number }
	| { kind: "too-many"; count: number };

export const MAX_CANDIDATES = 2000;

const readLevel = optionMeta(level).read as (words: string) => Level | undefined;
const readDegree = optionMeta(degree).read as (words: string) => Degree | undefined;

/** `II,II,III us-masters,IV` or `2xII, 1xIII`: each item a level, its own degree, and how often. */
export function readCandidates(text: string): Candidates {
	const items = fold(text.replace(/\n/g, ","))
		.split(/\s*(?:[,;]|\band\b)\s*/)
		.filter((item) => item !== "");
	const alone =
		/^(\d{1,9})(?: (?:people|persons|candidates|registrations|workers|employees))?$/.exec(
			items[0] ?? "",
		);
	const groups: Group[] = [];
	for (const [i, item] of items.entries()) {
		const group = readItem(item);
		if (!group && items.length === 1 && alone) return onlyCount(Number(alone[1]));
		if (!group) return { kind: "wrong", item, at: i + 1 };
		groups.push(group);
	}
	const count = groups.reduce((all, group) => all + group.count, 0);
	if (count === 0) return { kind: "wrong", item: text, at: 1 };
	return count > MAX_CANDIDATES ? { kind: "too-many", count } : { kind: "groups", groups, count };
}

const onlyCount = (count: number): Candidates => {
	if (count === 0) return { kind: "wrong", item: "0", at: 1 };
	return count > MAX_CANDIDATES ? { kind: "too-many", count } : { kind: "only-count", count };
};

/** `2xII us-masters`: one item, or undefined. */
function readItem(item: string): Group | undefined {
	const times =
		/^(\d{1,9}) ?[x×*] ?(.+)$/.exec(item) ??
		/^(\d{1,9}) (?:at |of )?((?:level |l)\S.*)$/.exec(item);
	const count = times ? Number(times[1]) : 1;
	const words = (times?.[2] ?? item).split(" ");
	if (count < 1) return undefined;
	for (let n = words.length; n > 0; n--) {
		const head = words.slice(0, n).join(" ");
		const tail = words
			.slice(n)
			.join(" ")
			.replace(/^with(out)? (a )?/, (_all, out) => (out ? "no " : ""));
		const group =
			groupOf(count, readLevel(head), tail === "" ? "none" : readDegree(tail)) ??
			groupOf(count, readLevel(tail), readDegree(head));
		if (group) return group;
	}
	return undefined;
}

const groupOf = (count: number, of?: Level, has?: Degree): Group | undefined =>
	of && has ? { count, level: of, degree: has } : undefined;
