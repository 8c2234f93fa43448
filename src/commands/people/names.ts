import type { Fact } from "../../core/facts/fact.ts";
import type { Facts } from "../../core/facts/lookup.ts";
import { fold } from "../options.ts";

const ON_H1B = / on H-1B$/;

/** Facts that tell what somebody said, the headline first, then by name. */
export function peopleFacts(facts: Facts): Fact[] {
	const [head, ...rest] = facts.inTopic("people").filter((fact) => fact.kind === "position");
	return head ? [head, ...rest.sort((a, b) => lastName(a).localeCompare(lastName(b)))] : [];
}

/** `Elon Musk`, from the fact's title. */
export const nameOf = (fact: Fact): string => fact.title.replace(ON_H1B, "");

const lastName = (fact: Fact): string => nameOf(fact).split(" ").at(-1) ?? "";

/** Everything that names a person: the full name, the last name, the file's name and its short forms. */
function aliasesOf(fact: Fact): string[] {
	const own = fact.id.split("/")[1]?.replaceAll("-", " ") ?? "";
	return [...new Set([nameOf(fact), lastName(fact), own, ...fact.names].map(key))];
}

const key = (name: string): string =>
	fold(name)
		.replace(/'s\b/g, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();

// Words that people put around a name.
const AROUND =
	/\b(mr|mrs|ms|dr|senator|sen|president|vice president|rep|representative|governor|gov|secretary|the)\b/g;

/** The people that a typed name fits: exactly, else every word of it, else with a slip of a letter or two. */
export function findPeople(facts: Facts, typed: string): Fact[] {
	const all = peopleFacts(facts);
	const wanted = key(typed);
	const bare = wanted.replace(AROUND, " ").replace(/\s+/g, " ").trim();
	const fitting = (fits: (alias: string) => boolean) =>
		all.filter((fact) => aliasesOf(fact).some(fits));
	const ways = [
		() => fitting((alias) => alias === wanted || alias === bare),
		() => fitting((alias) => bare.length >= 3 && ` ${alias}`.includes(` ${bare}`)),
		() => all.filter((fact) => fact.words.some((word) => key(word) === wanted)),
		() => fitting((alias) => slips(alias, bare) <= slipsAllowed(alias, bare)),
	];
	return ways.map((way) => way()).find((found) => found.length > 0) ?? [];
}

// A short name with a letter changed is another name.
function slipsAllowed(alias: string, typed: string): number {
	const length = Math.min(alias.length, typed.length);
	if (length < 4) return -1;
	return length < 7 ? 1 : 2;
}

/** How many letters were added, left out, changed or swapped with their neighbour. */
function slips(a: string, b: string): number {
	const cost: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i]);
	const at = (i: number, j: number): number => cost[i]?.[j] ?? Number.POSITIVE_INFINITY;
	for (let i = 0; i <= a.length; i++) {
		for (let j = i === 0 ? 0 : 1; j <= b.length; j++) {
			if (i === 0) {
				(cost[0] as number[])[j] = j;
				continue;
			}
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				least = Math.min(least, at(i - 2, j - 2) + 1);
			(cost[i] as number[])[j] = least;
		}
	}
	return at(a.length, b.length);
}

/** The people whose names stand in a text as whole words, with the words that name them. */
export function namedIn(facts: Facts, text: string): { fact: Fact; alias: string }[] {
	const padded = ` ${key(text)} `;
	return peopleFacts(facts).flatMap((fact) => {
		const alias = aliasesOf(fact)
			.filter((name) => padded.includes(` ${name} `))
			.sort((a, b) => b.length - a.length)[0];
		return alias ? [{ fact, alias }] : [];
	});
}

/** A text folded as names are, so that an alias can be found in it. */
export const nameKey = key;
