import type { Row } from "../core/answer.ts";
import type { FactView } from "../core/facts/lookup.ts";
import { figuresByYear, type YearFigure } from "../core/facts/series.ts";
import { count, dollars, fiscalYearName } from "../core/format.ts";

/** What goes under a fact's statement: what comes next, what is often mistaken, what else matters. */
export function factRows(view: FactView): Row[] {
	const { fact, scheduled, learnedLater } = view;
	return [
		...yearRow(view),
		...(scheduled?.from ? [{ label: `From ${scheduled.from}`, value: scheduled.statement }] : []),
		...(learnedLater ? [{ label: "Learned only later", value: learnedLater.statement }] : []),
		...(fact.misread ? [{ label: "Often mistaken", value: fact.misread }] : []),
		...(fact.note ? [{ label: "Note", value: fact.note }] : []),
	];
}

/** The numbers of a fact that counts by fiscal year, in one row; nothing for a single year. */
export function yearRow(view: FactView): Row[] {
	const years = figuresByYear(view);
	if (years.length < 2) return [];
	return [{ label: "By fiscal year", value: years.map(yearWords).join("; ") }];
}

/** The entries behind that row, so that their sources are listed. */
export function yearSources(view: FactView): FactView[] {
	return figuresByYear(view).map((found) => found.view);
}

/** `FY 2009 41% (reported)` */
function yearWords({ fiscalYear, value, isReported, view }: YearFigure): string {
	return `${fiscalYearName(fiscalYear)} ${inUnit(value, view.fact.unit)}${isReported ? " (reported)" : ""}`;
}

function inUnit(value: number, unit: string | undefined): string {
	if (unit === "share") return `${Number((value * 100).toFixed(1))}%`;
	return unit === "USD" ? dollars(value) : count(value);
}
