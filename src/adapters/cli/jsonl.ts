import type { Desk } from "../../commands/desk.ts";
import { answer } from "../../core/answer.ts";
import { replyToJson } from "../../core/reply-json.ts";
import { type AnswerRequest, contextOf, readAnswerRequest } from "../answer-request.ts";

/** One JSON object for every line, in order, bad lines included. */
export async function* answerLines(
	desk: Desk,
	lines: AsyncIterable<string>,
): AsyncGenerator<string> {
	for await (const line of lines) {
		yield JSON.stringify(answerLine(desk, line));
	}
}

function answerLine(desk: Desk, line: string) {
	const asked = readLine(line);
	if (!asked) return badLine();
	return replyToJson(desk.text(asked.text, contextOf(asked)));
}

function readLine(line: string): AnswerRequest | undefined {
	try {
		const json: unknown = JSON.parse(line);
		return readAnswerRequest(typeof json === "string" ? { text: json } : json);
	} catch {
		return undefined;
	}
}

function badLine() {
	return replyToJson({
		outcome: "invalid",
		command: "ask",
		input: {},
		values: {},
		again: null,
		answer: answer({
			title: "This line cannot be read",
			lead: 'Each line must be a JSON string, or an object such as {"text": "/cap", "asOf": "2026-11-25"}.',
		}),
	});
}
