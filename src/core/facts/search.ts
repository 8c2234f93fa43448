import MiniSearch, { type SearchResult } from "minisearch";
import { foldWith, searchWords, stem } from "../words.ts";
import { type Cue, cueOf } from "./cues.ts";
import type { Fact, Topic } from "./fact.ts";
import type { Facts } from "./lookup.ts";

export interface Hit {
	fact: Fact;
	score: number;
	/** Share of the question's meaningful words that this fact knows, 0 to 1. */
	coverage: number;
	/** How near the nearest phrase of the fact is to the question, 0 to 1. */
	closeness: number;
}

export interface FactSearch {
	/** The facts that fit a question, best first. */
	find(question: string, limit?: number): Hit[];
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

// Words that say nothing about which fact is meant.
const STOP = new Set(
	"a an and any are as at be been but by can could did do does doing for from get gets getting go got had has have he her him his how i if im in is it its just let like me my need now of off on or our out pls please really should so some still than that the their them then there these they thing things this those to too up us use via was we were what whats when where which who whom why will with would you your yours am about also because into many much must one only same say says she such tell very want wants didnt dont doesnt isnt cant wont wasnt havent hasnt h1b h-1b h1 visa visas rn thx hi hello hey everyone long post sorry".split(
		" ",
	),
);

// The same of Spanish, romanised Hindi and Telugu, and in their own scripts.
const STOP_ELSEWHERE = new Set(
	"el la los las un una unos de del que qué y o en por para con se me mi mis su sus es son está esta hay ya si sí al lo como cómo le nos puedo puede tengo tiene hoy kya hai hain ka ki ke ko se mein me par pe ho hota hoti hua hue hui hoga hogi tha the thi gaya gayi diya kiya karna karne kar sakte sakta sakti liye wala wali wale bhi abhi ab aur ya to na ne ek do koi kisi mera mere meri hum main mujhe yeh ye woh wo raha rahe rahi milega milta chahiye padta padega dena lena kaise kaun kab kitna kitne kitni lo ki ni naa na nenu idi adi enti ela emi em undi unda unte ante kuda aithe cheyali cheyachu cheyocha avtunda avutunda antunnaru kavala vastunda chesthe tarvata क्या है हैं का की के को से में पर हो होता होती हुआ गया गई था थी थे और या तो ने एक किस कब कितना कितने कितनी मेरा मेरे मेरी मैं मुझे यह वह रहा रहे रही लिए वाला वाली वाले भी अभी अब మరియు ఉంది ఉందా నేను నా ఏమి ఎలా ఎంత ఎప్పుడు కూడా ఈ అది లో కి".split(
		" ",
	),
);

const process = (term: string): string | null => {
	const word = term.toLowerCase();
	return STOP.has(word) || STOP_ELSEWHERE.has(word) ? null : stem(word);
};

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
// Chosen by leaving out a fifth of the facts' own questions and asking them.
const NEAREST = [1, 0.5, 0.3];
const SAME_CUE = 1.2;
const OTHER_CUE = 0.85;

export function createSearch(facts: Facts): FactSearch {
	const topics = new Map(facts.topics.map((topic) => [topic.id, topic]));
	const fold = foldWith(facts.vocabulary.same);
	const tokenize = (text: string): string[] => searchWords(fold(text));
	const read = reader(tokenize);
	const documents = facts.all.map((fact) => document(fact, topics.get(fact.topic), read));
	const { weigh, matches, wordsOf } = weights(documents);
	const known = (word: string) => matches(word) > 0;
	const index = new MiniSearch<Doc>({
		fields: ["title", "words", "asks", "says"],
		// Documents and questions come folded and stemmed already.
		tokenize: spaced,
		processTerm: (term) => term,
		searchOptions: {
			boost: { title: 2, words: 2, asks: 2, says: 1 },
			// Words that some fact has need no guessing, which costs the most.
			fuzzy: (term) => (term.length > 4 && !/\d/.test(term) && !known(term) ? 0.2 : false),
			prefix: (term) => term.length > 4 && !known(term),
			weights: { fuzzy: 0.35, prefix: 0.5 },
			combineWith: "OR",
		},
	});
	index.addAll(documents);
	const phrases = new Map(facts.all.map((fact) => [fact.id, phrasesOf(fact, read)]));

	const names = new Map<string, Topic>();
	for (const topic of facts.topics) {
		for (const name of [topic.id, topic.title, ...topic.also]) names.set(nameKey(name), topic);
	}

	return {
		find(question, limit = 8) {
			const words = [...new Set(tokenize(question).map(process))]
				.filter((w) => w !== null)
				.sort((a, b) => weigh(b) - weigh(a))
				.slice(0, MOST_WORDS);
			if (words.length === 0) return [];
			const all = words.reduce((sum, word) => sum + weigh(word), 0);
			const asked: Asked = { weight: all, cue: cueOf(question), weigh };
			const hit = (result: SearchResult): Hit => {
				const id = result.id as string;
				const has = wordsOf.get(id);
				const told = words.filter((word) => has?.has(word) || result.queryTerms.includes(word));
				const near = nearest(phrases.get(id) ?? [], [...told, ...result.terms], asked);
				const fit = NEAREST.reduce((sum, share, i) => sum + share * (near[i] ?? 0), 0);
				return {
					fact: facts.get(id),
					score: result.score * fit ** 1.5,
					coverage: told.reduce((sum, word) => sum + weigh(word), 0) / all,
					closeness: Math.min(1, near[0] ?? 0),
				};
			};
			return index
				.search(rarest(words, matches).join(" "))
				.slice(0, RERANKED)
				.map(hit)
				.sort((a, b) => b.score - a.score)
				.slice(0, limit);
		},
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

const spaced = (text: string): string[] => (text === "" ? [] : text.split(" "));

/** Reads the facts' texts; words come again and again, so each is stemmed once. Not for what people type. */
function reader(tokenize: (text: string) => string[]): Read {
	const known = new Map<string, string | null>();
	return (text) =>
		tokenize(text).flatMap((word) => {
			let read = known.get(word);
			if (read === undefined) {
				read = process(word);
				known.set(word, read);
			}
			return read ?? [];
		});
}

/** How much a word of a question tells: rare words more, and words that name something. */
function weights(documents: readonly Doc[]) {
	const found = new Map<string, number>();
	/** Words that name things: title, topic and vocabulary. */
	const terms = new Set<string>();
	const wordsOf = new Map<string, ReadonlySet<string>>();
	for (const { id, title, words, asks, says } of documents) {
		const named = [title, words].flatMap(spaced);
		for (const word of named) terms.add(word);
		const all = new Set([...named, ...spaced(asks), ...spaced(says)]);
		wordsOf.set(id, all);
		for (const word of all) found.set(word, (found.get(word) ?? 0) + 1);
	}
	const matches = (word: string): number => found.get(word) ?? 0;
	const telling = (word: string): number => {
		const documentsWithIt = found.get(word) ?? 0;
		const rarity = Math.log(1 + documents.length / (1 + Math.max(documentsWithIt, 3)));
		if (terms.has(word)) return rarity;
		return rarity * (documentsWithIt > 0 ? ORDINARY : UNHEARD);
	};
	const weightOf = new Map([...found.keys()].map((word) => [word, telling(word)]));
	const weigh = (word: string): number => weightOf.get(word) ?? telling(word);
	return { weigh, matches, wordsOf };
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

interface Asked {
	/** Of all words of the question. */
	weight: number;
	cue: Cue | null;
	weigh: (word: string) => number;
}

/** How near the three nearest phrases of a fact are to a question, from 0 on: what both say, by weight, and ask. */
function nearest(
	phrases: readonly Phrase[],
	matched: readonly string[],
	{ weight: asked, cue, weigh }: Asked,
): number[] {
	const matching = new Set(matched);
	return phrases
		.map((phrase) => {
			let shared = 0;
			let all = 0;
			for (const word of phrase.words) {
				const weight = weigh(word);
				all += weight;
				if (matching.has(word)) shared += weight;
			}
			const near = (2 * Math.min(shared, asked)) / (asked + all || 1);
			if (cue === null || phrase.cue === null) return near;
			return near * (cue === phrase.cue ? SAME_CUE : OTHER_CUE);
		})
		.sort((a, b) => b - a)
		.slice(0, NEAREST.length);
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
