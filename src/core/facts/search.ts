import MiniSearch from "minisearch";
import type { Fact, Topic } from "./fact.ts";
import type { Facts } from "./lookup.ts";

export interface Hit {
	fact: Fact;
	score: number;
	/** Share of the question's meaningful words that this fact knows, 0 to 1. */
	coverage: number;
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
	title: string;
	topic: string;
	asks: string;
	words: string;
	statement: string;
	more: string;
}

// Words that say nothing about which fact is meant.
const STOP = new Set(
	"a an and any are as at be been but by can could did do does doing for from get gets getting go got had has have he her him his how i if im in is it its just let like me my need now of off on or our out pls please really should so some still than that the their them then there these they thing things this those to too up us use via was we were what whats when where which who whom why will with would you your yours am about also because into many much must one only same say says she such tell very want wants h1b h-1b h1 visa visas rn thx hi hello hey everyone long post sorry".split(
		" ",
	),
);

/** Splits text into search words: case and width folded, money and hyphens joined up. */
export function searchWords(text: string): string[] {
	return text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[’']/g, "")
		.replace(/\bh[- ]?1[- ]?b\b/g, "h1b")
		.replace(/\bh[- ]?4\b/g, "h4")
		.replace(/\bf[- ]?1\b/g, "f1")
		.replace(/\bl[- ]?1\b/g, "l1")
		.replace(/\bi[- ]?(\d{2,4})\b/g, "i$1")
		.replace(/(\d),(?=\d{3})/g, "$1")
		.replace(/\$ ?/g, "")
		.replace(/\b(\d+)k\b/g, "$1000")
		.replace(/\b(cap|grace|master)-(gap|exempt|subject|period)\b/g, "$1 $2")
		.split(/[^\p{L}\p{M}\p{N}/.]+/u)
		.flatMap((word) => word.replace(/^[./]+|[./]+$/g, ""))
		.flatMap(splitScript)
		.filter((word) => word !== "");
}

// Chinese has no spaces: pairs of characters are its search words.
function splitScript(word: string): string[] {
	if (!/\p{Script=Han}/u.test(word)) return [word];
	return (word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []).flatMap((run) => {
		if (!/\p{Script=Han}/u.test(run) || run.length < 2) return [run];
		return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
	});
}

/** A word without its usual endings. */
export function stem(word: string): string {
	if (word.length <= 3 || /\d/.test(word)) return word;
	return word
		.replace(/ies$/, "y")
		.replace(/(ss|us|is)$/, "$1")
		.replace(/([^su])s$/, "$1")
		.replace(/(.{3,})(ing|ed)$/, "$1");
}

const process = (term: string): string | null => {
	const word = term.toLowerCase();
	return STOP.has(word) ? null : stem(word);
};

export function createSearch(facts: Facts): FactSearch {
	const topics = new Map(facts.topics.map((topic) => [topic.id, topic]));
	const index = new MiniSearch<Doc>({
		fields: ["title", "topic", "asks", "words", "statement", "more"],
		tokenize: searchWords,
		processTerm: process,
		searchOptions: {
			boost: { title: 3, topic: 1.5, asks: 3, words: 2.5, statement: 1.2, more: 0.6 },
			fuzzy: (term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
			prefix: (term) => term.length > 4,
			weights: { fuzzy: 0.35, prefix: 0.5 },
			combineWith: "OR",
		},
	});
	index.addAll(facts.all.map((fact) => document(fact, topics.get(fact.topic))));

	const names = new Map<string, Topic>();
	for (const topic of facts.topics) {
		for (const name of [topic.id, topic.title, ...topic.also]) names.set(nameKey(name), topic);
	}

	return {
		find(question, limit = 8) {
			const words = [
				...new Set(
					searchWords(question)
						.map(process)
						.filter((w) => w !== null),
				),
			];
			if (words.length === 0) return [];
			return index
				.search(question)
				.slice(0, limit)
				.map((result) => ({
					fact: facts.get(result.id as string),
					score: result.score,
					coverage: result.queryTerms.length / words.length,
				}));
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

function nameKey(name: string): string {
	return searchWords(name).join(" ");
}

function document(fact: Fact, topic: Topic | undefined): Doc {
	const entries = [...fact.values, ...fact.outlook];
	return {
		id: fact.id,
		title: fact.title,
		topic: topic ? `${topic.title} ${topic.also.join(" ")}` : fact.topic,
		asks: fact.asks.join(" . "),
		words: fact.words.join(" . "),
		statement: entries.map((entry) => entry.statement).join(" "),
		more: [fact.misread ?? "", fact.note ?? "", ...fact.events.map((event) => event.text)].join(
			" ",
		),
	};
}
