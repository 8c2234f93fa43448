import { say, sayDay, sayStatement, sayRemark } from "../core/say.ts";
import type { Button, Row } from "../core/answer.ts";
import type { PlainDate } from "../core/dates.ts";
import type { Fact, FactValue } from "../core/facts/fact.ts";
import { type FactView, knownFrom } from "../core/facts/lookup.ts";
import type { Core } from "./command.ts";
import { figuresByYear, type YearFigure } from "../core/facts/series.ts";
import { count, dollars, fiscalYearName } from "../core/format.ts";

/** What goes under a fact's statement: what comes next, what is often mistaken, what else matters. */
export function factRows(view: FactView, askedFor: PlainDate | null = null): Row[] {
	const { fact, scheduled, learnedLater, superseded } = view;
	return [
		...yearRow(view),
		...(scheduled?.from
			? [
					{
						label: say("From {from}", { from: scheduled.from }),
						value: sayStatement(view.id, scheduled),
					},
				]
			: []),
		...(learnedLater ? [learnedRow(view.id, learnedLater)] : []),
		...lastConfirmedRow(view, askedFor),
		...(superseded ? [] : remarks(fact, askedFor)),
	];
}

/**
 * What a file adds to its current state; it may name later events, so older states go without, and
 * a past day goes without a remark that names a later one.
 */
function remarks(fact: Fact, askedFor: PlainDate | null): Row[] {
	return [
		{ label: say("Often mistaken"), value: fact.misread },
		{ label: say("Note"), value: fact.note },
	].flatMap(({ label, value }) =>
		value && !(askedFor && namesLater(value, askedFor))
			? [{ label, value: sayRemark(fact.id, value) }]
			: [],
	);
}

function namesLater(text: string, date: PlainDate): boolean {
	return (text.match(/\b20\d{2}(?:-\d{2}){0,2}\b/g) ?? []).some(
		(named) => named > date.slice(0, named.length),
	);
}

/** What applied on the day asked about but was published only afterwards. */
export function learnedRow(id: string, value: FactValue): Row {
	return {
		label: say("Known only since {knownFrom}", { knownFrom: knownFrom(value) }),
		value: sayStatement(id, value),
	};
}

/** For a day after the last confirmation: our evidence does not reach it. */
function lastConfirmedRow(view: FactView, askedFor: PlainDate | null): Row[] {
	if (!askedFor || view.superseded || view.fact.kind !== "rule" || askedFor <= view.checked)
		return [];
	return [
		{
			label: say("Last confirmed"),
			value: sayDay(view.checked),
			note: say("nothing that was read reaches {askedFor}", { askedFor }),
		},
	];
}

/** Opens a report on the fact, where the operator has named a page. A mail address stands on the page only. */
export function reportButton(core: Core, fact: Fact | null): Button[] {
	const address = core.reportOn(fact);
	return address?.startsWith("http") ? [{ label: say("Report a wrong fact"), open: address }] : [];
}

/** The numbers of a fact that counts by fiscal year, in one row; nothing for a single year. */
export function yearRow(view: FactView): Row[] {
	const years = figuresByYear(view);
	if (years.length < 2) return [];
	return [{ label: say("By fiscal year"), value: years.map(yearWords).join("; ") }];
}

/** The number of the one year asked about. */
export function oneYearRow(found: YearFigure): Row {
	return { label: fiscalYearName(found.fiscalYear), value: yearValue(found) };
}

/** The entries behind that row, so that their sources are listed. */
export function yearSources(view: FactView): FactView[] {
	return figuresByYear(view).map((found) => found.view);
}

/** `FY 2009 41% (reported)` */
const yearWords = (found: YearFigure): string =>
	`${fiscalYearName(found.fiscalYear)} ${yearValue(found)}`;

const yearValue = ({ value, isReported, view }: YearFigure): string =>
	isReported
		? say("{figure} (reported)", { figure: inUnit(value, view.fact.unit) })
		: inUnit(value, view.fact.unit);

function inUnit(value: number, unit: string | undefined): string {
	if (unit === "share") return `${Number((value * 100).toFixed(1))}%`;
	return unit === "USD" ? dollars(value) : count(value);
}
