import { pino } from "pino";
import { registerPage } from "./adapters/page/page.ts";
import { ConfigError, loadEnv, readConfig } from "./config.ts";
import { dayInWashington } from "./core/dates.ts";
import { registerHealth } from "./http/health.ts";
import { ListenError, listen } from "./http/listen.ts";
import { createHttpServer, placesOf } from "./http/server.ts";
import { openDesk } from "./open-desk.ts";
import { createPlatforms } from "./platforms.ts";
import { stopOnSignal } from "./stop.ts";

const EX_CONFIG = 78;

try {
	await main();
} catch (error) {
	if (!(error instanceof ConfigError || error instanceof ListenError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exit(EX_CONFIG);
}

async function main(): Promise<void> {
	loadEnv();
	const config = readConfig(process.env);
	// Standard output is for the lines that say what is ready; the log goes to standard error.
	const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
	process.on("uncaughtException", (error) => {
		log.fatal(describe(error), "stopped by an error that nothing caught");
		process.exit(1);
	});
	process.on("unhandledRejection", (reason) => log.error(describe(reason), "a promise failed and nothing caught it"));

	const running: { stop(): Promise<unknown> }[] = [];
	stopOnSignal(log, () => Promise.all(running.map((part) => part.stop())));

	const { desk, factProblems } = await openDesk(() => config.today ?? dayInWashington(Date.now()));
	for (const problem of factProblems) log.error({ problem }, "facts");

	const platforms = createPlatforms({ desk, log, publicUrl: config.http.publicUrl }, config);
	const app = createHttpServer(log);
	registerPage(app, { desk, support: config.support });
	registerHealth(app, () => [
		...(factProblems.length > 0 ? [`facts: ${factProblems.length} problems; run npm run facts:check`] : []),
		...platforms.problems(),
	]);

	running.push({ stop: () => app.close() }, platforms);
	const address = await listen(app, config.http.host, config.http.port);
	const isAlone = !config.discord && !config.slack;
	say(`page: ${address}${isAlone ? " (all is well; Discord and Slack are not configured)" : ""}`);
	platforms.start((name) => say(`${name}: ready`));
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** An error without its message, which may quote what a user typed. */
function describe(error: unknown) {
	const code = error instanceof Error && "code" in error ? error.code : undefined;
	return { kind: error instanceof Error ? error.name : typeof error, code, stack: placesOf(error) };
}
