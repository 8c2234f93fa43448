import { say } from "../core/say.ts";
import { answer } from "../core/answer.ts";
import type { FactUnknown, FactView } from "../core/facts/lookup.ts";
import { notCovered, type Result } from "../core/reply.ts";
import type { Core } from "./command.ts";
import { learnedRow } from "./fact-card.ts";

/** The day asked about lies before the record: say so, never the newest value for want of a right one. */
export function notKnownThen(core: Core, title: string, fact: FactUnknown | FactView): Result {
	const first = "firstKnown" in fact ? fact.firstKnown : null;
	return notCovered(
		answer({
			title,
			lead: say("Not known on {date}: no fact of ours reaches that day{start}.", {
				date: core.date,
				start: first ? say("; the record starts on {first}", { first }) : "",
			}),
			rows: [
				...(fact.learnedLater ? [learnedRow(fact.id, fact.learnedLater)] : []),
				{
					label: say("Look"),
					value: say(
						"The official pages of USCIS, the State Department and the Labor Department keep older versions of their rules.",
					),
				},
			],
			buttons: [
				{
					label: say("USCIS H-1B page"),
					open: "https://www.uscis.gov/working-in-the-united-states/h-1b-specialty-occupations",
				},
			],
		}),
	);
}
