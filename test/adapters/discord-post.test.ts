import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { bodyOf, createPost } from "../../src/adapters/discord/post.ts";
import type { ChannelPost } from "../../src/core/post.ts";
import { changeCard } from "../../src/core/watching/change-card.ts";
import { day } from "../../src/core/dates.ts";
import { takeSnapshot } from "../../src/core/watching/snapshot.ts";
import { facts } from "../helpers/desk.ts";
import { hostileTexts } from "../helpers/hostile.ts";
import { unsafe, violations } from "./discord-validate.ts";

const log = pino({ level: "silent" });
const snapshot = takeSnapshot(facts, day("2026-11-25"));
const cardOf = (fact: string) => {
	const found = snapshot[fact];
	if (!found) throw new Error(fact);
	return changeCard({ ...found, fact, before: found.state, after: found.state, found: 0 });
};
const post = (over: Partial<ChannelPost> = {}): ChannelPost => ({
	place: { platform: "discord", id: "1" },
	channel: "11",
	reply: cardOf("uscis/registration-fee"),
	nonce: "n1",
	turnedOnBy: "900",
	...over,
});
const asSent = ({ components, flags }: ReturnType<typeof bodyOf>) => ({
	// The signature names somebody by a mention that cannot ping: it is looked at on its own.
	components: components.slice(0, -1),
	flags: [flags],
	allowedMentions: { parse: [] },
});

describe("the body of a post on Discord", () => {
	it("holds a nonce that is enforced, pings nobody and names who turned it on", () => {
		const body = bodyOf(post());
		expect(body).toMatchObject({
			nonce: "n1",
			enforce_nonce: true,
			allowed_mentions: { parse: [] },
			flags: 1 << 15,
		});
		expect(JSON.stringify(body.components.at(-1))).toContain("<@900>");
		expect(JSON.stringify(bodyOf(post({ turnedOnBy: null })).components.at(-1))).toContain(
			"an admin",
		);
	});

	it.each(Object.keys(snapshot).filter((_, i) => i % 7 === 0))("%s fits", (fact) => {
		expect(violations(asSent(bodyOf(post({ reply: cardOf(fact) }))) as never)).toEqual([]);
	});

	it.each(hostileTexts())("brings nothing of %s to life", (_, typed) => {
		const reply = cardOf("uscis/registration-fee");
		const evil = {
			...reply,
			answer: { ...reply.answer, ownDisclaimer: typed.slice(0, 300), lead: typed },
		};
		const body = bodyOf(post({ reply: evil, turnedOnBy: typed }));
		const { content } = body.components.at(-1) as unknown as { content: string };
		expect(content).toContain("an admin");
		const texts = JSON.stringify(body.components.slice(0, -1));
		expect(unsafe(texts).filter((found) => typed.includes(found) && texts.includes(typed))).toEqual(
			[],
		);
		expect(violations(asSent(body) as never)).toEqual([]);
	});
});

describe("what came of a post on Discord", () => {
	const closers: (() => void)[] = [];
	afterEach(() => {
		for (const close of closers.splice(0)) close();
	});
	async function answering(status: number, body: object, headers: Record<string, string> = {}) {
		const server = createServer((_, response) => {
			response.writeHead(status, { "content-type": "application/json", ...headers });
			response.end(JSON.stringify(body));
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		closers.push(() => server.close());
		const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
		return createPost({ token: "a.b.c", apiUrl }, log)(post());
	}

	it("sent", async () => {
		expect(await answering(200, { id: "77" })).toEqual({ done: true, message: "77" });
	});

	it.each([
		[404, { code: 10003, message: "Unknown Channel" }, "gone"],
		[404, { code: 0, message: "404" }, "gone"],
		[403, { code: 50001, message: "Missing Access" }, "shut"],
		[403, { code: 50013, message: "Missing Permissions" }, "shut"],
		[400, { code: 50035, message: "Invalid Form Body" }, "refused"],
		[400, { code: 50083, message: "Thread is archived" }, "shut"],
		[401, { code: 0, message: "Unauthorized" }, "later"],
		[502, {}, "down"],
		[500, {}, "unknown"],
	])("%i %o is %s", async (status, body, because) => {
		expect(await answering(status, body)).toMatchObject({
			done: false,
			because,
			repeatIsSafe: true,
		});
	});

	it("429 waits as long as Discord says, outside the post", async () => {
		const outcome = await answering(
			429,
			{ message: "slow", retry_after: 7, global: false },
			{ "retry-after": "7", "x-ratelimit-scope": "user" },
		);
		expect(outcome).toMatchObject({ done: false, because: "later" });
		expect(outcome.done ? 0 : outcome.afterMs).toBeGreaterThanOrEqual(1_000);
	});

	it("nobody there: nothing was posted", async () => {
		const outcome = await createPost(
			{ token: "a.b.c", apiUrl: "http://127.0.0.1:1/api" },
			log,
		)(post());
		expect(outcome).toMatchObject({ done: false, because: "down" });
	});
});
