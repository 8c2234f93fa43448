import { existsSync } from "node:fs";
import { z } from "zod";
import { slackProblems } from "./config-slack.ts";
import { type PlainDate, plainDate } from "./core/dates.ts";

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

const PORTAL = "https://discord.com/developers/applications";
const SLACK_BASICS = "copy it from Basic Information of your app at https://api.slack.com/apps";

const text = (shape: RegExp, problem: string) => z.string().regex(shape, problem).optional();
const oneOf = <const T extends string>(...values: T[]) =>
	z.enum(values, `must be ${values.join(" or ")}`);
const snowflake = (place: string) =>
	text(/^\d{15,22}$/, `must be an id of 15 to 22 digits: ${place}`);
const url = (problem: string) =>
	z
		.string()
		.refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), problem)
		.refine(
			(value) => !/[?#@\s]/.test(value),
			"must not hold a user name, a query, a fragment or a space",
		);
const PORT_RANGE = "must be a number from 0 to 65535 (0 takes any free port)";

/** Every variable, as `.env.example` lists them and says where to get them. */
export const ENVIRONMENT = z.object({
	DISCORD_TOKEN: text(
		/^[^\s."']+\.[^\s."']+\.[^\s."']+$/,
		`must be a bot token, three parts with dots between, without "Bot" before it: copy it from the Bot page of ${PORTAL}`,
	),
	DISCORD_APPLICATION_ID: snowflake(`copy it from the General Information page of ${PORTAL}`),
	DISCORD_TRANSPORT: oneOf("gateway", "http").default("gateway"),
	DISCORD_PUBLIC_KEY: text(
		/^[0-9a-f]{64}$/i,
		`must be 64 hexadecimal digits: copy it from the General Information page of ${PORTAL}`,
	),
	DISCORD_GUILD_ID: snowflake("right-click the server in Discord and choose Copy Server ID"),
	DISCORD_ALERT_CHANNEL: snowflake("right-click the channel in Discord and choose Copy Channel ID"),
	DISCORD_API_URL: url("must be an http or https address; leave it out for Discord itself")
		.transform(withoutSlash)
		.optional(),

	SLACK_BOT_TOKEN: text(
		/^xoxb-\S+$/,
		"must begin with xoxb-: copy the Bot User OAuth Token from OAuth & Permissions of your app at https://api.slack.com/apps",
	),
	SLACK_APP_TOKEN: text(
		/^xapp-\S+$/,
		"must begin with xapp-: make an app-level token with connections:write under Basic Information of your app at https://api.slack.com/apps",
	),
	SLACK_SIGNING_SECRET: text(
		/^\S{8,}$/,
		`must be at least 8 characters without spaces: ${SLACK_BASICS}`,
	),
	SLACK_CLIENT_ID: text(/^[\d.]+$/, `must be digits with a dot between: ${SLACK_BASICS}`),
	SLACK_CLIENT_SECRET: text(
		/^\S{8,}$/,
		`must be at least 8 characters without spaces: ${SLACK_BASICS}`,
	),
	SLACK_STATE_SECRET: text(
		/^\S{16,}$/,
		"must be at least 16 characters of your own: openssl rand -hex 32",
	),
	SLACK_AGENT: oneOf("on", "off").default("off"),
	SLACK_ALERT_CHANNEL: text(
		/^[CG][A-Z0-9]{5,}$/,
		"must be a channel id such as C0123456789: it stands at the foot of the channel's details in Slack",
	),
	SLACK_API_URL: url("must be an http or https address; leave it out for Slack itself").optional(),

	HOST: z
		.string()
		.regex(/^[^\s/]+$/, "must be an address or name of this machine, such as 127.0.0.1")
		.default("127.0.0.1"),
	PORT: z
		.string()
		.regex(/^\d{1,5}$/, PORT_RANGE)
		.transform(Number)
		.refine((port) => port <= 65_535, PORT_RANGE)
		.default(3000),
	PUBLIC_URL: url(
		"must be the http or https address that people reach this desk at, such as https://desk.example.org",
	)
		.transform(withoutSlash)
		.optional(),
	METRICS: oneOf("on", "off").optional(),
	SUPPORT_URL: url(
		"must be the http or https address of the page where people reach you",
	).optional(),
	SUPPORT_EMAIL: z.email("must be an e-mail address").optional(),

	DATABASE_URL: text(
		/^postgres(ql)?:\/\/\S+$/,
		"must begin with postgres://: your database provider shows it; leave it out for a file in DATA_DIR",
	),
	DATA_DIR: z.string().default("./data"),
	ENCRYPTION_KEY: text(
		/^[A-Za-z0-9+/]{43}=$/,
		"must be 32 bytes in base64: openssl rand -base64 32",
	),

	SOURCE_WATCH: oneOf("on", "off").optional(),
	FEDERAL_REGISTER_URL: url(
		"must be an http or https address; leave it out for the Federal Register itself",
	).optional(),
	OFLC_URL: url(
		"must be an http or https address; leave it out for the Department of Labor itself",
	).optional(),

	DESK_TODAY: z
		.string()
		.transform((value, ctx): PlainDate => {
			const date = plainDate(value);
			if (date) return date;
			ctx.addIssue({
				code: "custom",
				message: "must be a calendar day, YYYY-MM-DD; leave it out for today",
			});
			return z.NEVER;
		})
		.optional(),
	LOG_LEVEL: z
		.enum(
			["fatal", "error", "warn", "info", "debug", "trace", "silent"],
			"must be fatal, error, warn, info, debug, trace or silent",
		)
		.default("info"),
});

export type Environment = z.output<typeof ENVIRONMENT>;

/** Reads `.env` of the working folder, when there is one; what is set already, even to nothing, stays. */
export function readDotEnv(path = ".env"): void {
	if (!existsSync(path)) return;
	try {
		process.loadEnvFile(path);
	} catch {
		throw new ConfigError([".env: this user may not read the file; make it readable or remove it"]);
	}
}

/** The environment, checked as a whole. An empty variable is unset. Throws ConfigError with every problem. */
export function readConfig(env: Record<string, string | undefined>): Environment {
	const given = withoutEmpty(env);
	const parsed = ENVIRONMENT.safeParse(given);
	const problems = [
		...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`),
		...discordProblems(given),
		...slackProblems(given),
	];
	if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
	return parsed.data;
}

/** The one variable that the terminal needs: a wrong token must not keep it from answering. */
export function readToday(env: Record<string, string | undefined>): PlainDate | undefined {
	return readConfig({ DESK_TODAY: env.DESK_TODAY }).DESK_TODAY;
}

/** Where imported wage years lie. */
export function readDataDir(env: Record<string, string | undefined>): string {
	return readConfig({ DATA_DIR: env.DATA_DIR }).DATA_DIR;
}

function withoutSlash(address: string): string {
	return address.replace(/\/+$/, "");
}

function withoutEmpty(env: Record<string, string | undefined>): Record<string, string> {
	const names = Object.keys(ENVIRONMENT.shape);
	return Object.fromEntries(
		names.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])),
	);
}

function discordProblems(env: Record<string, string>): string[] {
	const isHttp = env.DISCORD_TRANSPORT === "http";
	const others = [
		...(isHttp ? ["DISCORD_TRANSPORT"] : []),
		...["DISCORD_APPLICATION_ID", "DISCORD_PUBLIC_KEY", "DISCORD_GUILD_ID"].filter(
			(name) => env[name],
		),
	];
	const token =
		env.DISCORD_TOKEN || others.length === 0
			? []
			: [
					`DISCORD_TOKEN: missing beside ${others.join(" and ")}: copy it from the Bot page of ${PORTAL}`,
				];
	const key =
		isHttp && !env.DISCORD_PUBLIC_KEY
			? [
					`DISCORD_PUBLIC_KEY: missing beside DISCORD_TRANSPORT=http, which checks signatures with it: copy it from the General Information page of ${PORTAL}`,
				]
			: [];
	return [...token, ...key];
}
