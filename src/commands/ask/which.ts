import { say, sayTitle } from "../../core/say.ts";
import { answer, type Choice } from "../../core/answer.ts";
import type { Hit } from "../../core/facts/search.ts";
import { choose, type Result } from "../../core/reply.ts";
import type { Core } from "../command.ts";
import { MOST_CHOICES } from "./decide.ts";

/** Pay in a currency that wage levels do not compare. */
export const FOREIGN_PAY =
	/\b\d+(\.\d+)? ?(lpa|lakhs?|crores?)\b|\b(inr|rupees?|cad|gbp|eur|euros?)\b|[₹€£]/i;

/** Levels compare US dollars at a US worksite; other pay can't be placed. */
export function payAbroad(): Result {
	return choose(
		answer({
			title: say("Pay in US dollars, please"),
			lead: say(
				"Wage levels compare pay in US dollars at a worksite in the United States. What is the US pay, and in which city is the worksite?",
			),
			choices: [
				{
					label: say("How the level is found"),
					do: { command: "ask", input: { question: "#dhs/selection-level" } },
				},
				{ label: say("My odds by level"), do: { command: "odds", input: {} } },
			],
			buttons: [
				{ label: say("Official wage search"), open: "https://flag.dol.gov/wage-data/wage-search" },
			],
		}),
	);
}

/** Several facts fit: ask which. */
export function whichFact(hits: readonly Hit[]): Result {
	return choose(
		answer({
			title: say("Which of these?"),
			lead: say("{hits} facts fit these words. Which one do you mean?", { hits: hits.length }),
			choices: hits.map(factChoice),
		}),
	);
}

/** No fact has all that the question tells: the nearest, which may be about something else. */
export function closestFacts(hits: readonly Hit[]): Result {
	return choose(
		answer({
			title: say("Closest we have"),
			lead: say(
				"No fact here covers all of your question. These come closest, and may not answer it.",
			),
			choices: hits.map(factChoice),
		}),
	);
}

const factChoice = (hit: Hit): Choice => ({
	label: sayTitle(hit.fact),
	do: { command: "ask", input: { question: `#${hit.fact.id}` } },
});

/** Too few words to know what is meant: offer the likely readings. */
export function whichThing(core: Core, text: string): Result {
	const hits = core.search.find(text, 12);
	const topics = [...new Set(hits.map((hit) => hit.fact.topic))].slice(0, MOST_CHOICES);
	const named = topics.flatMap((id) => core.facts.topics.filter((t) => t.id === id));
	const usual = ["payment-100k", "fees", "cap"].flatMap((id) =>
		core.facts.topics.filter((t) => t.id === id),
	);
	const offered = named.length >= 2 ? named : usual;
	return choose(
		answer({
			title: say("What do you mean?"),
			lead: say(
				"That could be about several things. Which one do you mean: a fee, a rule, a date or your odds?",
			),
			choices: [
				...offered.map(
					(t): Choice => ({
						label: say(t.title),
						do: { command: "policy", input: { topic: t.id } },
					}),
				),
			],
			buttons: [
				{ label: say("Fees"), do: { command: "fee", input: {} } },
				{ label: say("My odds"), do: { command: "odds", input: {} } },
				{ label: say("Season dates"), do: { command: "dates", input: {} } },
			],
		}),
	);
}
