import { say, sayDay, sayStatement, sayTitle, sayUntranslated } from "../core/say.ts";
import { answer, type Choice, type Row } from "../core/answer.ts";
import type { Fact } from "../core/facts/fact.ts";
import { answered, choose, notCovered, type Result } from "../core/reply.ts";
import { type Core, command, withAsOf } from "./command.ts";
import { completePerson } from "./complete.ts";
import { factRows, reportButton } from "./fact-card.ts";
import { notKnownThen } from "./not-known.ts";
import { person } from "./options.ts";
import { findPeople, nameOf, peopleFacts } from "./people/names.ts";
import { bestFor, type Statement, shiftOf, statementsBy } from "./people/statements.ts";

export const people = command({
	name: "people",
	summary: "Who said what on H-1B, when, and whether the position shifted",
	examples: ["/people", "/people musk", "/people trump as-of:2025-06-01"],
	options: withAsOf({ name: person.optional() }),
	takesRest: "name",
	complete: completePerson,
	run(core, input) {
		if (!input.name) return everyone(core);
		const found = findPeople(core.facts, input.name);
		if (found.length > 1) return whichPerson(found);
		return found[0] ? personCard(core, found[0]) : nobody(core);
	},
});

/** Everyone with the latest position known on the day. */
function everyone(core: Core): Result {
	const lines = peopleFacts(core.facts).flatMap((fact) => {
		const statements = statementsBy(core.facts, fact, core.date);
		const latest = statements.at(-1);
		return latest ? [{ fact, statements, latest }] : [];
	});
	if (lines.length === 0) {
		const first = peopleFacts(core.facts)[0];
		const state = first && core.facts.on(first.id, core.date);
		if (state) return notKnownThen(core, say("Who said what on H-1B"), state);
	}
	const spoke = lines.filter(({ fact }) => !fact.unknown);
	const shifted = spoke.filter(({ statements }) => shiftOf(statements).length > 1);
	return answered(
		answer({
			title: say("Who said what on H-1B"),
			lead: say(
				"{spoke} people and organisations with a statement we can date; {shifted} of them changed position: {none}.",
				{
					spoke: spoke.length,
					shifted: shifted.length,
					none: shifted.map(({ fact }) => nameOf(fact)).join(", ") || say("none"),
				},
			),
			rows: lines.map(({ fact, statements, latest }) => overview(fact, statements, latest)),
			from: lines.map(({ latest }) => latest.view),
			manyThings: true,
			askedFor: core.askedFor,
			choices: lines.slice(0, 25).map(({ fact }) => personChoice(fact)),
		}),
		{
			people: Object.fromEntries(
				spoke.map(({ fact, latest }) => [
					nameOf(fact),
					{ on: latest.on, stance: latest.stance ?? null },
				]),
			),
		},
	);
}

const stanceWords = ({ stance }: Statement): string => say(stance ?? "");

function overview(fact: Fact, statements: readonly Statement[], latest: Statement): Row {
	if (fact.unknown) return { label: nameOf(fact), value: say("no statement found") };
	const shift = shiftOf(statements);
	return {
		label: nameOf(fact),
		value: say("{day}: {text}", { day: sayDay(latest.on), text: sayUntranslated(latest.text) }),
		...(shift.length > 1
			? { note: say("shifted: {join}", { join: shift.map(stanceWords).join(say(", then ")) }) }
			: latest.stance !== undefined && { note: say(latest.stance) }),
	};
}

/**
 * One person's statements in order. With a question, the statement it is about leads, otherwise
 * the latest.
 */
export function personCard(core: Core, fact: Fact, question?: string): Result {
	const name = nameOf(fact);
	const statements = statementsBy(core.facts, fact, core.date);
	const latest = statements.at(-1);
	if (!latest) return notKnownThen(core, sayTitle(fact), core.facts.on(fact.id, core.date));
	const about = (question && bestFor(question, statements, name)) || latest;
	const earlier = statements.filter((statement) => statement !== about);
	return answered(
		answer({
			title: sayTitle(fact),
			lead: fact.unknown ? sayStatement(fact.id, latest.view.entry) : leadOf(about, statements),
			rows: [
				...(fact.unknown ? [] : statements.map(statementRow)),
				...factRows(latest.view, core.askedFor),
			],
			from: [about.view],
			mentions: earlier.map((statement) => statement.view),
			askedFor: core.askedFor,
			buttons: [
				{ label: say("Everyone"), do: { command: "people", input: {} } },
				...reportButton(core, fact),
			],
		}),
		{
			name,
			positions: fact.unknown
				? []
				: statements.map(({ on, stance }) => ({ on, stance: stance ?? null })),
		},
	);
}

const statementRow = ({ on, text, stance }: Statement): Row => ({
	label: sayDay(on),
	value: sayUntranslated(text),
	...(stance !== undefined && { note: say(stance) }),
});

function leadOf(about: Statement, all: readonly Statement[]): string {
	const latest = about === all.at(-1);
	const shift = shiftOf(all);
	const told =
		latest && all.length > 1
			? say("Latest: {statement}", { statement: sayUntranslated(about.whole) })
			: sayUntranslated(about.whole);
	if (shift.length > 1) {
		return `${told} ${say("The position shifted: {steps}.", { steps: shift.map((s) => say("{stance} ({day})", { stance: stanceWords(s), day: sayDay(s.on) })).join(say(", then ")) })}`;
	}
	return all.length > 1
		? `${told} ${say("No shift was found among {count} statements.", { count: all.length })}`
		: told;
}

const personChoice = (fact: Fact): Choice => ({
	label: nameOf(fact),
	do: { command: "people", input: { name: nameOf(fact) } },
});

function whichPerson(found: readonly Fact[]): Result {
	return choose(
		answer({
			title: say("Who is meant?"),
			lead: say("{found} of the people we hold fit this name. Which one?", { found: found.length }),
			choices: found.slice(0, 25).map(personChoice),
		}),
	);
}

function nobody(core: Core): Result {
	const held = peopleFacts(core.facts);
	return notCovered(
		answer({
			title: say("No statement of that name"),
			lead: say("We hold no sourced statement on H-1B by that name, so none is attributed."),
			rows: [{ label: say("We hold"), value: held.map(nameOf).join(", ") }],
			buttons: [{ label: say("Everyone"), do: { command: "people", input: {} } }],
		}),
	);
}
