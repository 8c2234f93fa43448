import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ConfigError, ENVIRONMENT, readConfig } from "../src/config.ts";
import { slackMode } from "../src/config-slack.ts";

const DISCORD = { DISCORD_TOKEN: "MTIzNDU2Nzg5.Gabcde.c2VjcmV0LXBhcnQtb2YtYS10b2tlbg" };
const SOCKET = { SLACK_BOT_TOKEN: "xoxb-1-secret", SLACK_APP_TOKEN: "xapp-1-secret" };
const HTTP = { SLACK_BOT_TOKEN: "xoxb-1-secret", SLACK_SIGNING_SECRET: "secret-secret" };
const OAUTH = {
	SLACK_CLIENT_ID: "1.2",
	SLACK_CLIENT_SECRET: "secret-secret",
	SLACK_STATE_SECRET: "secret-secret-secret",
	SLACK_SIGNING_SECRET: "secret-secret",
	ENCRYPTION_KEY: `${"A".repeat(43)}=`,
};
const without = (name: string): Record<string, string> =>
	Object.fromEntries(Object.entries(OAUTH).filter(([other]) => other !== name));

function problemsOf(env: Record<string, string>): readonly string[] {
	try {
		readConfig(env);
		return [];
	} catch (error) {
		if (error instanceof ConfigError) return error.problems;
		throw error;
	}
}

