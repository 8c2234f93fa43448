import type { PlainDate } from "../dates.ts";
import type { Fact, FactOutlook, FactValue } from "../facts/fact.ts";
import { type Facts, knownFrom, RECORDS_START } from "../facts/lookup.ts";
import {
	createPacker,
	createWordTable,
	openLists,
	type PackedLists,
	type WordLists,
	type WordTable,
} from "../word-lists.ts";
import { type Fold, foldWith, headWord, stem } from "../words.ts";
import { EVERYDAY } from "./everyday-words.ts";
import { isNumberToken, type Reading, readingOf, readText } from "./read.ts";
import { subjectsOf } from "./subjects.ts";

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

type WordSet = Pick<ReadonlySet<string>, "has">;

export interface ClaimIndex {
	readonly fold: Fold;
	/** The phrases that share most with some words, by weight. */
	near(words: readonly string[]): Phrase[];
	/** How much a word tells: rare words more than common ones. */
	weight(word: string): number;
	/** Whether the word names something: it stands in a title, a topic or a fact's vocabulary. */
	isTerm(word: string): boolean;
	/** All words of a fact's title, vocabulary and statements. */
	wordsOf(fact: Fact): WordSet;
	/** Those of its title, topic and vocabulary. */
	namesOf(fact: Fact): WordSet;
	/** The ways to name what a fact is about, each as its words. */
	subjectsOf(fact: Fact): readonly (readonly string[])[];
	era(phrase: Phrase, date: PlainDate): Era;
	/** The words that turn a sentence round when they stand for this one. */
	opposites(word: string): readonly string[];
}

/** Everything that the facts say, taken apart: the same at every start, so the build writes it to a file. */
export interface PackedClaims {
	/** First the words of each fact's title, topic and vocabulary, then the sequence and names of each phrase. */
	lists: PackedLists;
	/** What phrases have beside words; the same for many. */
	rests: PackedRest[];
	/** By phrase: its fact, its entry among the fact's values and outlook, its place in `rests`. */
	phrases: number[];
}

interface PackedRest extends Pick<Phrase, "kind" | "mixed"> {
	read: Omit<Reading, "words" | "sequence" | "names">;
}

const claimFold = (facts: Facts): Fold => foldWith([...facts.vocabulary.same, ...EVERYDAY]);

export function packClaims(facts: Facts): PackedClaims {
	const fold = claimFold(facts);
	const topics = new Map(facts.topics.map((topic) => [topic.id, topic]));
	const { add, packed: lists } = createPacker();
	for (const fact of facts.all) {
		const topic = topics.get(fact.topic);
		const context = [fact.title, ...fact.words, topic?.title ?? "", ...(topic?.also ?? [])];
		add(readText(context.join(" . "), fold).words);
	}
	const rests = new Map<string, number>();
	const packed: PackedClaims = { lists, rests: [], phrases: [] };
	for (const [at, fact] of facts.all.entries())
		for (const { entry, kind, mixed, read } of phrasesOf(fact, fold)) {
			const { words: _, sequence, names, ...others } = read;
			add(sequence);
			add(names);
			const rest = { kind, mixed, read: others };
			const key = JSON.stringify(rest);
			if (!rests.has(key)) rests.set(key, packed.rests.push(rest) - 1);
			packed.phrases.push(at, entriesOf(fact).indexOf(entry), rests.get(key) ?? 0);
		}
	return packed;
}

