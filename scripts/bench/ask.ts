// Times questions and claims, at the size of the facts and at ten times it. In one warm process.
import { createFacts, type Facts } from "../../src/core/facts/lookup.ts";
import { createSearch } from "../../src/core/facts/search.ts";
import { loadFacts } from "../../src/load-facts.ts";
import { openDesk } from "../../src/open-desk.ts";
import { readClaims, readQuestions } from "../eval/sets.ts";

const { facts } = await loadFacts();
const { desk } = await openDesk(() => facts.horizon);
const questions = readQuestions().map((question) => question.q);

console.log("\nQuestions and claims: p50, p99");
show("/ask, a whole answer", questions, (q) => desk.text(q));
show(`finding the fact among ${facts.all.length}`, questions, finder(facts));
const many = tenfold(facts);
show(`finding the fact among ${many.all.length}`, questions, finder(many));
show(
	"/check, a whole answer",
	readClaims().map(({ claim }) => claim),
	(claim) => desk.run("check", { claim }),
);

/** The same facts ten times over, each copy with words of its own. */
function tenfold({ all, topics, horizon, vocabulary }: Facts): Facts {
	const copies = Array.from({ length: 10 }, (_, i) =>
		all.map((fact) => ({
			...fact,
			id: i === 0 ? fact.id : `${fact.id}-${i}`,
			words: fact.words.map((word) => (i === 0 ? word : `${word}${i}`)),
		})),
	);
	return createFacts(copies.flat(), topics, { horizon, vocabulary, version: "tenfold" });
}

function finder(among: Facts): (question: string) => unknown {
	const search = createSearch(among);
	return (question) => search.find(question);
}

function show(name: string, texts: readonly string[], run: (text: string) => unknown): void {
	for (const text of texts) run(text);
	const times = texts.map((text) => {
		const start = performance.now();
		run(text);
		return performance.now() - start;
	});
	times.sort((a, b) => a - b);
	const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
	console.log(`${name.padEnd(50)} ${at(0.5)} ms, ${at(0.99)} ms`);
}
