import type { Row } from "../core/answer.ts";
import type { FactView } from "../core/facts/lookup.ts";

/** What goes under a fact's statement: what comes next, what is often mistaken, what else matters. */
export function factRows(view: FactView): Row[] {
	const { fact, scheduled, learnedLater } = view;
	return [
		...(scheduled?.from ? [{ label: `From ${scheduled.from}`, value: scheduled.statement }] : []),
		...(learnedLater ? [{ label: "Learned only later", value: learnedLater.statement }] : []),
		...(fact.misread ? [{ label: "Often mistaken", value: fact.misread }] : []),
		...(fact.note ? [{ label: "Note", value: fact.note }] : []),
	];
}
