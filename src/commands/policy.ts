import { say, sayDay, sayStatement, sayTitle, sayRemark } from "../core/say.ts";
import { answer, type Choice, type Row } from "../core/answer.ts";
import type { PlainDate } from "../core/dates.ts";
import type { Fact, Topic } from "../core/facts/fact.ts";
import {
	eventsBy,
	type FactUnknown,
	type FactView,
	knownFrom,
	unchangedSince,
} from "../core/facts/lookup.ts";
import { answered, choose, type Result } from "../core/reply.ts";
import { STATUS_WORDS } from "../core/status.ts";
import { type Core, command, type Suggestion, withAsOf } from "./command.ts";
import { factRows, yearSources } from "./fact-card.ts";
import { nothingFits } from "./nothing-fits.ts";
import { notKnownThen } from "./not-known.ts";
import { topic } from "./options.ts";

export const policy = command({
	name: "policy",
	isSteady: true,
	summary: "The live board of rules, orders, suits and bills, or one topic with its history",
	examples: ["/policy", "/policy 100k", "/policy weighted selection"],
	options: withAsOf({ topic: topic.optional() }),
	takesRest: "topic",
	complete: completeTopic,
	run(core, input) {
		if (!input.topic) return board(core);
		const { facts, search } = core;
		if (facts.has(input.topic)) return oneFact(core, facts.get(input.topic));
		const named = search.topic(input.topic);
		if (named?.id === "people") return core.call("people", {});
		if (named) return oneTopic(core, named);
		const hits = search.find(input.topic, 5).filter((hit) => hit.coverage >= 0.5);
		const topics = [...new Set(hits.map((hit) => hit.fact.topic))].flatMap((id) =>
			facts.topics.filter((t) => t.id === id),
		);
		if (topics.length === 1 && topics[0]) return oneTopic(core, topics[0]);
		if (topics.length === 0) return nothingFits();
		return choose(
			answer({
				title: say("Which topic?"),
				lead: say("{topics} topics fit these words. Which one?", { topics: topics.length }),
				choices: topics.slice(0, 3).map(topicChoice),
			}),
		);
	},
});

function completeTopic(core: Core, option: string, typed: string): Suggestion[] {
	if (option !== "topic") return [];
	return core.search.suggestTopics(typed).map((t) => ({ name: t.title, value: t.id }));
}

const topicChoice = (t: Topic): Choice => ({
	label: say(t.title),
	do: { command: "policy", input: { topic: t.id } },
});

/** Every topic of the board with its status and the day of it. */
function board(core: Core): Result {
	const lines = core.facts.topics
		.filter((t) => t.board)
		.flatMap((t) => {
			const head = core.facts.inTopic(t.id)[0];
			return head ? [{ topic: t, state: core.facts.stateOn(head.id, core.date) }] : [];
		});
	const known = lines.flatMap(({ state }) => (state.known ? [state] : []));
	const count = (status: string) => known.filter((view) => view.status === status).length;
	const rows: Row[] = lines.map(({ topic: t, state }) => ({
		label: say(t.title),
		value: state.known
			? state.status
				? say(STATUS_WORDS[state.status])
				: say("See the topic")
			: say("not known on {date}", { date: core.date }),
		...(state.known && { note: sinceWords(state) }),
	}));
	return answered(
		answer({
			title: say("H-1B policy board"),
			lead: say(
				"{lines} topics: {effect} in effect, {blocked} blocked by court, {proposed} proposed, {pending} undecided, {expired} ended.",
				{
					lines: lines.length,
					effect: count("in-effect"),
					blocked: count("blocked"),
					proposed: count("proposed"),
					pending: count("pending"),
					expired: count("ended") + count("expired"),
				},
			),
			rows,
			from: known,
			manyThings: true,
			choices: lines.slice(0, 25).map(({ topic: t }) => topicChoice(t)),
		}),
		{
			topics: Object.fromEntries(
				lines.map(({ topic: t, state }) => [t.id, state.known ? state.status : null]),
			),
		},
	);
}

function sinceWords(view: FactView): string {
	const from = unchangedSince(view);
	const since = from ? say("since {date}", { date: from }) : say("long-standing");
	return view.entry.confirmed && !view.superseded
		? say("{since}, last confirmed {date}", { since, date: view.entry.confirmed })
		: since;
}

/** One topic: what its headline says today, then its history, newest first, then its other facts. */
function oneTopic(core: Core, t: Topic): Result {
	const facts = core.facts.inTopic(t.id);
	const head = facts[0];
	if (!head) return nothingFits();
	const others = facts.slice(1).filter((fact) => core.facts.stateOn(fact.id, core.date).known);
	return factHistory(core, say(t.title), head, others);
}

function oneFact(core: Core, fact: Fact): Result {
	const others = core.facts
		.inTopic(fact.topic)
		.filter((other) => other.id !== fact.id && core.facts.stateOn(other.id, core.date).known);
	return factHistory(core, sayTitle(fact), fact, others);
}

function factHistory(core: Core, title: string, fact: Fact, others: readonly Fact[]): Result {
	const state: FactView | FactUnknown = core.facts.stateOn(fact.id, core.date);
	if (!state.known) return notKnownThen(core, title, state);
	return answered(
		answer({
			title,
			lead: sayStatement(fact.id, state.entry),
			rows: [...factRows(state, core.askedFor), ...timeline(fact, state, core.date)],
			from: [state],
			mentions: yearSources(state),
			buttons: [{ label: say("Whole board"), do: { command: "policy", input: {} } }],
			choices: others.slice(0, 25).map((other) => ({
				label: sayTitle(other),
				do: { command: "ask", input: { question: `#${other.id}` } },
			})),
		}),
		{ status: state.status, ...(state.entry.value !== undefined && { value: state.entry.value }) },
	);
}

/** Values, events and proposals known by a day as dated rows, newest first. */
function timeline(fact: Fact, now: FactView, date: PlainDate): Row[] {
	const dated: { on: string; value: string }[] = [
		...eventsBy(fact, date).map((event) => ({
			on: event.on,
			value: sayRemark(fact.id, event.text),
		})),
		...fact.values
			.filter((value) => value.from !== null && knownFrom(value) <= date)
			.map((value) => ({
				on: value.from as string,
				value: statusStep(
					value.status,
					value === now.entry
						? say("As told above.")
						: say("“{statement}”", { statement: sayStatement(fact.id, value) }),
				),
			})),
		...fact.outlook
			.filter((entry) => entry.status !== "estimated" && knownFrom(entry) <= date)
			.map((entry) => ({
				on: entry.from,
				value: statusStep(
					entry.status === "estimated" ? undefined : entry.status,
					sayStatement(fact.id, entry),
				),
			})),
	];
	if (dated.length < 2) return [];
	dated.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
	return dated.map(({ on, value }) => ({ label: sayDay(on), value }));
}

function statusStep(status: keyof typeof STATUS_WORDS | undefined, statement: string): string {
	return status
		? say("{status}. {statement}", { status: say(STATUS_WORDS[status]), statement })
		: statement;
}
