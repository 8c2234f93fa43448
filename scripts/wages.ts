// Wage figures by occupation and area: npm run wages -- import FILE | download | list
import { setTimeout as sleep } from "node:timers/promises";
import { ConfigError, EX_CONFIG, readConfig } from "../src/config.ts";
import { dayInWashington } from "../src/core/dates.ts";
import { run } from "../src/wages/cli.ts";

try {
	const { DATA_DIR, DESK_TODAY, OFLC_URL } = process.env;
	// Only what is needed here: a wrong token must not keep the figures from being imported.
	const env = readConfig({ DATA_DIR, DESK_TODAY, OFLC_URL });
	process.exitCode = await run(process.argv.slice(2), {
		dataDir: env.DATA_DIR,
		base: env.OFLC_URL,
		cwd: process.env.INIT_CWD ?? process.cwd(),
		today: env.DESK_TODAY ?? dayInWashington(Date.now()),
		isTerminal: process.stderr.isTTY === true,
		fetch,
		wait: (ms) => sleep(ms),
		out: (text) => process.stdout.write(text),
		err: (text) => process.stderr.write(text),
	});
} catch (error) {
	if (!(error instanceof ConfigError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = EX_CONFIG;
}
