import { answer, type Choice } from "../../core/answer.ts";
import type { PlainDate } from "../../core/dates.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { type FactView, sameState } from "../../core/facts/lookup.ts";
import type { Hit } from "../../core/facts/search.ts";
import { answered, choose, type Result } from "../../core/reply.ts";
import { tellsPay } from "../../core/wages/read-wage.ts";
import { type Core, command, withAsOf } from "../command.ts";
import { factRows } from "../fact-card.ts";
import { raiseCard } from "../level/raise.ts";
import { notKnownThen } from "../not-known.ts";
import { nothingFits } from "../nothing-fits.ts";
import { question } from "../options.ts";
import { boundaryOf } from "./boundaries.ts";
import { dayAskedAbout } from "./dates-in-words.ts";
import { decide, MOST_CHOICES } from "./decide.ts";
import { asksAboutRaise, routeOf } from "./route.ts";
import { sentencesThatAsk, tidyQuestion } from "./tidy.ts";
import { isVague } from "./vague.ts";

export const ask = command({
	name: "ask",
	summary: "A question in plain words: the fact that answers it, with its source",
	examples: ["/ask is the 100k fee in effect?", "/ask who pays for premium processing"],
	options: withAsOf({ question }),
	takesRest: "question",
	run(core, input) {
		const result = run(core, input.question, input.asOf);
		// The question would come back from a button; a wage must not stand in one.
		if (result.again !== undefined || !tellsPay(input.question)) return result;
		return { ...result, again: null };
	},
});

function run(core: Core, typed: string, asOf: PlainDate | undefined): Result {
	// `#uscis/registration-fee` names a fact: how buttons bring a card back.
	const id = /^#([a-z0-9-]+\/[a-z0-9-]+)$/.exec(typed)?.[1];
	if (id && core.facts.has(id)) return factCard(core, core.facts.get(id), []);
	const tidy = tidyQuestion(typed);
	if (FOREIGN_PAY.test(tidy) && /\b(level|wage)/i.test(tidy)) return payAbroad();
	const boundary = boundaryOf(tidy);
	if (boundary) return boundary.make();
	const day = asOf ? undefined : dayAskedAbout(tidy);
	if (day && day < core.today) return answerQuestion(onDay(core, day), tidy);
	return answerQuestion(core, tidy);
}

const FOREIGN_PAY =
	/\b\d+(\.\d+)? ?(lpa|lakhs?|crores?)\b|\b(inr|rupees?|cad|gbp|eur|euros?)\b|[₹€£]/i;

/** Levels compare US dollars at a US worksite; other pay can't be placed. */
function payAbroad(): Result {
	return choose(
		answer({
			title: "Pay in US dollars, please",
			lead: "Wage levels compare pay in US dollars at a worksite in the United States. What is the US pay, and in which city is the worksite?",
			choices: [
				{
					label: "How the level is found",
					do: { command: "ask", input: { question: "#dhs/selection-level" } },
				},
				{ label: "My odds by level", do: { command: "odds", input: {} } },
			],
			buttons: [
				{ label: "Official wage search", open: "https://flag.dol.gov/wage-data/wage-search" },
			],
		}),
	);
}

/** The same desk on the day that the words name. */
function onDay(core: Core, date: PlainDate): Core {
	return { ...core, date, askedFor: date };
}

/** A question longer than this is a story: what it asks stands in its last question. */
const STORY = 60;

function answerQuestion(core: Core, text: string): Result {
	const short = text.split(/\s+/).length <= STORY;
	const route = short ? routeOf(core, text) : undefined;
	if (route?.command !== "level" && asksAboutRaise(text)) return raiseCard(core);
	if (route) return core.call(route.command, route.input);
	if (isVague(core, text)) return whichThing(core, text);

	const parts = short ? [text, ...splitTwo(text)] : sentencesThatAsk(text);
	const [whole, ...halves] = parts;
	const found = decide(core.search.find(whole ?? text));
	const two = halves.map((half) => decide(core.search.find(half)));
	if (two.length === 2 && two.every((d) => d.kind === "answer")) {
		const [a, b] = two.map((d) => (d.kind === "answer" ? d.hit.fact : null));
		if (a && b && a.topic !== b.topic) return factCard(core, a, [b]);
	}
	if (found.kind === "answer") return factCard(core, found.hit.fact, []);
	if (found.kind === "choose") return whichFact(found.hits);
	for (const part of parts.slice(1)) {
		const again = decide(core.search.find(part));
		if (again.kind === "answer" && !short) return factCard(core, again.hit.fact, []);
	}
	return nothingFits();
}

