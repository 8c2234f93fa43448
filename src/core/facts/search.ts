import MiniSearch, { type AsPlainObject, type Options, type SearchResult } from "minisearch";
import {
	createPacker,
	createWordTable,
	openLists,
	type PackedLists,
	type WordLists,
} from "../word-lists.ts";
import { foldWith, searchWords } from "../words.ts";
import { type Cue, cueOf } from "./cues.ts";
import type { Fact, Topic } from "./fact.ts";
import type { Facts } from "./lookup.ts";
import { type Asked, NEAREST, nearest, type Phrases } from "./nearest.ts";
import { lookedUp } from "./stop-words.ts";
import { borneOut, kindNeeded, kindsAnswered, tellingIn } from "./telling.ts";

export interface Hit {
	fact: Fact;
	score: number;
	/** Share of the question's meaningful words that this fact knows, 0 to 1. */
	coverage: number;
	/** How near the nearest phrase of the fact is to the question, 0 to 1. */
	closeness: number;
	/** Telling words of the question that the fact does not bear out, and the kind of question if it is of another. */
	missed: string[];
	/** Whether it bears out any of them, or there are none. */
	isAkin: boolean;
}

export interface FactSearch {
	/** The facts that fit a question, best first. `all` is what it is a part of: its telling words count. */
	find(question: string, limit?: number, all?: string): Hit[];
	/** Telling words of a question that a fact does not bear out. */
	missedBy(fact: Fact, question: string): string[];
	/** The topic that a word or phrase names, exactly. */
	topic(words: string): Topic | undefined;
	/** Topics whose names contain what was typed, for suggestions. */
	suggestTopics(typed: string): Topic[];
}

interface Doc {
	id: string;
	/** What names the fact: its title and its topic. */
	title: string;
	words: string;
	/** How people ask for it. */
	asks: string;
	/** All that it says. */
	says: string;
}

/** A text as its search words, folded and stemmed, in order. */
type Read = (text: string) => string[];

// A word that names nothing (no title, topic or vocabulary has it) tells less of what is meant.
const ORDINARY = 0.35;
// Nor does one that stands in no fact at all, unless it is somebody's name.
const UNHEARD = 0.25;

// A long question is told by its most telling words.
const MOST_WORDS = 18;
// Common words match half of all facts and cost the most: the rarest find them, all then judge them.
const LOOKED_UP = 7;
const MOST_MATCHES = 700;
// So many of the best by words are put in order by their nearest phrases.
const RERANKED = 24;
/** What a fact loses for each telling word that it does not bear out. */
const MISSED = 0.5;

/** All that the facts' texts come to, made once and the same at every start: the build writes it to a file. */
export interface PackedSearch {
	index: AsPlainObject;
	/** First what each fact names, then all that it says, then its phrases, one fact after another. */
	lists: PackedLists;
	/** How many phrases each fact has. */
	phrases: number[];
	/** What each phrase asks for. */
	cues: (Cue | null)[];
	/** The telling words of each fact. */
	telling: string[][];
	/** The kinds of question that each fact can answer. */
	kinds: Cue[][];
}

const OPTIONS: Options<Doc> = {
	fields: ["title", "words", "asks", "says"],
	// Documents and questions come folded and stemmed already.
	tokenize: spaced,
	processTerm: (term) => term,
};

const tokenizer = (facts: Facts): ((text: string) => string[]) => {
	const fold = foldWith(facts.vocabulary.same);
	return (text) => searchWords(fold(text));
};

export function packSearch(facts: Facts): PackedSearch {
	const telling = tellingIn(facts.vocabulary.telling);
	const topics = new Map(facts.topics.map((topic) => [topic.id, topic]));
	const read = reader(tokenizer(facts));
	const documents = facts.all.map((fact) => document(fact, topics.get(fact.topic), read));
	const index = new MiniSearch<Doc>(OPTIONS);
	index.addAll(documents);
	const { add, packed } = createPacker();
	for (const { title, words } of documents) add(new Set([title, words].flatMap(spaced)));
	for (const { title, words, asks, says } of documents)
		add(new Set([title, words, asks, says].flatMap(spaced)));
	const phrases = facts.all.map((fact) => phrasesOf(fact, read));
	for (const { words } of phrases.flat()) add(words);
	return {
		index: index.toJSON(),
		lists: packed,
		phrases: phrases.map((list) => list.length),
		cues: phrases.flat().map(({ cue }) => cue),
		telling: facts.all.map((fact) => [...telling(borneOut(fact))]),
		kinds: facts.all.map(kindsAnswered),
	};
}

