import type { Button, Row } from "../core/answer.ts";
import type { Fact } from "../core/facts/fact.ts";
import type { FactView } from "../core/facts/lookup.ts";
import type { Core } from "./command.ts";

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

/** Opens a report on the fact, where the operator has named a page. A mail address stands on the page only. */
export function reportButton(core: Core, fact: Fact | null): Button[] {
	const address = core.reportOn(fact);
	return address?.startsWith("http") ? [{ label: "Report a wrong fact", open: address }] : [];
}
