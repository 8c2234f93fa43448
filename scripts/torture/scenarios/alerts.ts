import type { RunningDesk } from "../desk.ts";
import { copyWithOtherFacts } from "../other-facts.ts";
import { type Postgres, startPostgres } from "../postgres.ts";
import { type Result, type Run, type Scenario, skipped, whole } from "../scenario.ts";
import { pause, type Stage, setStage } from "../stage.ts";
import { TEAM } from "../fakes/slack.ts";

/** Slow platforms, so that there is something to interrupt. */
const DISCORD_MS = 2_800;
const SLACK_MS = 1_700;
/** A post whose outcome nobody wrote down is asked for again after 20 s, in a pass of every 15 s. */
const TAIL_MS = 150_000;

interface Channels {
	discord: string[];
	slack: string[];
}

async function run(given: Run): Promise<Result> {
	const stored = process.env.TEST_DATABASE_URL;
	const postgres: Pick<Postgres, "url" | "close"> | string = stored
		? { url: stored, close() {} }
		: await startPostgres();
	if (typeof postgres === "string") return skipped(postgres);
	const stage = await setStage(given.seed);
	try {
		const env = { DATABASE_URL: postgres.url };
		const channels = await watchEverywhere(stage, env, given.isQuick ? 40 : 300);
		given.say(`  ${channels.discord.length + channels.slack.length} channels watch`);
		const told = await tellWhileKilling(stage, env, given);
		return resultOf(stage, channels, told);
	} finally {
		await stage.close();
		postgres.close();
	}
}

/** Turns watches on by command, as an admin does: two thirds in Discord, one in Slack. */
async function watchEverywhere(
	stage: Stage,
	env: Record<string, string>,
	count: number,
): Promise<Channels> {
	const { discord, slack } = stage;
	const desk = await stage.start({ env });
	const numbers = Array.from({ length: count }, (_, i) => i);
	const lane = async (): Promise<void> => {
		for (let i = numbers.shift(); i !== undefined; i = numbers.shift()) {
			const name = channelOf(i);
			for (let tries = 0; !(await watchIn(stage, i, name)); tries++)
				if (tries === 4) throw new Error(`no watch in ${name}: ${desk.output().slice(-300)}`);
		}
	};
	await Promise.all(Array.from({ length: 8 }, lane));
	discord.posts.length = 0;
	slack.posts.length = 0;
	stage.desks.length = 0;
	await desk.stop();
	const all = Array.from({ length: count }, (_, i) => channelOf(i));
	return {
		discord: all.filter((name) => !name.startsWith("C")),
		slack: all.filter((name) => name.startsWith("C")),
	};
}

const channelOf = (i: number): string =>
	i % 3 === 0 ? `C0WATCH${1_000 + i}` : `81000000000000${1_000 + i}`;

/** True when the admin was told that the channel is watching. */
async function watchIn(stage: Stage, i: number, channel: string): Promise<boolean> {
	const { discord, slack, deliver } = stage;
	let answer: () => unknown;
	if (channel.startsWith("C")) {
		const who = { user: `U0ADMIN${1_000 + i}`, team: TEAM, channel };
		const asked = slack.command("/watch", "all at-once", who);
		await slack.deliver(asked, deliver);
		answer = () => slack.answers.get(asked.id);
	} else {
		const [user, guild] = [`61000000000000${1_000 + i}`, `71000000000000${1_000 + i}`];
		const who = { user, guild, channel, isAdmin: true };
		const asked = discord.command("watch", { topic: "all", when: "at-once" }, who);
		await discord.deliver(asked, deliver);
		answer = () => discord.answers.get(asked.id);
	}
	for (let waited = 0; waited < 200 && answer() === undefined; waited++) await pause(50);
	return JSON.stringify(answer() ?? "").includes("is watching");
}

interface Told {
	kills: number;
	/** Kills of the replica that posted at that moment. */
	ofLeader: number;
	/** Kills while cards were still missing. */
	whileMissing: number;
}

/** Two replicas with other facts; one after the other is killed and replaced until enough are, or all is told. */
async function tellWhileKilling(
	stage: Stage,
	env: Record<string, string>,
	{ isQuick, say }: Run,
): Promise<Told> {
	const { discord, slack, random } = stage;
	const root = await copyWithOtherFacts(stage.folder);
	discord.faults.delayMs = DISCORD_MS;
	slack.faults.delayMs = SLACK_MS;
	const start = () => stage.start({ env, root, waitFor: [] });
	await Promise.all([start(), start()]);
	const told: Told = { kills: 0, ofLeader: 0, whileMissing: 0 };
	const wanted = isQuick ? 8 : 50;
	let before = 0;
	while (told.kills < wanted) {
		await pause(300 + 2_500 * random());
		const victim = stage.desks[Math.floor(random() * stage.desks.length)];
		if (!victim) continue;
		const posts = discord.posts.length + slack.posts.length;
		if (await leads(victim)) told.ofLeader++;
		if (posts > before) told.whileMissing++;
		before = posts;
		await stage.kill(victim);
		told.kills++;
		if (told.kills % 10 === 0) say(`  ${told.kills} kills, ${posts} cards`);
		await start();
	}
	await untilQuiet(stage);
	return told;
}

async function leads(desk: RunningDesk): Promise<boolean> {
	return desk.metrics().then(
		(found) => found.get("h1b_alerts_leader") === 1,
		() => false,
	);
}

/** Until the queue is empty and nothing more is posted. */
async function untilQuiet({ desks }: Stage): Promise<void> {
	const until = performance.now() + TAIL_MS;
	while (performance.now() < until) {
		await pause(2_000);
		const queue = await desks[0]?.metrics().catch(() => new Map<string, number>());
		if (queue?.get("h1b_alert_queue") === 0) break;
	}
	await pause(3_000);
}

function resultOf({ discord, slack }: Stage, channels: Channels, told: Told): Result {
	const onDiscord = countsOf(channels.discord, discord.posts);
	const onSlack = countsOf(channels.slack, slack.posts);
	const row = ({ once, missing, more }: Count): string =>
		`${whole(once)} once, ${whole(missing)} missing, ${whole(more)} more than once`;
	return {
		passed:
			onDiscord.missing + onDiscord.more + onSlack.missing === 0 && onSlack.more <= told.kills,
		rows: [
			["channels, Discord / Slack", `${channels.discord.length} / ${channels.slack.length}`],
			["kills", whole(told.kills)],
			["of the replica that was posting", whole(told.ofLeader)],
			["after which cards had been posted since the kill before", whole(told.whileMissing)],
			["Discord", row(onDiscord)],
			["Slack", row(onSlack)],
		],
	};
}

interface Count {
	once: number;
	missing: number;
	more: number;
}

function countsOf(channels: readonly string[], posts: readonly { channel: string }[]): Count {
	const by = new Map<string, number>();
	for (const { channel } of posts) by.set(channel, (by.get(channel) ?? 0) + 1);
	const of = (is: (times: number) => boolean) =>
		channels.filter((channel) => is(by.get(channel) ?? 0)).length;
	return { once: of((n) => n === 1), missing: of((n) => n === 0), more: of((n) => n > 1) };
}

export const alerts: Scenario = {
	name: "alerts",
	title: "kill -9 during alerts",
	promise:
		"Channels of both platforms watch; a version with one changed fact is started as two replicas on one PostgreSQL, and one of them is killed at random and replaced again and again while cards are posted slowly. Every channel of Discord gets exactly one card; on Slack none is missing and at most one is double for each kill.",
	run,
};
