import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import type { Desk } from "../../commands/desk.ts";
import { plainDate } from "../../core/dates.ts";
import { toPlainText } from "../../core/plain-text.ts";
import { replyToJson } from "../../core/reply-json.ts";

/** 0 for every outcome but a command with wrong options. */
const EXIT_INVALID = 2;

const USAGE = `usage: npm run -s desk -- "/odds 2 masters"      one answer as text
       npm run -s desk -- --json "/cap"          one answer as JSON
       npm run -s desk -- --jsonl < questions    one JSON string or {"text": ...} a line`;

export interface Streams {
	input: Readable;
	output: Writable;
	errors: Writable;
}

/** Answers the command line; gives the exit code. */
export async function runCli(desk: Desk, args: readonly string[], streams: Streams): Promise<number> {
	if (args[0] === "--jsonl") return answerLines(desk, streams);
	const asJson = args[0] === "--json";
	const text = args.slice(asJson ? 1 : 0).join(" ").trim();
	if (text === "") {
		streams.errors.write(`${USAGE}\n`);
		return EXIT_INVALID;
	}
	const reply = desk.text(text);
	streams.output.write(`${asJson ? JSON.stringify(replyToJson(reply), null, 2) : toPlainText(reply.answer)}\n`);
	return reply.outcome === "invalid" ? EXIT_INVALID : 0;
}

const lineSchema = z.union([
	z.string(),
	z.object({ text: z.string(), asOf: z.string().refine((day) => plainDate(day) !== undefined).optional(), locale: z.string().optional() }),
]);

async function answerLines(desk: Desk, streams: Streams): Promise<number> {
	for await (const line of createInterface({ input: streams.input, crlfDelay: Number.POSITIVE_INFINITY })) {
		if (line.trim() === "") continue;
		streams.output.write(`${JSON.stringify(answerLine(desk, line))}\n`);
	}
	return 0;
}

function answerLine(desk: Desk, line: string): object {
	let parsed: unknown;
	try {
		parsed = JSON.parse(line);
	} catch {
		return badLine;
	}
	const found = lineSchema.safeParse(parsed);
	if (!found.success) return badLine;
	if (typeof found.data === "string") return replyToJson(desk.text(found.data));
	const asOf = found.data.asOf === undefined ? undefined : plainDate(found.data.asOf);
	return replyToJson(desk.text(found.data.text, asOf ? { asOf } : {}));
}

const badLine = {
	outcome: "invalid",
	command: null,
	input: {},
	answer: null,
	values: {},
	text: 'This line is not a JSON string or an object such as {"text": "/cap"}.',
};
