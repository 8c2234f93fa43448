import { type Answer, answer, type Row } from "../answer.ts";
import { addDays } from "../dates.ts";
import type { Reply } from "../reply.ts";
import { STATUS_WORDS } from "../status.ts";
import type { Change } from "./changes.ts";
import type { FactState } from "./snapshot.ts";

/** The before/after card of one change, made from what was recorded of it alone. */
export function changeCard(change: Change): Reply {
	const { before, after, title, fact } = change;
	const shown = after ?? before;
	const drawn: Answer = {
		...answer({
			title: after ? (before ? `Changed: ${title}` : `New: ${title}`) : `Taken out: ${title}`,
			lead: after?.statement ?? "This desk no longer states this. What it said is below.",
			rows: [
				beforeRow(before, after),
				...(after ? [{ label: "Now", value: nowWords(before, after) }] : []),
				...news(before, after),
			],
			buttons: after
				? [{ label: "Whole history", do: { command: "policy", input: { topic: fact } } }]
				: [],
		}),
		status: after?.status ?? null,
		asOf: after?.asOf ?? null,
		sources: shown?.sources ?? [],
		facts: [fact],
	};
	// Nothing to share: the channel has it.
	return {
		outcome: "answered",
		command: "watch",
		input: {},
		answer: drawn,
		values: {},
		again: null,
	};
}

/** In quotes, with its last day where that is known: what was true then must not read as today. */
function beforeRow(before: FactState | null, after: FactState | null): Row {
	if (!before) return { label: "Before", value: "Not listed here." };
	const ended = after?.from && after.from > (before.from ?? "") ? addDays(after.from, -1) : null;
	return {
		label: ended ? `Until ${ended} this read` : "Before, this read",
		value: `“${stateWords(before)}”`,
	};
}

const stateWords = (state: FactState): string => `${heading(state)}. ${state.statement}`;

/** The new statement is the lead; here stand its status and day. */
function nowWords(before: FactState | null, after: FactState): string {
	const sameWords = before?.statement === after.statement;
	return sameWords ? `${heading(after)}. The statement is the same.` : `${heading(after)}.`;
}

function heading({ status, from }: FactState): string {
	const words = status ? STATUS_WORDS[status] : "Stated";
	return from ? `${words}, since ${from}` : words;
}

/** What is now adopted for later or proposed, and was not before. */
function news(before: FactState | null, after: FactState | null): Row[] {
	const known = new Set(before?.next.map((one) => one.statement));
	return (after?.next ?? [])
		.filter((one) => !known.has(one.statement))
		.slice(0, 3)
		.map((one) => ({ label: "Also new", value: one.statement }));
}
