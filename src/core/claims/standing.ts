import type { PlainDate } from "../dates.ts";
import type { Fact } from "../facts/fact.ts";
import { type Facts, type FactView, RECORDS_START } from "../facts/lookup.ts";
import type { ClaimIndex } from "./phrases.ts";
import { isNumberToken, type Reading, readText } from "./read.ts";
import { readState, type SaidState, type State } from "./said-state.ts";
import type { Judgement, Verdict } from "./verdict.ts";

type Status = NonNullable<FactView["status"]>;

/** Whether a thing of a status is in a state: null where the status does not tell. */
const IS: Partial<Record<Status, Partial<Record<State, boolean>>>> = {
	"in-effect": { "in-force": true, stopped: false, over: false, proposed: false },
	blocked: { "in-force": false, stopped: true, over: false, proposed: false },
	proposed: { "in-force": false, adopted: false, proposed: true },
	ended: { "in-force": false, over: true, proposed: false },
	expired: { "in-force": false, over: true, proposed: false },
};

/** What a claim about the state of a thing comes to, and how far its words are about that thing. */
export interface Standing extends Judgement {
	/** The claim says nothing beside the thing and its state. */
	bare: boolean;
}

/** Holds the state that a claim names against the status of the thing it is about, on the day it speaks of. */
export function judgeStanding(
	claim: string,
	reading: Reading,
	facts: Facts,
	index: ClaimIndex,
	date: PlainDate,
): Standing | null {
	const said = readState(claim);
	const [state] = said.states;
	if (!state || said.states.length > 1 || said.future) return null;
	if (reading.hypothetical && state !== "proposed") return null;
	const subject = subjectOf(said, index);
	for (const thing of thingsOf(subject, state === "stopped", facts, index, date)) {
		const verdict = verdictOf(state, said, reading, thing, facts, date);
		const view = facts.stateOn(thing.fact.id, date);
		if (!verdict || !view.known || !mayBe(verdict, thing, said, reading)) continue;
		return { verdict, facts: [view], by: "state", bare: thing.bare };
	}
	return null;
}

/** A claim that says more than the state is not borne out by it, nor is a duty that is somebody else's. */
function mayBe(verdict: Verdict, thing: Thing, said: SaidState, claim: Reading): boolean {
	if (thing.bare && verdict !== "supported") return true;
	if (verdict !== "supported") return !said.due && !said.negated;
	const isCharged = said.due && !said.negated;
	const sweeps = claim.sweeping.filter((kind) => kind !== "only" || said.states[0] !== "proposed");
	return thing.bare && !isCharged && sweeps.length === 0;
}

interface Thing {
	fact: Fact;
	/** Whether a text names it. */
	isNamed(text: string): boolean;
	bare: boolean;
	rank: number;
}

function verdictOf(
	state: State,
	said: SaidState,
	claim: Reading,
	{ fact, isNamed }: Thing,
	facts: Facts,
	date: PlainDate,
): Verdict | null {
	const wanted = !said.negated;
	const isSo = (day: PlainDate): boolean | null => {
		const view = facts.stateOn(fact.id, day);
		if (!view.known || !view.status) return null;
		const is = IS[view.status]?.[state] ?? null;
		if (is === null || !isTold(view, isNamed)) return null;
		if (is && isReturn(state, said) && !wasOut(fact, day)) return null;
		return is === wanted;
	};
	const now = isSo(date);
	const days = claim.days.filter((day) => /^\d{4}-\d{2}/.test(day));
	if (days.length < claim.days.length || claim.fiscalYears.length > 0 || days.length > 1)
		return null;
	const [named] = days;
	if (named === undefined) {
		if (now === null) return null;
		if (now) return "supported";
		const once = fact.values.some(
			({ from }) => from !== null && from <= date && isSo(from) === true,
		);
		const old = said.past || (isOver(fact, facts, date) && !said.event);
		return once && old ? "outdated" : "contradicted";
	}
	if (named > facts.horizon || named > date) return null;
	const then = daysIn(named, fact, date).map(isSo);
	const ever = then.includes(true);
	if (!ever) return then.includes(null) || then.length === 0 ? null : "contradicted";
	if (said.past) return said.event && !startsWithin(fact, named) ? null : "supported";
	if (now === false) return "contradicted";
	return null;
}

const isOver = (fact: Fact, facts: Facts, date: PlainDate): boolean => {
	const view = facts.stateOn(fact.id, date);
	return view.known && (view.status === "ended" || view.status === "expired");
};

