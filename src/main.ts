import { pino } from "pino";
import type { AdapterParts, RunningAdapter } from "./adapters/adapter.ts";
import { start as startDiscord } from "./adapters/discord/start.ts";
import { registerRoutes } from "./adapters/page/routes.ts";
import { start as startSlack } from "./adapters/slack/start.ts";
import { ConfigError, EX_CONFIG, type Environment, readConfig, readDotEnv } from "./config.ts";
import { dayInWashington, plainDate } from "./core/dates.ts";
import { createServer } from "./http/server.ts";
import { openDesk } from "./open-desk.ts";

/** All of it stops within this time after a signal. */
const STOP_WITHIN_MS = 4_800;

const say = (line: string) => process.stdout.write(`${line}\n`);

function stopWithProblems(problems: readonly string[]): never {
	for (const problem of problems) process.stderr.write(`${problem}\n`);
	process.exit(EX_CONFIG);
}

function configOrStop(): Environment {
	try {
		readDotEnv();
		return readConfig(process.env);
	} catch (error) {
		if (error instanceof ConfigError) stopWithProblems(error.problems);
		throw error;
	}
}

const config = configOrStop();
const log = pino({ level: config.LOG_LEVEL, base: null }, pino.destination(2));
process.on("unhandledRejection", (reason) => log.error({ error: nameOf(reason) }, "unhandled rejection"));
process.on("uncaughtException", (error) => {
	log.fatal({ error: nameOf(error) }, "uncaught exception");
	process.exit(1);
});

const fixedToday = config.DESK_TODAY ? plainDate(config.DESK_TODAY) : undefined;
const { desk, factProblems } = await openDesk(() => fixedToday ?? dayInWashington(Date.now()));
for (const problem of factProblems) log.error({ problem }, "fact problem");

const adapters: RunningAdapter[] = [];
const server = createServer(log);
registerRoutes(server, {
	desk,
	factProblems,
	adapters: () => adapters,
	support: { url: config.SUPPORT_URL, email: config.SUPPORT_EMAIL },
});
try {
	await server.listen({ host: config.HOST, port: config.PORT });
} catch (error) {
	const code = (error as NodeJS.ErrnoException).code;
	if (code === "EADDRINUSE") stopWithProblems(["PORT is in use by another program: stop that program or set another PORT"]);
	if (code === "EACCES") stopWithProblems(["PORT may not be used by this user: set a PORT above 1023"]);
	stopWithProblems(["HOST cannot be listened on: set an address of this machine, such as 127.0.0.1"]);
}
const address = server.server.address();
say(`page: http://${config.HOST.includes(":") ? `[${config.HOST}]` : config.HOST}:${address !== null && typeof address === "object" ? address.port : config.PORT}`);

const parts: AdapterParts = { desk, log, publicUrl: config.PUBLIC_URL ?? null };
if (config.DISCORD_TOKEN) {
	adapters.push(
		startDiscord(
			parts,
			{ token: config.DISCORD_TOKEN, applicationId: config.DISCORD_APPLICATION_ID, apiUrl: config.DISCORD_API_URL, guildId: config.DISCORD_GUILD_ID },
			() => say("discord: ready"),
		),
	);
}
if (config.SLACK_BOT_TOKEN && config.SLACK_APP_TOKEN) {
	adapters.push(
		startSlack(parts, { botToken: config.SLACK_BOT_TOKEN, appToken: config.SLACK_APP_TOKEN, apiUrl: config.SLACK_API_URL }, () => say("slack: ready")),
	);
}

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
	process.on(signal, () => {
		// The whole process group may be signalled twice; the second must not cut the drain.
		if (stopping) return;
		stopping = true;
		setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
		void Promise.allSettled([...adapters.map((adapter) => adapter.stop()), server.close()]).then(() => process.exit(0));
	});
}

function nameOf(error: unknown): string {
	return error instanceof Error ? `${error.name}${"code" in error ? ` ${String(error.code)}` : ""}` : typeof error;
}
