import { pino } from "pino";
import { createBackground } from "./background.ts";
import { registerPage } from "./adapters/page/page.ts";
import { createChartPictures } from "./charts/png.ts";
import { ConfigError, EX_CONFIG, readConfig, readDotEnv } from "./config.ts";
import { dayInWashington } from "./core/dates.ts";
import { registerHealth } from "./http/health.ts";
import { createHooks } from "./http/hooks.ts";
import { ListenError, listen } from "./http/listen.ts";
import { createHttpServer, placesOf } from "./http/server.ts";
import { openDesk, readVersion } from "./open-desk.ts";
import { createPlatforms, type PlatformParts } from "./platforms.ts";
import { ROOT } from "./root.ts";
import { createMemoryStore } from "./store/memory.ts";
import { stopOnSignal } from "./stop.ts";
import { warm } from "./warm.ts";

try {
	await main();
} catch (error) {
	if (!(error instanceof ConfigError || error instanceof ListenError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exit(EX_CONFIG);
}

async function main(): Promise<void> {
	readDotEnv();
	const env = readConfig(process.env);
	// Standard output is for the lines that say what is ready; the log goes to standard error.
	const log = pino({ level: env.LOG_LEVEL, base: null }, pino.destination({ dest: 2, sync: true }));
	process.on("uncaughtException", (error) => {
		log.fatal(describe(error), "stopped by an error that nothing caught");
		process.exit(1);
	});
	process.on("unhandledRejection", (reason) =>
		log.error(describe(reason), "a promise failed and nothing caught it"),
	);

	const running: { stop(): Promise<unknown> }[] = [];
	stopOnSignal(log, () => Promise.all(running.map((part) => part.stop())));

	const support = { url: env.SUPPORT_URL, email: env.SUPPORT_EMAIL };
	const today = () => env.DESK_TODAY ?? dayInWashington(Date.now());
	const store = createMemoryStore();
	const background = createBackground({ store, log, env, today, version: readVersion() });
	const { desk, factProblems, wageProblems } = await openDesk(today, {
		dataDir: env.DATA_DIR,
		support,
		services: background.services,
	});
	for (const problem of factProblems) log.error({ problem }, "facts");
	for (const problem of wageProblems) log.error({ problem }, "wages");

	warm(desk);
	const pictures = createChartPictures({
		root: ROOT,
		onTrouble: (what) => log.error({ what }, "charts: no picture; cards go without"),
	});
	const app = createHttpServer(log);
	const parts: PlatformParts = {
		desk,
		log,
		publicUrl: env.PUBLIC_URL ?? null,
		pictures,
		store,
		keepAddress: createHooks(app),
		visibility: background.visibility,
		onLeft: background.onLeft,
	};
	const platforms = createPlatforms(parts, env);
	registerPage(app, { desk, support });
	registerHealth(app, () => [
		...(factProblems.length > 0
			? [`facts: ${factProblems.length} problems; run npm run facts:check`]
			: []),
		...platforms.problems(),
	]);

	running.push({ stop: () => app.close() }, platforms, background);
	const address = await listen(app, env.HOST, env.PORT);
	say(
		`page: ${address}${platforms.count === 0 ? " (all is well; Discord and Slack are not configured)" : ""}`,
	);
	platforms.start((name) => {
		say(`${name}: ready`);
		background.poke();
	});
	background.start(platforms, desk.facts);
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** An error without its message, which may quote what a user typed. */
function describe(error: unknown) {
	const code = error instanceof Error && "code" in error ? error.code : undefined;
	return { kind: error instanceof Error ? error.name : typeof error, code, stack: placesOf(error) };
}
