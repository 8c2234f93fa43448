import { say, sayStatement, sayTitle } from "../../core/say.ts";
import { answer, type Row } from "../../core/answer.ts";
import { addDays, type PlainDate } from "../../core/dates.ts";
import type { Fact, FactValue } from "../../core/facts/fact.ts";
import { type FactView, sameState } from "../../core/facts/lookup.ts";
import { figuresByYear } from "../../core/facts/series.ts";
import { answered, type Result } from "../../core/reply.ts";
import type { Core } from "../command.ts";
import { factRows, oneYearRow, reportButton, yearSources } from "../fact-card.ts";
import { notKnownThen } from "../not-known.ts";
import { personCard } from "../people.ts";
import { nameOf } from "../people/names.ts";
import { shortName } from "./short-name.ts";
import { stepsAsked } from "./steps.ts";

/** The card of a fact: a person's positions, or a fact with its statement and those of others close to it. */
export const cardOf = (core: Core, fact: Fact, text: string, more: CardParts = {}): Result =>
	fact.kind === "position"
		? whatTheySaid(core, fact, text)
		: factCard(core, fact, { ...more, text });

/** A person's card, led by the statement that the question is about, or told to have none on just that. */
function whatTheySaid(core: Core, fact: Fact, text: string): Result {
	const card = personCard(core, fact, text);
	const isOff =
		card.outcome === "answered" && !fact.unknown && core.search.missedBy(fact, text).length > 0;
	const lead = isOff
		? say("We have no sourced statement on exactly that. {statement}", {
				statement: card.answer.lead,
			})
		: card.answer.lead;
	return {
		...card,
		answer: { ...card.answer, lead },
		answeredBy: { command: "people", input: { name: nameOf(fact) } },
	};
}

export interface CardParts {
	/** Facts that the question asks for too: the card's status is theirs as well. */
	alsoAbout?: readonly Fact[];
	/** Facts that the question may be about: stated, but not what the card rests on. */
	closeBy?: readonly Fact[];
	/** Of a series, the year asked about. */
	year?: number | undefined;
	/** The question, for the dated steps that it asks for. */
	text?: string;
	/** Said before the answer: it may be about something else. */
	isUnsure?: boolean;
}

/** A fact's own statement as the answer, with what else its file says. */
export function factCard(
	core: Core,
	fact: Fact,
	{ alsoAbout = [], closeBy = [], year, text = "", isUnsure = false }: CardParts = {},
): Result {
	const latest = core.facts.stateOn(fact.id, core.date);
	if (!latest.known) return notKnownThen(core, sayTitle(fact), latest);
	const ofYear = year ? figuresByYear(latest).find((f) => f.fiscalYear === year) : undefined;
	const view = ofYear?.view ?? latest;
	const known = (facts: readonly Fact[]): FactView[] =>
		facts.flatMap((other) => {
			const state = core.facts.stateOn(other.id, core.date);
			return state.known ? [state] : [];
		});
	const more = known(alsoAbout);
	const near = known(closeBy);
	const from: FactView[] = [view, ...more];
	const statement = sayStatement(view.id, view.entry);
	return {
		...answered(
			answer({
				title: sayTitle(fact),
				lead: isUnsure
					? say("Closest we have; it may not answer your question. {statement}", { statement })
					: statement,
				rows: [
					...(ofYear ? [oneYearRow(ofYear)] : earlierStatements(view, core.date)),
					...stepsAsked(view, text, core.date),
					...factRows(latest, core.askedFor),
					...[...more, ...near].map((state) => ({
						label: sayTitle(state.fact),
						value: sayStatement(state.id, state.entry),
					})),
				],
				from,
				mentions: [...yearSources(latest), ...near],
				askedFor: core.askedFor,
				buttons: [
					{
						label: say("More on this topic"),
						do: { command: "policy", input: { topic: fact.topic } },
					},
					{ label: say("Ask something else"), do: { command: "help", input: {} } },
					...reportButton(core, fact),
				],
			}),
			{
				...(view.entry.value !== undefined && { value: view.entry.value }),
				...view.entry.figures,
				...(ofYear && { fiscalYear: year, value: ofYear.value }),
				facts: Object.fromEntries(from.map((v) => [v.id, v.entry.value ?? null])),
			},
		),
		again: {
			command: "ask",
			input: {
				question: [
					`#${fact.id}`,
					...(ofYear ? [`fy${year}`] : []),
					...(near.length > 0 ? [near.map((view) => `.${shortName(view)}`).join("")] : []),
				].join(" "),
				...(core.askedFor && { "as-of": core.askedFor }),
			},
		},
	};
}

/** In quotes and with its last day, as it was told in its own time: "can be collected" must not read as today. */
function earlierRow(view: FactView, value: FactValue): Row {
	const next = view.fact.values[view.fact.values.indexOf(value) + 1]?.from;
	const until = value.until ?? (next ? addDays(next, -1) : null);
	return {
		label: until ? say("Until {date} this read", { date: until }) : say("Earlier this read"),
		value: say("“{statement}”", { statement: sayStatement(view.id, value) }),
	};
}

/** What applied just before. */
function earlierStatements(view: FactView, date: PlainDate) {
	return view.fact.values
		.filter(
			(value) =>
				value.from !== null &&
				value.from <= date &&
				!sameState(value, view.entry) &&
				value !== view.entry,
		)
		.slice(-1)
		.filter((value) => (value.from ?? "") < (view.entry.from ?? "9"))
		.map((value) => earlierRow(view, value));
}
