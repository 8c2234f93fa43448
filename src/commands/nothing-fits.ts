import { answer } from "../core/answer.ts";
import { notCovered, type Result } from "../core/reply.ts";

/** No fact answers: say so, and where to look. */
export function nothingFits(): Result {
	return notCovered(
		answer({
			title: "Not covered",
			lead: "We have no sourced fact that answers this, so we do not guess.",
			rows: [
				{
					label: "Covered here",
					value:
						"H-1B rules, the cap, registration, odds, fees, dates, court cases, proposals and what people said about them",
				},
				{
					label: "Look",
					value:
						"USCIS for petitions, the State Department for visas, the Labor Department for wages",
				},
			],
			buttons: [
				{
					label: "USCIS H-1B page",
					open: "https://www.uscis.gov/working-in-the-united-states/h-1b-specialty-occupations",
				},
				{ label: "Whole board", do: { command: "policy", input: {} } },
				{ label: "What can I ask?", do: { command: "help", input: {} } },
			],
		}),
	);
}
