import type { Fact } from "../facts/fact.ts";
import type { Facts } from "../facts/lookup.ts";
import type { Fold } from "../words.ts";
import { isNumberToken, readText } from "./read.ts";
import { readState } from "./said-state.ts";

// The head of a title is what stands before its first preposition: "Premium processing fee for ...".
const AFTER_HEAD =
	/[:(]|, | (?:for|of|to|in|and|at|on|by|that|inside|while|when|past|after|against|from) /;
// Words that name too many things to name one.
const GENERIC = new Set(
	"fee h1b h4 f1 worker employer petition visa pay payment court judg register person time back seen applicabl status approval us count extend order job require allow public president state congress rule wage first last more fewer most exempt renew september audit select student selected green-card new".split(
		" ",
	),
);

/** The ways to name what a fact is about: the head of its title, its words and, of a headline, its topic's. Each as folded words, without any that name a state. */
export function subjectsOf(facts: Facts, fold: Fold): (fact: Fact) => readonly string[][] {
	const topics = new Map(facts.topics.map((topic) => [topic.id, topic]));
	const kept = new Map<string, string[][]>();
	const read = (name: string): string[] => {
		const words = [...new Set(readText(readState(name).rest, fold).sequence)];
		// A proposal on prevailing wages is not the prevailing wage; a proposed fee is that fee.
		return /propos/i.test(name) && !words.includes("fee") ? [] : words;
	};
	const work = (fact: Fact): string[][] => {
		const topic = fact.headline ? topics.get(fact.topic) : undefined;
		const titles = [headOf(fact.title), topic?.title ?? ""].map(read);
		const whole = new Set(titles.flat());
		const given = bracketed(fact).map(read);
		// Other words lead to a fact without naming its thing: only those that share its name count.
		const more = [...fact.words, ...(topic?.also ?? [])]
			.map(read)
			.filter(
				(words) =>
					words.some((word) => whole.has(word) && !GENERIC.has(word)) || words.every(isNumberToken),
			);
		const isWhole = (words: string[]) => words.length === 1 && read(fact.title).length === 1;
		return [...titles, ...given, ...more].filter(
			(words) => words.some((word) => !GENERIC.has(word)) || isWhole(words),
		);
	};
	return (fact) => {
		const known = kept.get(fact.id) ?? work(fact);
		kept.set(fact.id, known);
		return known;
	};
}

/** "India, China and ..." and "The payment is one-time" name no one thing by their head. */
function headOf(title: string): string {
	if (/^[\w-]+, | (?:is|are) /.test(title)) return "";
	return title.split(AFTER_HEAD)[0] ?? "";
}

/** Other names that a statement gives in brackets or quotes: the interview waiver ("dropbox"). */
function bracketed(fact: Fact): string[] {
	const text = fact.values.at(-1)?.statement ?? "";
	return [...text.matchAll(/\("([^")]+)"\)/g)].map(([, name = ""]) => name);
}
