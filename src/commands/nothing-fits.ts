import { say } from "../core/say.ts";
import { answer } from "../core/answer.ts";
import { notCovered, type Result } from "../core/reply.ts";

/** No fact answers: say so, and where to look. */
export function nothingFits(): Result {
	return notCovered(
		answer({
			title: say("Not covered"),
			lead: say("We have no sourced fact that answers this, so we do not guess."),
			rows: [
				{
					label: say("Covered here"),
					value: say(
						"H-1B rules, the cap, registration, odds, fees, dates, court cases, proposals and what people said about them",
					),
				},
				{
					label: say("Look"),
					value: say(
						"USCIS for petitions, the State Department for visas, the Labor Department for wages",
					),
				},
			],
			buttons: [
				{
					label: say("USCIS H-1B page"),
					open: "https://www.uscis.gov/working-in-the-united-states/h-1b-specialty-occupations",
				},
				{ label: say("Whole board"), do: { command: "policy", input: {} } },
				{ label: say("What can I ask?"), do: { command: "help", input: {} } },
			],
		}),
	);
}
