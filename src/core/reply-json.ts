import { toPlainText } from "./plain-text.ts";
import type { Reply } from "./reply.ts";

/** One answer as JSON, as scripts and `POST /api/answer` get it. */
export function replyToJson(reply: Reply) {
	const { answer } = reply;
	return {
		outcome: reply.outcome,
		command: reply.command,
		input: reply.input,
		answer: {
			title: answer.title,
			lead: answer.lead,
			rows: answer.rows,
			chart: answer.chart,
			status: answer.status,
			asOf: answer.asOf,
			askedFor: answer.askedFor,
			notCheckedSince: answer.notCheckedSince,
			sources: answer.sources,
			facts: answer.facts,
			buttons: answer.buttons,
			choices: answer.choices,
			...(answer.words && { language: answer.words.language }),
		},
		values: reply.values,
		text: toPlainText(answer),
	};
}
