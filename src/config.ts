import { existsSync } from "node:fs";
import { z } from "zod";
import { plainDate } from "./core/dates.ts";

/** The environment cannot be used. One line a problem: the variable, what is wrong, where to get it; never its value. */
export class ConfigError extends Error {
	readonly code = "CONFIG_INVALID";
	readonly problems: readonly string[];
	constructor(problems: readonly string[]) {
		super(problems.join("\n"));
		this.name = "ConfigError";
		this.problems = problems;
	}
}

/** sysexits(3): the configuration is wrong. */
export const EX_CONFIG = 78;

const url = (what: string) =>
	z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), `must be an http or https address${what}`);
const onOff = z.enum(["on", "off"], { error: "must be on or off" });
const text = z.string();

/** Every variable, as `.env.example` lists them. */
export const ENVIRONMENT = z.object({
	DISCORD_TOKEN: text.min(20, "is too short for a bot token: copy it from the Bot page of https://discord.com/developers/applications").optional(),
	DISCORD_APPLICATION_ID: text.regex(/^\d{5,25}$/, "must be digits: copy it from the General Information page of https://discord.com/developers/applications").optional(),
	DISCORD_TRANSPORT: z.enum(["gateway", "http"], { error: "must be gateway or http" }).default("gateway"),
	DISCORD_PUBLIC_KEY: text.regex(/^[0-9a-f]{64}$/i, "must be 64 hexadecimal digits: copy it from the General Information page").optional(),
	DISCORD_API_URL: url("").optional(),
	DISCORD_GUILD_ID: text.regex(/^\d{5,25}$/, "must be digits: copy the server's ID in Discord's developer mode").optional(),
	SLACK_BOT_TOKEN: text.startsWith("xoxb-", "must begin with xoxb-: copy the Bot User OAuth Token from https://api.slack.com/apps").optional(),
	SLACK_APP_TOKEN: text.startsWith("xapp-", "must begin with xapp-: make an app-level token with connections:write at https://api.slack.com/apps").optional(),
	SLACK_SIGNING_SECRET: text.optional(),
	SLACK_CLIENT_ID: text.optional(),
	SLACK_CLIENT_SECRET: text.optional(),
	SLACK_STATE_SECRET: text.optional(),
	SLACK_API_URL: url("").optional(),
	SLACK_AGENT: onOff.default("off"),
	HOST: text.default("127.0.0.1"),
	PORT: z.string().regex(/^\d{1,5}$/, "must be a number from 0 to 65535").transform(Number).refine((n) => n <= 65535, "must be a number from 0 to 65535").default(3000),
	PUBLIC_URL: url(", such as https://desk.example.org").transform((text) => text.replace(/\/+$/, "")).optional(),
	DATABASE_URL: text.regex(/^postgres(ql)?:\/\//, "must begin with postgres://").optional(),
	DATA_DIR: text.default("./data"),
	ENCRYPTION_KEY: text.refine((key) => Buffer.from(key, "base64").length === 32, "must be 32 bytes in base64: make one with openssl rand -base64 32").optional(),
	DESK_TODAY: text.refine((day) => plainDate(day) !== undefined, "must be a calendar day as YYYY-MM-DD").optional(),
	SUPPORT_URL: url("").optional(),
	SUPPORT_EMAIL: z.email("must be an e-mail address").optional(),
	DISCORD_ALERT_CHANNEL: text.optional(),
	SLACK_ALERT_CHANNEL: text.optional(),
	SOURCE_WATCH: onOff.optional(),
	FEDERAL_REGISTER_URL: url("").optional(),
	OFLC_URL: url("").optional(),
	METRICS: onOff.optional(),
	LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], { error: "must be trace, debug, info, warn, error, fatal or silent" }).default("info"),
});

export type Environment = z.output<typeof ENVIRONMENT>;

/** Reads `.env` beside the program, when there is one; what is set already stays. */
export function readDotEnv(path = ".env"): void {
	if (existsSync(path)) process.loadEnvFile(path);
}

/** The environment, checked as a whole. An empty variable is unset. Throws ConfigError. */
export function readConfig(env: Record<string, string | undefined>): Environment {
	const given = Object.fromEntries(
		Object.keys(ENVIRONMENT.shape).flatMap((name) => (env[name]?.trim() ? [[name, env[name]?.trim()]] : [])),
	);
	const parsed = ENVIRONMENT.safeParse(given);
	if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));
	const problems = [...discordProblems(parsed.data), ...slackProblems(parsed.data)];
	if (problems.length > 0) throw new ConfigError(problems);
	return parsed.data;
}

function discordProblems(env: Environment): string[] {
	if (env.DISCORD_TRANSPORT === "http") {
		return ["DISCORD_TRANSPORT http is not available in this version: leave it out, and Discord is reached through the gateway"];
	}
	if (env.DISCORD_APPLICATION_ID && !env.DISCORD_TOKEN) {
		return ["DISCORD_TOKEN is missing beside DISCORD_APPLICATION_ID: copy it from the Bot page of https://discord.com/developers/applications"];
	}
	return [];
}

// The OAuth set beats the app token, which beats the signing secret.
function slackProblems(env: Environment): string[] {
	const socket = "set SLACK_BOT_TOKEN and SLACK_APP_TOKEN for Socket Mode";
	if (env.SLACK_CLIENT_ID || env.SLACK_CLIENT_SECRET || env.SLACK_STATE_SECRET) {
		if (env.SLACK_BOT_TOKEN) return ["SLACK_BOT_TOKEN stands beside SLACK_CLIENT_ID: use one workspace's token or the OAuth set, not both"];
		return [`SLACK_CLIENT_ID and the OAuth set are not available in this version: ${socket}`];
	}
	if (env.SLACK_APP_TOKEN && !env.SLACK_BOT_TOKEN) return ["SLACK_BOT_TOKEN is missing beside SLACK_APP_TOKEN: copy the Bot User OAuth Token from https://api.slack.com/apps"];
	if (env.SLACK_BOT_TOKEN && !env.SLACK_APP_TOKEN) {
		if (env.SLACK_SIGNING_SECRET) return [`SLACK_SIGNING_SECRET (HTTP mode) is not available in this version: ${socket}`];
		return ["SLACK_APP_TOKEN is missing beside SLACK_BOT_TOKEN: make an app-level token with connections:write at https://api.slack.com/apps"];
	}
	return [];
}
