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
		if (state) return notKnownThen(core, "Who said what on H-1B", state);
	}
	const spoke = lines.filter(({ fact }) => !fact.unknown);
	const shifted = spoke.filter(({ statements }) => shiftOf(statements).length > 1);
	return answered(
		answer({
			title: "Who said what on H-1B",
			lead: `${spoke.length} people and organisations with a statement we can date; ${shifted.length} of them changed position: ${shifted.map(({ fact }) => nameOf(fact)).join(", ") || "none"}.`,
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

function overview(fact: Fact, statements: readonly Statement[], latest: Statement): Row {
	if (fact.unknown) return { label: nameOf(fact), value: "no statement found" };
	const shift = shiftOf(statements);
	return {
		label: nameOf(fact),
		value: `${latest.on}: ${latest.text}`,
		...(shift.length > 1
			? { note: `shifted: ${shift.map((s) => s.stance).join(", then ")}` }
			: latest.stance !== undefined && { note: latest.stance }),
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
	if (!latest) return notKnownThen(core, fact.title, core.facts.on(fact.id, core.date));
	const about = (question && bestFor(question, statements, name)) || latest;
	const earlier = statements.filter((statement) => statement !== about);
	return answered(
		answer({
			title: fact.title,
			lead: fact.unknown ? latest.view.entry.statement : leadOf(about, statements),
			rows: [
				...(fact.unknown ? [] : statements.map(statementRow)),
				...factRows(latest.view, core.askedFor),
			],
			from: [about.view],
			mentions: earlier.map((statement) => statement.view),
			askedFor: core.askedFor,
			buttons: [
				{ label: "Everyone", do: { command: "people", input: {} } },
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
	label: on,
	value: text,
	...(stance !== undefined && { note: stance }),
});

function leadOf(about: Statement, all: readonly Statement[]): string {
	const latest = about === all.at(-1);
	const shift = shiftOf(all);
	const told = latest && all.length > 1 ? `Latest: ${about.whole}` : about.whole;
	if (shift.length > 1) {
		return `${told} The position shifted: ${shift.map((s) => `${s.stance} (${s.on})`).join(", then ")}.`;
	}
	return all.length > 1 ? `${told} No shift was found among ${all.length} statements.` : told;
}

const personChoice = (fact: Fact): Choice => ({
	label: nameOf(fact),
	do: { command: "people", input: { name: nameOf(fact) } },
});

function whichPerson(found: readonly Fact[]): Result {
	return choose(
		answer({
			title: "Who is meant?",
			lead: `${found.length} of the people we hold fit this name. Which one?`,
			choices: found.slice(0, 25).map(personChoice),
		}),
	);
}

function nobody(core: Core): Result {
	const held = peopleFacts(core.facts);
	return notCovered(
		answer({
			title: "No statement of that name",
			lead: "We hold no sourced statement on H-1B by that name, so none is attributed.",
			rows: [{ label: "We hold", value: held.map(nameOf).join(", ") }],
			buttons: [{ label: "Everyone", do: { command: "people", input: {} } }],
		}),
	);
}
