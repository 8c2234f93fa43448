import { createLimits } from "./adapters/limit.ts";
import { createBackground } from "./background.ts";
import { registerPage } from "./adapters/page/page.ts";
import { createChartPictures } from "./charts/png.ts";
import { ConfigError, EX_CONFIG, readConfig, readDotEnv } from "./config.ts";
import { dayInWashington } from "./core/dates.ts";
import { registerHealth } from "./http/health.ts";
import { createHooks } from "./http/hooks.ts";
import { ListenError, listen } from "./http/listen.ts";
import { createHttpServer, placesOf } from "./http/server.ts";
import { createLog } from "./log.ts";
import { createDeskMetrics, serveMetrics } from "./measure.ts";
import { openDesk, readVersion } from "./open-desk.ts";
import { pageParts } from "./page-parts.ts";
import { createPlatforms, hasPlatform, type PlatformParts } from "./platforms.ts";
import { ROOT } from "./root.ts";
import { openStore } from "./store/open.ts";
import { StoreError } from "./store/store.ts";
import { stopOnSignal } from "./stop.ts";
import { warm } from "./warm.ts";

try {
	await main();
} catch (error) {
	if (
		!(error instanceof ConfigError || error instanceof ListenError || error instanceof StoreError)
	)
		throw error;
	process.stderr.write(`${error.message}\n`);
	process.exit(EX_CONFIG);
}

async function main(): Promise<void> {
	readDotEnv();
	const env = readConfig(process.env);
	const log = createLog(env);
	process.on("uncaughtException", (error) => {
		log.fatal(describe(error), "stopped by an error that nothing caught");
		process.exit(1);
	});
	process.on("unhandledRejection", (reason) =>
		log.error(describe(reason), "a promise failed and nothing caught it"),
	);

	const running: { stop(): Promise<unknown> }[] = [];
	let closeStore = async (): Promise<void> => {};
	stopOnSignal(log, async () => {
		try {
			await Promise.all(running.map((part) => part.stop()));
		} finally {
			// Last: what is finished while stopping is still stored.
			await closeStore();
		}
	});

	const support = { url: env.SUPPORT_URL, email: env.SUPPORT_EMAIL };
	const today = () => env.DESK_TODAY ?? dayInWashington(Date.now());
	const store = await openStore(env, hasPlatform(env), (problem) =>
		problem ? log.error({ problem }, "store") : log.info("store: works again"),
	);
	closeStore = () => store.close();
	const background = createBackground({ store, log, env, today, version: readVersion() });
	const { desk, factProblems, wageProblems } = await openDesk(today, {
		dataDir: env.DATA_DIR,
		support,
		services: background.services,
	});
	for (const problem of factProblems) log.error({ problem }, "facts");
	for (const problem of wageProblems) log.error({ problem }, "wages");

	const pictures = createChartPictures({
		root: ROOT,
		onTrouble: (what) => log.error({ what }, "charts: no picture; cards go without"),
	});
	const app = createHttpServer(log);
	const metrics = createDeskMetrics(desk);
	const parts: PlatformParts = {
		desk,
		log,
		telemetry: metrics,
		limits: createLimits(),
		publicUrl: env.PUBLIC_URL ?? null,
		pictures,
		store,
		keepAddress: createHooks(app),
		visibility: background.visibility,
		onLeft: background.onLeft,
	};
	const platforms = createPlatforms(parts, env);
	let isWarm = false;
	registerPage(app, pageParts(desk, env));
	registerHealth(
		app,
		() => [
			...(factProblems.length > 0
				? [`facts: ${factProblems.length} problems; run npm run facts:check`]
				: []),
			...[store.problem()].flatMap((problem) => (problem ? [`store: ${problem}`] : [])),
			...platforms.problems(),
			...(platforms.count > 0 && !isWarm ? ["indexes: being opened"] : []),
		],
		platforms.configured,
	);

	serveMetrics(app, metrics, {
		desk,
		env,
		store,
		jobs: background.state,
		platforms: platforms.names,
		platformProblems: platforms.problems,
	});

	running.push({ stop: () => app.close() }, platforms, background);
	const address = await listen(app, env.HOST, env.PORT);
	say(
		`page: ${address}${platforms.count === 0 ? " (all is well; Discord and Slack are not configured)" : ""}`,
	);
	// While platforms connect; ready is said, here and on /readyz, when both are done.
	const warmed = warm(desk).then(() => {
		isWarm = true;
	});
	platforms.start((name) => {
		void warmed.then(() => {
			say(`${name}: ready`);
			background.poke();
		});
	});
	background.start(platforms, desk);
	await warmed;
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** An error without its message, which may quote what a user typed. */
function describe(error: unknown) {
	const code = error instanceof Error && "code" in error ? error.code : undefined;
	return { kind: error instanceof Error ? error.name : typeof error, code, stack: placesOf(error) };
}
