import { answer, type Choice } from "../../core/answer.ts";
import { choose, type Result } from "../../core/reply.ts";
import { say } from "../../core/say.ts";
import { ALL_TOPICS } from "../../core/watching/watch.ts";
import type { Core, Suggestion } from "../command.ts";
import { nothingFits } from "../nothing-fits.ts";
import { fold } from "../options.ts";

/** The id that words mean (`all` for every topic), or the card that asks back. */
export function findTopic(core: Core, words: string, command: string): string | Result {
	if (/^(all|everything|all topics|\*)$/.test(fold(words))) return ALL_TOPICS;
	const byId = core.facts.topics.find((topic) => topic.id === words);
	const named = byId ?? core.search.topic(words);
	if (named) return named.id;
	const hits = core.search.find(words, 5).filter((hit) => hit.coverage >= 0.5);
	const found = [...new Set(hits.map((hit) => hit.fact.topic))];
	if (found.length === 1 && found[0]) return found[0];
	if (found.length === 0) return nothingFits();
	return whichTopic(core, command, found);
}

/** Asks for a topic with choices: those found, or all of the board. */
export function whichTopic(core: Core, command: string, ids?: readonly string[]): Result {
	const topics = core.facts.topics.filter((topic) => (ids ? ids.includes(topic.id) : topic.board));
	const choice = (label: string, topic: string): Choice => ({
		label,
		do: { command, input: { topic } },
	});
	return choose(
		answer({
			title: say("Which topic?"),
			lead: ids
				? say("{count} topics fit these words. Which one?", { count: topics.length })
				: say("Choose a topic, or all of them. Other topics can be typed."),
			choices: [
				...(ids ? [] : [choice(say("All topics"), ALL_TOPICS)]),
				...topics.slice(0, 24).map((topic) => choice(say(topic.title), topic.id)),
			],
		}),
	);
}

export function suggestTopics(core: Core, typed: string): Suggestion[] {
	const all = "all".startsWith(fold(typed)) ? [{ name: "All topics", value: ALL_TOPICS }] : [];
	return [...all, ...core.search.suggestTopics(typed).map((t) => ({ name: t.title, value: t.id }))];
}
