import { say, sayStatement } from "../../core/say.ts";
import { answer } from "../../core/answer.ts";
import { answered, type Result } from "../../core/reply.ts";
import type { Core } from "../command.ts";
import { notKnownThen } from "../not-known.ts";
import { wageSearch } from "./wrong.ts";

/** A raise without job or place: what it could change, and how to find out. */
export function raiseCard(core: Core): Result {
	const view = core.facts.on("dhs/selection-level", core.date);
	if (!view.known) return notKnownThen(core, say("A raise and the wage level"), view);
	return {
		...answered(
			answer({
				title: say("A raise and the wage level"),
				lead: say(
					"A raise changes the odds only when it lifts the pay over the next of the four wage levels for the occupation and area; inside one level it changes nothing.",
				),
				rows: [
					{ label: say("How the level is found"), value: sayStatement(view.id, view.entry) },
					{
						label: say("To compare both figures"),
						value:
							"/level with the pay, the job and the place, such as: /level 145k software engineer austin",
					},
				],
				from: [view],
				buttons: [
					{ label: say("Odds by level"), do: { command: "odds", input: {} } },
					{ label: say("Find the level"), do: { command: "level", input: {} } },
					wageSearch(),
				],
			}),
		),
		answeredBy: { command: "level", input: {} },
		again: { command: "ask", input: { question: "#dhs/selection-level" } },
		isPrivate: true,
	};
}