describe("the environment", () => {
	it("is listed in .env.example, every variable with a line above it, in the order of the schema or not", () => {
		const lines = readFileSync(".env.example", "utf8").split("\n");
		const listed = lines.flatMap((line, i) => {
			const name = /^([A-Z_]+)=$/.exec(line)?.[1];
			return name ? [{ name, help: lines[i - 1] ?? "" }] : [];
		});
		expect(listed.map((entry) => entry.name).sort()).toEqual(Object.keys(ENVIRONMENT.shape).sort());
		for (const { name, help } of listed) expect(help, name).toMatch(/^# \S.{10,}/);
	});

	it("may be empty, or hold only empty variables", () => {
		expect(problemsOf({})).toEqual([]);
		expect(
			problemsOf(Object.fromEntries(Object.keys(ENVIRONMENT.shape).map((name) => [name, " "]))),
		).toEqual([]);
		expect(readConfig({ PORT: "" })).toMatchObject({
			HOST: "127.0.0.1",
			PORT: 3000,
			LOG_LEVEL: "info",
		});
	});

	it("takes the port 0 and drops a slash at the end of the public address", () => {
		expect(readConfig({ PORT: "0", PUBLIC_URL: "https://desk.example.org/" })).toMatchObject({
			PORT: 0,
			PUBLIC_URL: "https://desk.example.org",
		});
	});

	const fine: [string, Record<string, string>][] = [
		["Discord by the gateway", { ...DISCORD, DISCORD_APPLICATION_ID: "123456789012345678" }],
		[
			"Discord with the public key of an unused transport",
			{ ...DISCORD, DISCORD_PUBLIC_KEY: "a1".repeat(32) },
		],
		[
			"Discord over HTTP",
			{ ...DISCORD, DISCORD_TRANSPORT: "http", DISCORD_PUBLIC_KEY: "a1".repeat(32) },
		],
		["Slack by Socket Mode", SOCKET],
		["Socket Mode before a signing secret", { ...SOCKET, SLACK_SIGNING_SECRET: "secret-secret" }],
		["Slack over HTTP for one workspace", HTTP],
		["many workspaces", OAUTH],
		["many workspaces before Socket Mode", { ...OAUTH, SLACK_APP_TOKEN: SOCKET.SLACK_APP_TOKEN }],
		[
			"test servers",
			{ DISCORD_API_URL: "http://127.0.0.1:5000/api", SLACK_API_URL: "http://127.0.0.1:5000/api/" },
		],
		[
			"a database and a key",
			{ DATABASE_URL: "postgres://u:p@db/desk", ENCRYPTION_KEY: `${"A".repeat(43)}=` },
		],
	];
	for (const [name, env] of fine) it(`accepts ${name}`, () => expect(problemsOf(env)).toEqual([]));

	const wrong: [string, Record<string, string>, RegExp][] = [
		["a port that is none", { PORT: "99999" }, /^PORT: .*0 to 65535/],
		["a port in words", { PORT: "web" }, /^PORT: .*0 to 65535/],
		["a day that is none", { DESK_TODAY: "2026-02-30" }, /^DESK_TODAY: .*YYYY-MM-DD/],
		["an unknown log level", { LOG_LEVEL: "loud" }, /^LOG_LEVEL: /],
		["an address without a scheme", { PUBLIC_URL: "hidden.example.org" }, /^PUBLIC_URL: /],
		["another database", { DATABASE_URL: "mysql://u:hidden@db/x" }, /^DATABASE_URL: .*postgres/],
		["a short key", { ENCRYPTION_KEY: "c2hvcnQ=" }, /^ENCRYPTION_KEY: .*openssl/],
		["a switch that is neither", { METRICS: "yes" }, /^METRICS: .*on or off/],
		[
			"a bot token with Bot before it",
			{ DISCORD_TOKEN: `Bot ${DISCORD.DISCORD_TOKEN}` },
			/^DISCORD_TOKEN: .*Bot page/,
		],
		[
			"an application id without a token",
			{ DISCORD_APPLICATION_ID: "123456789012345678" },
			/^DISCORD_TOKEN: missing/,
		],
		[
			"Discord over HTTP without the key that checks signatures",
			{ ...DISCORD, DISCORD_TRANSPORT: "http" },
			/^DISCORD_PUBLIC_KEY: missing .*General Information/,
		],
		[
			"Discord over HTTP without a token",
			{ DISCORD_TRANSPORT: "http", DISCORD_PUBLIC_KEY: "a1".repeat(32) },
			/^DISCORD_TOKEN: missing beside DISCORD_TRANSPORT .*Bot page/,
		],
		[
			"a user token for Slack",
			{ ...SOCKET, SLACK_BOT_TOKEN: "xoxp-1-hidden" },
			/^SLACK_BOT_TOKEN: .*xoxb-/,
		],
		["a bot token alone", { SLACK_BOT_TOKEN: "xoxb-1-hidden" }, /^SLACK_APP_TOKEN: missing/],
		["an app token alone", { SLACK_APP_TOKEN: "xapp-1-hidden" }, /^SLACK_BOT_TOKEN: missing/],
		[
			"a signing secret alone",
			{ SLACK_SIGNING_SECRET: "hidden-hidden" },
			/^SLACK_BOT_TOKEN: missing, but SLACK_SIGNING_SECRET is set: .*OAuth & Permissions/,
		],
		...Object.keys(OAUTH).map((name): [string, Record<string, string>, RegExp] => [
			`many workspaces without ${name}`,
			without(name),
			new RegExp(`^${name}: missing, but SLACK_.* is set: (copy|make)`),
		]),
		[
			"a bot token beside the OAuth set",
			{ ...OAUTH, ...SOCKET },
			/^SLACK_BOT_TOKEN: does not go together .* remove/,
		],
	];
	for (const [name, env, line] of wrong) {
		it(`refuses ${name} with one line that names the variable and not its value`, () => {
			const problems = problemsOf(env);
			expect(problems).toHaveLength(1);
			expect(problems[0]).toMatch(line);
			expect(problems[0]).not.toContain("\n");
			for (const value of Object.values(env)) {
				if (!["http", "web", "yes"].includes(value)) expect(problems[0]).not.toContain(value);
			}
		});
	}

	it.each([
		["nothing", {}, null],
		["tokens for a socket", SOCKET, "socket"],
		["a signing secret", HTTP, "http"],
		["both", { ...SOCKET, ...HTTP }, "socket"],
		["the OAuth set", OAUTH, "oauth"],
		["the OAuth set and an app token", { ...OAUTH, SLACK_APP_TOKEN: "xapp-1-secret" }, "oauth"],
	] as const)("reaches Slack by what is set: %s", (_name, env, mode) =>
		expect(slackMode(readConfig(env))).toBe(mode),
	);

	it("names every problem at once", () => {
		expect(problemsOf({ PORT: "web", LOG_LEVEL: "loud", SLACK_BOT_TOKEN: "xoxb-1" })).toHaveLength(
			3,
		);
	});
});
