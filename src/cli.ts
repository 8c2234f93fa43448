#!/usr/bin/env node
import { runCli } from "./adapters/cli/run.ts";
import { readConfig, readDotEnv } from "./config.ts";
import { dayInWashington, plainDate } from "./core/dates.ts";
import { openDesk } from "./open-desk.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
try {
	readDotEnv();
	const { DESK_TODAY } = readConfig({ DESK_TODAY: process.env.DESK_TODAY });
	const fixed = DESK_TODAY ? plainDate(DESK_TODAY) : undefined;
	const { desk } = await openDesk(() => fixed ?? dayInWashington(Date.now()));
	process.exitCode = await runCli(desk, process.argv.slice(2), { input: process.stdin, output: process.stdout, errors: process.stderr });
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : "the program failed"}\n`);
	process.exitCode = 1;
}
