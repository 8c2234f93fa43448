import { type Answer, answer, type Row } from "../answer.ts";
import type { Reply } from "../reply.ts";
import { say, sayPastStatement, sayStatement, sayTitle, sayUntranslated } from "../say.ts";
import { STATUS_WORDS } from "../status.ts";
import type { Change } from "./changes.ts";
import type { FactState } from "./snapshot.ts";

/** The before/after card of one change, made from what was recorded of it alone. */
export function changeCard(change: Change): Reply {
	const { before, after, fact } = change;
	const shown = after ?? before;
	const drawn: Answer = {
		...answer({
			title: titleOf(change),
			lead: after
				? sayStatement(fact, after)
				: say("This desk no longer states this. What it said is below."),
			rows: [
				{ label: say("Before"), value: beforeWords(change) },
				...(after ? [{ label: say("Now"), value: nowWords(before, after) }] : []),
				...news(change),
			],
			buttons: after
				? [{ label: say("Whole history"), do: { command: "policy", input: { topic: fact } } }]
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

function titleOf({ before, after, fact, title: english }: Change): string {
	const title = sayTitle({ id: fact, title: english });
	if (!after) return say("Taken out: {title}", { title });
	return before ? say("Changed: {title}", { title }) : say("New: {title}", { title });
}

function beforeWords({ before, after, fact }: Change): string {
	if (!before) return say("Not listed here.");
	// What is no longer stated has no English card to look at, so its English stands here.
	const words = after ? sayPastStatement(fact, before) : sayUntranslated(before.statement);
	return say("{heading}. {statement}", { heading: heading(before), statement: words });
}

/** The new statement is the lead; here stand its status and day. */
function nowWords(before: FactState | null, after: FactState): string {
	const words = { heading: heading(after) };
	return before?.statement === after.statement
		? say("{heading}. The statement is the same.", words)
		: say("{heading}.", words);
}

function heading({ status, from }: FactState): string {
	const words = status ? say(STATUS_WORDS[status]) : say("Stated");
	return from ? say("{status}, since {from}", { status: words, from }) : words;
}

/** What is now adopted for later or proposed, and was not before. */
function news({ before, after, fact }: Change): Row[] {
	const known = new Set(before?.next.map((one) => one.statement));
	return (after?.next ?? [])
		.filter((one) => !known.has(one.statement))
		.slice(0, 3)
		.map((one) => ({ label: say("Also new"), value: sayStatement(fact, one) }));
}