/** "What is the cap and also how much is premium": two questions, when it reads so. */
function splitTwo(text: string): string[] {
	const halves = text.split(
		/\s+(?:and also|and how|and what|and when|and who|also how|also what|plus how)\s+|[?;]\s+(?=\S)/i,
	);
	return halves.length === 2 && halves.every((half) => half.trim().split(/\s+/).length >= 2)
		? halves
		: [];
}

/** A fact's own statement as the answer, with what else its file says. */
export function factCard(core: Core, fact: Fact, alsoAbout: readonly Fact[]): Result {
	const view = core.facts.stateOn(fact.id, core.date);
	if (!view.known) return notKnownThen(core, fact.title, view);
	const more = alsoAbout.flatMap((other) => {
		const state = core.facts.stateOn(other.id, core.date);
		return state.known ? [state] : [];
	});
	const from: FactView[] = [view, ...more];
	return {
		...answered(
			answer({
				title: fact.title,
				lead: view.entry.statement,
				rows: [
					...earlierStatements(view, core.date),
					...factRows(view),
					...more.map((state) => ({ label: state.fact.title, value: state.entry.statement })),
				],
				from,
				askedFor: core.askedFor,
				buttons: [
					{ label: "History and more", do: { command: "policy", input: { topic: fact.topic } } },
					{ label: "Ask something else", do: { command: "help", input: {} } },
				],
			}),
			{
				...(view.entry.value !== undefined && { value: view.entry.value }),
				...view.entry.figures,
				facts: Object.fromEntries(from.map((v) => [v.id, v.entry.value ?? null])),
			},
		),
		again: {
			command: "ask",
			input: { question: `#${fact.id}`, ...(core.askedFor && { "as-of": core.askedFor }) },
		},
	};
}

/** What a person said before, oldest last; for a rule, what applied just before. */
function earlierStatements(view: FactView, date: PlainDate) {
	const earlier = view.fact.values.filter(
		(value) =>
			value.from !== null &&
			value.from <= date &&
			!sameState(value, view.entry) &&
			value !== view.entry,
	);
	const shown = view.fact.kind === "position" ? earlier.reverse() : earlier.slice(-1);
	return shown
		.filter((value) => (value.from ?? "") < (view.entry.from ?? "9"))
		.map((value) => ({
			label: view.fact.kind === "position" ? `${value.from}` : "Before",
			value: value.statement,
		}));
}

function whichFact(hits: readonly Hit[]): Result {
	return choose(
		answer({
			title: "Which of these?",
			lead: `${hits.length} facts fit these words. Which one do you mean?`,
			choices: hits.map(
				(hit): Choice => ({
					label: hit.fact.title,
					do: { command: "ask", input: { question: `#${hit.fact.id}` } },
				}),
			),
		}),
	);
}

/** Too few words to know what is meant: offer the likely readings. */
function whichThing(core: Core, text: string): Result {
	const hits = core.search.find(text, 12);
	const topics = [...new Set(hits.map((hit) => hit.fact.topic))].slice(0, MOST_CHOICES);
	const named = topics.flatMap((id) => core.facts.topics.filter((t) => t.id === id));
	const usual = ["payment-100k", "fees", "cap"].flatMap((id) =>
		core.facts.topics.filter((t) => t.id === id),
	);
	const offered = named.length >= 2 ? named : usual;
	return choose(
		answer({
			title: "What do you mean?",
			lead: "That could be about several things. Which one do you mean: a fee, a rule, a date or your odds?",
			choices: [
				...offered.map(
					(t): Choice => ({ label: t.title, do: { command: "policy", input: { topic: t.id } } }),
				),
			],
			buttons: [
				{ label: "Fees", do: { command: "fee", input: {} } },
				{ label: "My odds", do: { command: "odds", input: {} } },
				{ label: "Season dates", do: { command: "dates", input: {} } },
			],
		}),
	);
}