export function createSearch(facts: Facts, packed = packSearch(facts)): FactSearch {
	const tokenize = tokenizer(facts);
	const telling = tellingIn(facts.vocabulary.telling);
	const lists = openLists(packed.lists);
	const { weigh, weights, matches, has } = weightsOf(lists, facts.all.length);
	const known = (word: string) => matches(word) > 0;
	const index = MiniSearch.loadJS<Doc>(packed.index, {
		...OPTIONS,
		searchOptions: {
			boost: { title: 2, words: 2, asks: 2, says: 1 },
			// Words that some fact has need no guessing, which costs the most.
			fuzzy: (term) => (term.length > 4 && !/\d/.test(term) && !known(term) ? 0.2 : false),
			prefix: (term) => term.length > 4 && !known(term),
			weights: { fuzzy: 0.35, prefix: 0.5 },
			combineWith: "OR",
		},
	});
	const places = placesOf(facts, packed.phrases);
	const phrases: Phrases = { lists, cues: packed.cues, weights };

	const names = new Map<string, Topic>();
	for (const topic of facts.topics) {
		for (const name of [topic.id, topic.title, ...topic.also]) names.set(nameKey(name), topic);
	}

	return {
		find(question, limit = 8, whole = question) {
			const words = [...new Set(tokenize(question).map(lookedUp))]
				.filter((w) => w !== null)
				.sort((a, b) => weigh(b) - weigh(a))
				.slice(0, MOST_WORDS);
			if (words.length === 0) return [];
			const subject = [...telling(whole)];
			const kind = kindNeeded(question);
			const all = words.reduce((sum, word) => sum + weigh(word), 0);
			const asked: Asked = { weight: all, cue: cueOf(question) };
			const hit = (result: SearchResult): Hit => {
				const id = result.id as string;
				const place = places.get(id) ?? { at: 0, from: 0, to: 0 };
				const told = words.filter(
					(word) => has(place.at, word) || result.queryTerms.includes(word),
				);
				const near = nearest(phrases, place, [...told, ...result.terms], asked);
				const unborne = subject.filter((word) => !packed.telling[place.at]?.includes(word));
				const isOfKind = kind === null || packed.kinds[place.at]?.includes(kind);
				const missed = isOfKind ? unborne : [...unborne, kind];
				const fit = NEAREST.reduce((sum, share, i) => sum + share * (near[i] ?? 0), 0);
				return {
					fact: facts.get(id),
					score: result.score * fit ** 1.5 * MISSED ** missed.length,
					coverage: told.reduce((sum, word) => sum + weigh(word), 0) / all,
					closeness: Math.min(1, near[0] ?? 0),
					missed,
					isAkin: subject.length === 0 || unborne.length < subject.length,
				};
			};
			return index
				.search(rarest(words, matches).join(" "))
				.slice(0, RERANKED)
				.map(hit)
				.sort((a, b) => b.score - a.score)
				.slice(0, limit);
		},
		missedBy: ({ id }, question) =>
			[...telling(question)].filter(
				(word) => !packed.telling[places.get(id)?.at ?? -1]?.includes(word),
			),
		topic: (typed) => names.get(nameKey(typed)),
		suggestTopics(typed) {
			const key = nameKey(typed);
			const starts: Topic[] = [];
			const holds: Topic[] = [];
			for (const topic of facts.topics) {
				const keys = [topic.id, topic.title, ...topic.also].map(nameKey);
				if (key === "" || keys.some((k) => k.startsWith(key))) starts.push(topic);
				else if (keys.some((k) => k.includes(key))) holds.push(topic);
			}
			return [...starts, ...holds];
		},
	};
}

