import { editDistance } from "../edit-distance.ts";
import type { Found } from "./places.ts";
import type { Occupation, WageNames } from "./wages.ts";
import { mistakesAllowed, nameKey, nearestIn, singular } from "./words.ts";

export interface OccupationIndex {
	find(typed: string): Found<Occupation>;
	/** The occupations that a text names exactly; none for anything else. */
	exact(key: string): Occupation[];
	/** The occupations whose names are the typed one but for typing mistakes. */
	near(typed: string): Occupation[];
	byCode(code: string): Occupation | undefined;
	suggest(typed: string, limit: number): Occupation[];
}

const MOST_OFFERED = 10;
// The longest official title has 14 words.
const MOST_WORDS = 16;
// They say how far a person has come, not what the work is.
const RANKS =
	/\b(?:senior|sr|junior|jr|staff|lead|principal|distinguished|entry level|mid level|intern|contract|experienced|founding|remote|full time|i{1,3}|iv|v|[1-6])\b/g;
const SHORT_FORMS: Record<string, string> = {
	dev: "developer",
	devs: "developer",
	eng: "engineer",
	engr: "engineer",
	engg: "engineer",
	mgr: "manager",
	sw: "software",
	sftwr: "software",
	admin: "administrator",
	programming: "programmer",
	frontend: "front end",
	fullstack: "full stack",
	backend: "back end",
};

/** A job's name as it is compared: words in the singular, short forms written out. */
export function jobKey(text: string): string {
	return nameKey(text)
		.split(" ")
		.map((word) => SHORT_FORMS[word] ?? singular(word))
		.join(" ");
}

export function createOccupationIndex(names: WageNames): OccupationIndex {
	const byCode = new Map(names.occupations.map((occupation) => [occupation.code, occupation]));
	const keys = new Map<string, Occupation[]>();
	const add = (key: string, occupation: Occupation) => {
		const list = keys.get(key) ?? [];
		if (!list.includes(occupation)) list.push(occupation);
		keys.set(key, list);
	};
	for (const occupation of names.occupations) {
		for (const title of occupation.alsoCalled) add(jobKey(title), occupation);
	}
	// An official title beats what O*NET calls another job; what people call it beats both.
	const titles = new Map(names.occupations.map((o) => [jobKey(o.title), [o]]));
	for (const [key, found] of titles) keys.set(key, found);
	const aliases = new Map<string, Occupation[]>();
	for (const [alias, codes] of Object.entries(names.aliases.occupations)) {
		const found = codes.flatMap((code) => byCode.get(code) ?? []);
		if (found.length > 0) aliases.set(jobKey(alias), found);
	}
	for (const [key, found] of aliases) keys.set(key, found);

	const exact = (key: string): Occupation[] => {
		const job = jobKey(key);
		const plain = job.replace(RANKS, " ").replace(/\s+/g, " ").trim();
		return keys.get(job) ?? keys.get(plain) ?? [];
	};

	/** Names that hold every word typed, or the beginning of it. */
	const holding = (key: string): Occupation[] => {
		const words = key.split(" ").filter((word) => word.length > 1);
		if (words.length === 0 || key.length < 3) return [];
		const fits = ([name]: [string, Occupation[]]) =>
			words.every((word) => ` ${name}`.includes(` ${word}`));
		for (const source of [aliases, titles, keys]) {
			const found = [...source].filter(fits).flatMap(([, list]) => list);
			if (found.length > 0) return found;
		}
		return [];
	};

	const nearest = (key: string): Occupation[] => nearestIn(key, keys);

	/** A known name inside a longer one: `python backend engineer`. */
	const inside = (key: string): Occupation[] => {
		const words = key.split(" ");
		for (let length = words.length - 1; length >= 2; length--) {
			for (let at = words.length - length; at >= 0; at--) {
				const found = keys.get(words.slice(at, at + length).join(" "));
				if (found) return found;
			}
		}
		return [];
	};

	/** Names that share the most words: offered, never taken for the answer. */
	const sharing = (key: string): Occupation[] => {
		const words = key.split(" ").filter((word) => word.length > 2);
		const scored = [...keys].map(([name, list]) => {
			const own = name.split(" ");
			const shared = words.filter((word) =>
				own.some(
					(w) =>
						w === word ||
						editDistance(word, w, mistakesAllowed(word.length)) <= mistakesAllowed(word.length),
				),
			).length;
			return { list, score: shared * 10 - own.length };
		});
		return scored
			.filter(({ score }) => score > 0)
			.sort((a, b) => b.score - a.score)
			.flatMap(({ list }) => list);
	};

	return {
		find(typed) {
			const code = /^(\d{2})-?(\d{4})(?:\.\d{2})?$/.exec(typed.normalize("NFKC").trim());
			if (code) {
				const known = byCode.get(`${code[1]}-${code[2]}`);
				return known ? { kind: "one", item: known } : { kind: "none" };
			}
			const key = jobKey(typed).replace(RANKS, " ").replace(/\s+/g, " ").trim() || jobKey(typed);
			if (key === "" || key.split(" ").length > MOST_WORDS) return { kind: "none" };
			for (const list of [exact(typed), inside(key), nearest(key), holding(key)]) {
				const found = oneOrSeveral(list);
				if (found) return found;
			}
			const offered = distinct(sharing(key)).slice(0, MOST_OFFERED);
			return offered.length > 0 ? { kind: "several", items: offered } : { kind: "none" };
		},
		exact,
		near: (typed) => distinct(nearest(jobKey(typed))),
		byCode: (code) => byCode.get(code),
		suggest(typed, limit) {
			const code = byCode.get(typed.trim());
			const key = jobKey(typed);
			if (key === "") return [];
			const starts = [...keys].filter(([name]) => name.startsWith(key)).flatMap(([, l]) => l);
			return distinct([
				...(code ? [code] : []),
				...names.occupations.filter((o) => o.code.startsWith(typed.trim())),
				...exact(typed),
				...starts,
				...holding(key),
				...(key.length > 4 ? nearest(key) : []),
			]).slice(0, limit);
		},
	};
}

const distinct = (list: readonly Occupation[]): Occupation[] => [...new Set(list)];

function oneOrSeveral(list: readonly Occupation[]): Found<Occupation> | undefined {
	const found = distinct(list);
	if (found.length === 0) return undefined;
	if (found.length === 1 && found[0]) return { kind: "one", item: found[0] };
	return { kind: "several", items: found.slice(0, MOST_OFFERED) };
}