export function indexClaims(facts: Facts, packed = packClaims(facts)): ClaimIndex {
	const total = facts.all.length;
	const lists = openLists(packed.lists);
	const isNumber = lists.words.map(isNumberToken);
	const terms = new Uint8Array(lists.words.length);
	const names = createWordTable(total, lists.words.length);
	const words = createWordTable(total, lists.words.length);
	for (let fact = 0; fact < total; fact++)
		for (const word of lists.list(fact)) {
			terms[word] = 1;
			names.add(fact, word);
			words.add(fact, word);
		}
	const phrases = openPhrases(packed, lists, facts);
	/** By word, the phrases that have it; by phrase, how many different words it has. */
	const having = lists.words.map((): number[] => []);
	const sizes = new Uint16Array(phrases.count);
	for (let at = 0; at < phrases.count; at++) {
		const isSaid = phrases.kindOf(at) !== "denies";
		for (const word of new Set(phrases.wordsOf(at))) {
			if (isNumber[word]) continue;
			having[word]?.push(at);
			sizes[at]! += 1;
			if (isSaid) words.add(phrases.factOf(at), word);
		}
	}
	const weights = Float64Array.from(lists.words, (_, word) => {
		let found = 0;
		for (let fact = 0; fact < total; fact++) if (words.has(fact, word)) found++;
		return weightOf(found, total);
	});
	const unheard = weightOf(0, total);
	const weight = (word: string) => weights[lists.idOf(word) ?? -1] ?? unheard;
	const places = new Map(facts.all.map(({ id }, at) => [id, at]));
	const wordsIn = (table: WordTable, { id }: Fact): WordSet => {
		const at = places.get(id);
		return { has: (word) => at !== undefined && table.has(at, lists.idOf(word)) };
	};

	/** The phrases that share most with some words, by weight. */
	function near(asked: readonly string[]): Phrase[] {
		const shared = new Float64Array(phrases.count);
		const found: number[] = [];
		for (const word of new Set(asked)) {
			const gain = weight(word);
			for (const at of having[lists.idOf(word) ?? -1] ?? []) {
				if (shared[at] === 0) found.push(at);
				shared[at]! += gain;
			}
		}
		return found
			.map((at) => ({ at, gain: (shared[at] as number) / Math.sqrt(3 + (sizes[at] as number)) }))
			.sort((a, b) => b.gain - a.gain)
			.slice(0, COMPARED)
			.map(({ at }) => phrases.read(at));
	}

	const fold = claimFold(facts);
	return {
		fold,
		near,
		subjectsOf: subjectsOf(facts, fold),
		weight,
		isTerm: (word) => terms[lists.idOf(word) ?? -1] === 1,
		namesOf: (fact) => wordsIn(names, fact),
		wordsOf: (fact) => wordsIn(words, fact),
		era: eraOf,
		opposites: oppositesOf(facts),
	};
}

/** Phrases as they are kept, and as they are read: made anew each time, since few are ever needed. */
function openPhrases({ phrases, rests }: PackedClaims, lists: WordLists, facts: Facts) {
	const columns = Uint32Array.from(phrases);
	const total = facts.all.length;
	const factOf = (at: number): number => columns[3 * at] as number;
	const restOf = (at: number) => rests[columns[3 * at + 2] as number] as PackedRest;
	return {
		count: columns.length / 3,
		factOf,
		kindOf: (at: number) => restOf(at).kind,
		wordsOf: (at: number) => lists.list(total + 2 * at),
		read(at: number): Phrase {
			const fact = facts.all[factOf(at)] as Fact;
			const { kind, mixed, read: others } = restOf(at);
			const names = lists.spell(total + 2 * at + 1);
			const read = readingOf(lists.spell(total + 2 * at), { ...others, names: new Set(names) });
			return {
				fact,
				entry: entriesOf(fact)[columns[3 * at + 1] as number] as Phrase["entry"],
				kind,
				mixed,
				read,
				words: new Set(read.words),
			};
		},
	};
}

const entriesOf = (fact: Fact): Phrase["entry"][] => [...fact.values, ...fact.outlook];

// Comparing in full costs the most, so it is done for the most promising only.
const COMPARED = 240;

const weightOf = (found: number, total: number): number =>
	Math.log(1 + total / (1 + Math.max(found, 3)));

function oppositesOf(facts: Facts): ClaimIndex["opposites"] {
	const opposite = new Map<string, string[]>();
	for (const [a, b] of facts.vocabulary.opposite.map((pair) => pair.map((w) => stem(headWord(w)))))
		if (a && b) {
			opposite.set(a, [...(opposite.get(a) ?? []), b]);
			opposite.set(b, [...(opposite.get(b) ?? []), a]);
		}
	return (word) => opposite.get(word) ?? [];
}

function phrasesOf(fact: Fact, fold: Fold): Phrase[] {
	return entriesOf(fact).flatMap((entry) => {
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
