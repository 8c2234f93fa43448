import type { Desk } from "../../commands/desk.ts";
import { toPlainText } from "../../core/plain-text.ts";
import { replyToJson } from "../../core/reply-json.ts";
import { drawChart } from "./chart.ts";
import { answerLines } from "./jsonl.ts";

export interface Terminal {
	/** Lines of standard input. */
	lines: AsyncIterable<string>;
	out(text: string): void;
	err(text: string): void;
	/** What a chart may be drawn with. */
	signs: "unicode" | "ascii";
}

export const EXIT = { ok: 0, failed: 1, invalid: 2 } as const;

const USAGE = `Usage:
  npm run -s desk -- "/odds level:2 degree:us-masters"   one answer as text
  npm run -s desk -- "is the 100k fee in effect?"        a question in plain words
  npm run -s desk -- --json "/cap"                       one answer as JSON
  npm run -s desk -- --jsonl < questions.jsonl           one JSON answer for each line
"/help" lists all commands.`;

/** Answers what stands on the command line; gives the exit code. */
export async function run(
	desk: Desk,
	args: readonly string[],
	terminal: Terminal,
): Promise<number> {
	const flags = args.filter((arg) => arg.startsWith("--"));
	const unknown = flags.find((flag) => !["--json", "--jsonl", "--help"].includes(flag));
	if (unknown) return usage(terminal, "There is no such option.");
	if (flags.includes("--help")) {
		terminal.out(`${USAGE}\n`);
		return EXIT.ok;
	}
	if (flags.includes("--jsonl")) {
		for await (const line of answerLines(desk, terminal.lines)) terminal.out(`${line}\n`);
		return EXIT.ok;
	}
	const text = args
		.filter((arg) => !arg.startsWith("--"))
		.join(" ")
		.trim();
	if (text === "") return usage(terminal, "");
	const reply = desk.text(text);
	terminal.out(
		flags.includes("--json")
			? `${JSON.stringify(replyToJson(reply), null, 2)}\n`
			: `${[toPlainText(reply.answer), drawChart(reply.answer.chart, terminal.signs)].filter(Boolean).join("\n\n")}\n`,
	);
	return reply.outcome === "invalid" ? EXIT.invalid : EXIT.ok;
}

function usage(terminal: Terminal, problem: string): number {
	terminal.err(`${problem ? `${problem}\n` : ""}${USAGE}\n`);
	return EXIT.invalid;
}
