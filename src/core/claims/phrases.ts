import type { PlainDate } from "../dates.ts";
import type { Fact, FactOutlook, FactValue } from "../facts/fact.ts";
import { type Facts, knownFrom, RECORDS_START } from "../facts/lookup.ts";
import { type Fold, foldWith, headWord, stem } from "../words.ts";
import { type Reading, readText } from "./read.ts";

/** One thing that a fact says, or says is false. */
export interface Phrase {
	fact: Fact;
	entry: FactValue | FactOutlook;
	/** `holds` and `denies` are listed for claims; `states` is a sentence of the statement or a note. */
	kind: "holds" | "denies" | "states";
	/** Several sentences together: what each says can't be told apart. */
	mixed: boolean;
	read: Reading;
	/** The words of the reading, each once. */
	words: ReadonlySet<string>;
}

/** When an entry applies, seen from a day: it is the state, it was, it may come, or it was not known. */
export type Era = "now" | "past" | "outlook" | "unknown";

export interface ClaimIndex {
	readonly fold: Fold;
	/** The phrases that share most with some words, by weight. */
	near(words: readonly string[]): Phrase[];
	/** How much a word tells: rare words more than common ones. */
	weight(word: string): number;
	/** Whether the word names something: it stands in a title, a topic or a fact's vocabulary. */
	isTerm(word: string): boolean;
	/** All words of a fact's title, vocabulary and statements. */
	wordsOf(fact: Fact): ReadonlySet<string>;
	/** Those of its title, topic and vocabulary. */
	namesOf(fact: Fact): ReadonlySet<string>;
	era(phrase: Phrase, date: PlainDate): Era;
	/** The words that turn a sentence round when they stand for this one. */
	opposites(word: string): readonly string[];
}

/** Everything that the facts say, taken apart once. */
export function indexClaims(facts: Facts): ClaimIndex {
	const fold = foldWith(facts.vocabulary.same);
	const phrases = facts.all.flatMap((fact) => phrasesOf(fact, fold));
	const topics = new Map(facts.topics.map((topic) => [topic.id, topic]));
	const terms = new Set<string>();
	const names = new Map<string, Set<string>>();
	const words = new Map<string, Set<string>>();
	for (const fact of facts.all) {
		const topic = topics.get(fact.topic);
		const context = [fact.title, ...fact.words, topic?.title ?? "", ...(topic?.also ?? [])];
		const named = readText(context.join(" . "), fold).words;
		for (const word of named) terms.add(word);
		words.set(fact.id, new Set(named));
		names.set(fact.id, new Set(named));
	}
	for (const phrase of phrases) {
		const all = words.get(phrase.fact.id);
		if (phrase.kind !== "denies") for (const word of phrase.read.words) all?.add(word);
	}
	const found = new Map<string, number>();
	for (const set of words.values())
		for (const word of set) found.set(word, (found.get(word) ?? 0) + 1);
	const total = facts.all.length;
	const opposite = new Map<string, string[]>();
	for (const [a, b] of facts.vocabulary.opposite.map((pair) => pair.map((w) => stem(headWord(w)))))
		if (a && b) {
			opposite.set(a, [...(opposite.get(a) ?? []), b]);
			opposite.set(b, [...(opposite.get(b) ?? []), a]);
		}
	const having = new Map<string, Phrase[]>();
	for (const phrase of phrases)
		for (const word of phrase.words) {
			const list = having.get(word);
			if (list) list.push(phrase);
			else having.set(word, [phrase]);
		}
	const weight = (word: string) => Math.log(1 + total / (1 + Math.max(found.get(word) ?? 0, 3)));
	return {
		fold,
		near: (asked) => nearest(asked, having, weight),
		weight,
		isTerm: (word) => terms.has(word),
		namesOf: (fact) => names.get(fact.id) ?? new Set(),
		wordsOf: (fact) => words.get(fact.id) ?? new Set(),
		era: (phrase, date) => eraOf(phrase, date),
		opposites: (word) => opposite.get(word) ?? [],
	};
}

// Comparing in full costs the most, so it is done for the most promising only.
const COMPARED = 240;

function nearest(
	asked: readonly string[],
	having: ReadonlyMap<string, readonly Phrase[]>,
	weight: (word: string) => number,
): Phrase[] {
	const shared = new Map<Phrase, number>();
	for (const word of new Set(asked)) {
		const gain = weight(word);
		for (const phrase of having.get(word) ?? [])
			shared.set(phrase, (shared.get(phrase) ?? 0) + gain);
	}
	return [...shared]
		.map(([phrase, gain]) => ({ phrase, gain: gain / Math.sqrt(3 + phrase.words.size) }))
		.sort((a, b) => b.gain - a.gain)
		.slice(0, COMPARED)
		.map(({ phrase }) => phrase);
}

function phrasesOf(fact: Fact, fold: Fold): Phrase[] {
	return [...fact.values, ...fact.outlook].flatMap((entry) => {
		const make = (kind: Phrase["kind"], text: string): Phrase => {
			const read = readText(text, fold);
			return {
				fact,
				entry,
				kind,
				mixed: kind === "states" && sentences(text).length > 1,
				read,
				words: new Set(read.words),
			};
		};
		const last = entry === fact.values.at(-1) || fact.values.length === 0;
		return [
			...entry.holds.map((text) => make("holds", text)),
			...entry.denies.map((text) => make("denies", text)),
			...sentences(entry.statement).map((text) => make("states", text)),
			...(last && fact.misread ? sentences(fact.misread).map((text) => make("states", text)) : []),
			...(last && fact.note ? sentences(fact.note).map((text) => make("states", text)) : []),
		];
	});
}

/** The whole, its sentences and their clauses. */
function sentences(text: string): string[] {
	const parts = text
		.split(/(?<=[.;:])\s+|, (?:and|but|so|not) /)
		.filter((part) => part.split(" ").length > 3);
	return parts.length > 1 ? [text, ...parts] : [text];
}

function eraOf({ fact, entry }: Phrase, date: PlainDate): Era {
	if (knownFrom(entry) > date) return "unknown";
	if (fact.outlook.includes(entry as FactOutlook)) {
		return fact.values.length === 0 && entry !== fact.outlook.at(-1) ? "past" : "outlook";
	}
	const known = fact.values.filter(
		(value) => (value.from ?? RECORDS_START) <= date && knownFrom(value) <= date,
	);
	// Statements of people and published counts stay true; a rule's older states are over.
	if (fact.kind !== "rule") return "now";
	return entry === known.at(-1) ? "now" : "past";
}