function spaced(text: string): string[] {
	return text === "" ? [] : text.split(" ");
}

/** Reads the facts' texts; words come again and again, so each is stemmed once. Not for what people type. */
function reader(tokenize: (text: string) => string[]): Read {
	const known = new Map<string, string | null>();
	return (text) =>
		tokenize(text).flatMap((word) => {
			let read = known.get(word);
			if (read === undefined) {
				read = lookedUp(word);
				known.set(word, read);
			}
			return read ?? [];
		});
}

/** How much a word of a question tells: rare words more, and words that name something. */
function weightsOf(lists: WordLists, facts: number) {
	const found = new Uint32Array(lists.words.length);
	/** Words that name things: title, topic and vocabulary. */
	const names = new Uint8Array(lists.words.length);
	const table = createWordTable(facts, lists.words.length);
	for (let fact = 0; fact < facts; fact++) {
		for (const word of lists.list(fact)) names[word] = 1;
		for (const word of lists.list(facts + fact)) {
			table.add(fact, word);
			found[word] = (found[word] ?? 0) + 1;
		}
	}
	const telling = (factsWithIt: number, isName: boolean): number => {
		const rarity = Math.log(1 + facts / (1 + Math.max(factsWithIt, 3)));
		if (isName) return rarity;
		return rarity * (factsWithIt > 0 ? ORDINARY : UNHEARD);
	};
	const weights = Float64Array.from(found, (count, word) => telling(count, names[word] === 1));
	const unheard = telling(0, false);
	return {
		/** By the number of a word. */
		weights,
		weigh: (word: string): number => weights[lists.idOf(word) ?? -1] ?? unheard,
		/** How many facts have a word. */
		matches: (word: string): number => found[lists.idOf(word) ?? -1] ?? 0,
		has: (fact: number, word: string): boolean => table.has(fact, lists.idOf(word)),
	};
}

/** By fact: its number, and where its phrases begin and end among the lists. */
function placesOf({ all }: Facts, phrases: readonly number[]) {
	let next = 2 * all.length;
	return new Map(
		all.map(({ id }, at) => {
			const from = next;
			next += phrases[at] ?? 0;
			return [id, { at, from, to: next }];
		}),
	);
}

/** The words to look facts up by, best first: at least two, and not so many matches that it takes long. */
function rarest(words: readonly string[], matches: (word: string) => number): string[] {
	let all = 0;
	return words.slice(0, LOOKED_UP).filter((word, i) => {
		all += matches(word);
		return i < 2 || all <= MOST_MATCHES;
	});
}

interface Phrase {
	words: ReadonlySet<string>;
	cue: Cue | null;
}

/** What a fact says and is asked, each as its words. */
function phrasesOf(fact: Fact, read: Read): Phrase[] {
	const entries = [...fact.values, ...fact.outlook];
	const texts = [
		fact.title,
		...fact.asks,
		...entries.flatMap((entry) => [
			...entry.holds,
			...entry.denies,
			...entry.statement.split(/(?<=[.;:])\s+/),
		]),
	];
	return texts.map((text) => ({ words: new Set(read(text)), cue: cueOf(text) }));
}

function nameKey(name: string): string {
	return searchWords(name).join(" ");
}

function document(fact: Fact, topic: Topic | undefined, read: Read): Doc {
	const entries = [...fact.values, ...fact.outlook];
	const about = topic ? `${topic.title} ${topic.also.join(" ")}` : fact.topic;
	const says = [
		...entries.flatMap((entry) => [entry.statement, ...entry.holds, ...entry.denies]),
		fact.misread ?? "",
		fact.note ?? "",
		...fact.events.map((event) => event.text),
	];
	const joined = (texts: readonly string[]): string => read(texts.join(" . ")).join(" ");
	return {
		id: fact.id,
		title: joined([fact.title, about]),
		words: joined(fact.words),
		asks: joined(fact.asks),
		says: joined(says),
	};
}