/** The days on which the state of a fact can have changed within a named day or month. */
function daysIn(named: string, fact: Fact, date: PlainDate): PlainDate[] {
	if (named.length === 10) return [named as PlainDate];
	const first = `${named}-01` as PlainDate;
	const changes = fact.values.flatMap(({ from }) => (from?.startsWith(named) ? [from] : []));
	return [first < RECORDS_START ? RECORDS_START : first, ...changes].filter((day) => day <= date);
}

const startsWithin = (fact: Fact, named: string): boolean =>
	fact.values.some(({ from }) => from?.startsWith(named));

/** "Back in force" says that it was out of force before. */
const isReturn = (state: State, said: SaidState): boolean => state === "in-force" && said.event;
const wasOut = (fact: Fact, day: PlainDate): boolean =>
	fact.values.some(
		({ from, status }) =>
			from !== null && from < day && status !== undefined && status !== "in-effect",
	);

const TOLD: Partial<Record<Status, readonly State[]>> = {
	blocked: ["stopped"],
	ended: ["over", "stopped"],
	expired: ["over"],
	proposed: ["proposed"],
};

/** A status speaks for the thing itself where a sentence that names the thing says it. */
function isTold({ entry, status }: FactView, isNamed: (text: string) => boolean): boolean {
	const parts = entry.statement.split(/(?<=[.;])\s+/);
	if (status === "in-effect") {
		const said = parts.filter(isNamed).flatMap((part) => readState(part).states);
		return said.length === 0 || said.includes("in-force");
	}
	const told = status ? (TOLD[status] ?? []) : [];
	return parts.some(
		(part) => isNamed(part) && readState(part).states.some((state) => told.includes(state)),
	);
}

// Who may have done it, and what goes without saying.
const BESIDES = new Set(
	"court judg president govern congress uscis dhs state department white house biden administration fee h1b payment charge rule policy thing new employer worker petition visa program pay everyon united feder require".split(
		" ",
	),
);
const MEANT = new Set(
	"fee h1b payment charge rule policy thing program pay require employer".split(" "),
);

const COURT = new Set(["court", "judg"]);

const subjectOf = (said: SaidState, index: ClaimIndex): string[] =>
	withoutMeant([...new Set(readText(said.rest, index.fold).sequence)]);

const AMOUNT = new Set("fee payment charge pay require employer".split(" "));

/** "The 100k fee" and "the 100k" are one, "premium processing" and its fee are not. */
function withoutMeant(words: readonly string[]): string[] {
	const isAmount = words.some((word) => isNumberToken(word) || word === "payment100k");
	const others = words.filter((word) => !MEANT.has(word) || (AMOUNT.has(word) && !isAmount));
	return others.length > 0 ? others : [...words];
}

/** The rules of one status that some words name, the closest first; none when they differ. */
function thingsOf(
	subject: readonly string[],
	byCourt: boolean,
	facts: Facts,
	index: ClaimIndex,
	date: PlainDate,
): Thing[] {
	const found = facts.all
		.flatMap((fact) => thingIn(fact, subject, byCourt, index) ?? [])
		.sort((a, b) => b.rank - a.rank);
	const statusOf = ({ fact }: Thing) => {
		const view = facts.stateOn(fact.id, date);
		return view.known ? view.status : null;
	};
	const [best] = found;
	if (!best) return [];
	const top = found.filter(({ rank }) => rank === best.rank);
	if (new Set(top.map(statusOf)).size > 1) return [];
	return found.filter(
		(thing) => thing.fact.topic === best.fact.topic && statusOf(thing) === statusOf(best),
	);
}

function thingIn(
	fact: Fact,
	subject: readonly string[],
	byCourt: boolean,
	index: ClaimIndex,
): Thing | null {
	if (fact.kind !== "rule" || fact.unknown) return null;
	const known = index.namesOf(fact);
	if (!subject.some((word) => known.has(word) || isNumberToken(word))) return null;
	const names = index.subjectsOf(fact).map(withoutMeant);
	const named = names
		.filter((words) => words.every((word) => subject.includes(word)))
		.sort((a, b) => b.length - a.length)[0];
	if (!named) return null;
	const others = subject.filter((word) => !named.includes(word));
	if (named.join() === "h1b" && !others.every((word) => word === "visa" || word === "program"))
		return null;
	if (!others.every((word) => known.has(word) || BESIDES.has(word))) return null;
	const bare = others.every((word) => MEANT.has(word) || (byCourt && COURT.has(word)));
	const isNamed = (text: string) => {
		const words = readText(text, index.fold).sequence;
		return names.some((name) => name.every((word) => words.includes(word)));
	};
	return {
		fact,
		isNamed,
		bare,
		rank: named.length * 4 + (fact.headline ? 3 : 0) + (bare ? 1 : 0),
	};
}
