import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { post } from "../scripts/torture/fakes/post.ts";
import { SLACK_SECRET, SLACK_TOKEN } from "../scripts/torture/fakes/slack.ts";
import { DISCORD_TOKEN } from "../scripts/torture/fakes/discord.ts";
import { pause, type Stage, setStage } from "../scripts/torture/stage.ts";
import { ENVIRONMENT } from "../src/config.ts";

// What may stand nowhere but on the asker's own card.
const WAGE = /137[,.]?429|137\.43|66\.07/;
const WORDS = /zebra|quagga/i;
const ENCRYPTION_KEY = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlYzE=";
const SECRETS = [DISCORD_TOKEN, SLACK_TOKEN, SLACK_SECRET, ENCRYPTION_KEY];
const USER = "600000000000012345";
const SLACK_USER = "U0ZEBRA0001";

const asked = [
	[
		"level",
		{ wage: "137429", occupation: "software engineer", area: "austin" },
		"137,429 software engineer austin",
	],
	[
		"level",
		{ wage: "66.07/hr", occupation: "zebra tamer", area: "quagga" },
		"66.07/hr zebra tamer quagga",
	],
	[
		"odds",
		{ wage: "137429", occupation: "software engineer", area: "austin" },
		"137429 software engineer austin",
	],
	[
		"ask",
		{ question: "my salary is 137429, does the zebra rule hold" },
		"my salary is 137429, does the zebra rule hold",
	],
	["check", { claim: "the zebra pays $137,429" }, "the zebra pays $137,429"],
	["policy", { topic: "zebra" }, "zebra"],
	["people", { name: "quagga" }, "quagga"],
	["fee", { employees: "26+", filing: "new" }, "zebra employees"],
	["zebra", {}, "zebra"],
] as const;

describe("after a run through the real desk with both platforms", { timeout: 120_000 }, () => {
	let stage: Stage;
	let output = "";
	let metrics = "";
	let readiness = "";

	beforeAll(async () => {
		stage = await setStage(1);
		const desk = await stage.start({ env: { ENCRYPTION_KEY, LOG_LEVEL: "trace" } });
		const { discord, slack, deliver } = stage;
		const who = { user: USER, guild: "700000000000000001", channel: "800000000000000001" };
		const slackWho = { user: SLACK_USER, team: "T0TORTURE1", channel: "C0ZEBRA0001" };
		for (const isBroken of [false, true]) {
			for (const { faults } of [discord, slack]) faults.broken = isBroken ? 0.5 : 0;
			for (const [command, options, text] of asked) {
				await discord.deliver(discord.command(command, options, who), deliver);
				await slack.deliver(slack.command(`/${command}`, text, slackWho), deliver);
				await slack.deliver(slack.command("/h1b", `${command} ${text}`, slackWho), deliver);
			}
		}
		for (const { faults } of [discord, slack]) faults.broken = 0;
		await stage.settle(30_000);
		await throughThePage(desk.address);
		metrics = await (await fetch(`${desk.address}/metrics`)).text();
		readiness = (await desk.reasons()).join();
		await pause(100);
		await desk.stop();
		output = desk.output();
	}, 120_000);
	afterAll(() => stage?.close());

	it("all was asked and answered, and the wage is on its asker's card, so that this test can fail", () => {
		const answers = [...stage.discord.answers.values(), ...stage.slack.answers.values()];
		expect(answers.length).toBeGreaterThanOrEqual(3 * asked.length);
		expect(JSON.stringify(answers)).toMatch(WAGE);
		expect(output).toMatch(/discord: ready/);
		expect(output.split("\n").length).toBeGreaterThan(40);
	});

	it("the log holds no secret, wage, words or person", () => expectClean(output));
	it("the metrics hold none", () => expectClean(metrics));
	it("the probes tell none", () => expectClean(readiness));
	it("the data folder holds none", () => {
		for (const file of filesUnder(stage.folder).filter((name) => !/log-\d+\.txt$/.test(name)))
			expectClean(readFileSync(file, "latin1"), file);
	});
	it("nothing that was sent holds a secret or the place of a mistake", () => {
		const sent = JSON.stringify([
			...stage.discord.answers.values(),
			...stage.slack.answers.values(),
		]);
		for (const secret of SECRETS) expect(sent).not.toContain(secret);
		expect(sent).not.toMatch(/\.js:\d+|node_modules| at async /);
	});
	it("interactions of both platforms were counted", () => {
		expect(metrics).toMatch(/h1b_interactions_total\{platform="discord",command="level"/);
		expect(metrics).toMatch(/h1b_interactions_total\{platform="slack",command="level"/);
		expect(metrics).toMatch(/h1b_ack_seconds_count\{platform="slack"\} [1-9]/);
	});
});

/** The page's ways in, and requests that nobody signed. */
async function throughThePage(address: string): Promise<void> {
	const body = JSON.stringify({ text: "/level 137429 zebra quagga" });
	const form = "text=%2Flevel+137429+zebra+quagga";
	const formType = { "content-type": "application/x-www-form-urlencoded" };
	await post(`${address}/api/answer`, body, {});
	await post(`${address}/`, form, formType);
	for (const path of ["/discord/interactions", "/slack/events"])
		await post(`${address}${path}`, form, formType);
	for (const path of ["/zebra/137429", "/facts/zebra?wage=137429", "/slack/install?state=zebra"])
		await fetch(address + path, { redirect: "manual" });
}

function expectClean(text: string, name?: string): void {
	for (const secret of SECRETS) expect(text.includes(secret), name).toBe(false);
	for (const shape of [WAGE, WORDS, new RegExp(`${USER}|${SLACK_USER}`)])
		expect(shape.exec(text)?.[0], name).toBeUndefined();
}

const filesUnder = (folder: string): string[] =>
	existsSync(folder)
		? readdirSync(folder, { recursive: true, encoding: "utf8" })
				.map((name) => join(folder, name))
				.filter((name) => statSync(name).isFile())
		: [];

describe("a value that is wrong", () => {
	const wrong = [
		"DISCORD_TOKEN",
		"DISCORD_PUBLIC_KEY",
		"SLACK_BOT_TOKEN",
		"SLACK_APP_TOKEN",
		"SLACK_SIGNING_SECRET",
		"SLACK_CLIENT_SECRET",
		"SLACK_STATE_SECRET",
		"DATABASE_URL",
		"ENCRYPTION_KEY",
	];
	it.each(wrong)("of %s is refused without being shown", { timeout: 30_000 }, (name) => {
		const clean = Object.entries(process.env).filter(([key]) => !(key in ENVIRONMENT.shape));
		const env = {
			...Object.fromEntries(clean),
			PORT: "0",
			DATA_DIR: "/nowhere",
			[name]: "hush me",
		};
		const done = spawnSync(process.execPath, [join(process.cwd(), "dist/src/main.js")], {
			cwd: "/",
			env,
			encoding: "utf8",
		});
		expect(done.status).toBe(78);
		expect(done.stderr).toContain(name);
		expect(done.stdout + done.stderr).not.toContain("hush");
	});
});
