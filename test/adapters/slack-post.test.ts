import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { createPost, messageOf } from "../../src/adapters/slack/post.ts";
import { day } from "../../src/core/dates.ts";
import type { ChannelPost } from "../../src/core/post.ts";
import { changeCard } from "../../src/core/watching/change-card.ts";
import { takeSnapshot } from "../../src/core/watching/snapshot.ts";
import { facts } from "../helpers/desk.ts";
import { violationsOf } from "./slack-validate.ts";

const snapshot = takeSnapshot(facts, day("2026-11-25"));
const cardOf = (fact: string) => {
	const found = snapshot[fact];
	if (!found) throw new Error(fact);
	return changeCard({ ...found, fact, before: null, after: found.state, found: 0 });
};
const post = (over: Partial<ChannelPost> = {}): ChannelPost => ({
	place: { platform: "slack", id: "T1" },
	channel: "C1",
	reply: cardOf("uscis/registration-fee"),
	nonce: "n1",
	turnedOnBy: "U1",
	...over,
});

describe("the message of a post on Slack", () => {
	it.each(Object.keys(snapshot).filter((_, i) => i % 7 === 0))("%s fits", (fact) => {
		const message = messageOf(post({ reply: cardOf(fact) }));
		expect(violationsOf(message)).toEqual([]);
		expect(message.text).not.toBe("");
	});

	it.each([
		["U1", "<@U1>"],
		[null, "an admin"],
		["<!channel>", "an admin"],
		["U1> <!here", "an admin"],
	])("signed by %s", (turnedOnBy, expected) => {
		const signature = JSON.stringify(messageOf(post({ turnedOnBy })).blocks.at(-1));
		expect(signature).toContain(expected);
		expect(signature).not.toMatch(/<!/);
	});
});

describe("what came of a post on Slack", () => {
	const closers: (() => void)[] = [];
	afterEach(() => {
		for (const close of closers.splice(0)) close();
	});
	let clock = 0;
	const waits: number[] = [];

	function poster(
		slackApiUrl: string,
		token: { token: string } | "gone" | "unknown" = { token: "xoxb-1" },
	) {
		clock = 0;
		waits.length = 0;
		return createPost({
			tokenOf: async () => token,
			clientOptions: { slackApiUrl },
			log: pino({ level: "silent" }),
			now: () => clock,
			wait: async (ms) => {
				waits.push(ms);
				clock += ms;
			},
		});
	}
	async function serving(status: number, body: object, headers: Record<string, string> = {}) {
		let calls = 0;
		const server = createServer((_, response) => {
			calls++;
			response.writeHead(status, { "content-type": "application/json", ...headers });
			response.end(JSON.stringify(body));
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		closers.push(() => server.close());
		return {
			url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
			calls: () => calls,
		};
	}

	it("sent, one a second in a channel, and without waiting in another", async () => {
		const { url } = await serving(200, { ok: true, ts: "1.2", channel: "C1" });
		const send = poster(url);
		expect(await send(post())).toEqual({ done: true, message: "1.2" });
		expect(waits).toEqual([]);
		await send(post({ channel: "C2" }));
		expect(waits).toEqual([]);
		await send(post());
		expect(waits).toEqual([1_100]);
	});

	it.each([
		["channel_not_found", "shut"],
		["not_in_channel", "shut"],
		["is_archived", "gone"],
		["account_inactive", "gone"],
		["token_revoked", "gone"],
		["restricted_action", "shut"],
		["invalid_blocks", "refused"],
		["ratelimited", "later"],
		["invalid_auth", "later"],
		["something_new", "later"],
		["internal_error", "unknown"],
	])("%s is %s, asked once", async (error, because) => {
		const { url, calls } = await serving(200, { ok: false, error });
		expect(await poster(url)(post())).toMatchObject({
			done: false,
			because,
			code: error,
			repeatIsSafe: false,
		});
		expect(calls()).toBe(1);
	});

	it("429 waits as long as Slack says, outside the post", async () => {
		const { url, calls } = await serving(429, {}, { "retry-after": "30" });
		expect(await poster(url)(post())).toMatchObject({ because: "later", afterMs: 30_000 });
		expect(calls()).toBe(1);
	});

	it("a broken server leaves it open whether it was posted", async () => {
		const { url, calls } = await serving(503, {});
		expect(await poster(url)(post())).toMatchObject({ because: "unknown" });
		expect(calls()).toBe(1);
	});

	it("nobody there: nothing was posted", async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const { port } = server.address() as AddressInfo;
		await new Promise((resolve) => server.close(resolve));
		const outcome = await poster(`http://127.0.0.1:${port}/api/`)(post());
		expect(outcome).toMatchObject({ because: "down", code: "ECONNREFUSED" });
	});

	it("no token: the app is gone, or nobody knows now", async () => {
		expect(await poster("http://127.0.0.1:1/api/", "gone")(post())).toMatchObject({
			because: "gone",
		});
		expect(await poster("http://127.0.0.1:1/api/", "unknown")(post())).toMatchObject({
			because: "down",
		});
	});
});
