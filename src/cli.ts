#!/usr/bin/env node
import { createInterface } from "node:readline";
import { EXIT, run } from "./adapters/cli/run.ts";
import { ConfigError, readDataDir, readDotEnv, readToday } from "./config.ts";
import { dayInWashington } from "./core/dates.ts";
import { openDesk } from "./open-desk.ts";

// `desk ... | head` closes the pipe early; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) =>
	process.exit(error.code === "EPIPE" ? EXIT.ok : EXIT.failed),
);

try {
	readDotEnv();
	const today = readToday(process.env);
	const { desk } = await openDesk(() => today ?? dayInWashington(Date.now()), {
		dataDir: readDataDir(process.env),
	});
	process.exitCode = await run(desk, process.argv.slice(2), {
		lines: createLines(),
		out: (text) => process.stdout.write(text),
		err: (text) => process.stderr.write(text),
		signs: process.env.TERM === "dumb" ? "ascii" : "unicode",
	});
} catch (error) {
	process.exitCode = EXIT.failed;
	// The message of anything unexpected may quote what was typed; its kind does not.
	const what =
		error instanceof ConfigError
			? error.message
			: `The desk failed (${error instanceof Error ? error.name : "unknown"}).`;
	process.stderr.write(`${what}\n`);
}

/** Standard input, opened only when somebody reads from it. */
async function* createLines(): AsyncGenerator<string> {
	yield* createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
}
