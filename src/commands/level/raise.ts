import { answer } from "../../core/answer.ts";
import { answered, type Result } from "../../core/reply.ts";
import type { Core } from "../command.ts";
import { notKnownThen } from "../not-known.ts";
import { WAGE_SEARCH } from "./wrong.ts";

/** A raise without job or place: what it could change, and how to find out. */
export function raiseCard(core: Core): Result {
	const view = core.facts.on("dhs/selection-level", core.date);
	if (!view.known) return notKnownThen(core, "A raise and the wage level", view);
	return {
		...answered(
			answer({
				title: "A raise and the wage level",
				lead: "A raise changes the odds only when it lifts the pay over the next of the four wage levels for the occupation and area; inside one level it changes nothing.",
				rows: [
					{ label: "How the level is found", value: view.entry.statement },
					{
						label: "To compare both figures",
						value:
							"/level with the pay, the job and the place, such as: /level 145k software engineer austin",
					},
				],
				from: [view],
				buttons: [
					{ label: "Odds by level", do: { command: "odds", input: {} } },
					{ label: "Find the level", do: { command: "level", input: {} } },
					WAGE_SEARCH,
				],
			}),
		),
		answeredBy: { command: "level", input: {} },
		again: { command: "ask", input: { question: "#dhs/selection-level" } },
		isPrivate: true,
	};
}
