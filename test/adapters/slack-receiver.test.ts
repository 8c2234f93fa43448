import { describe, expect, it } from "vitest";
import { LARGEST_REQUEST } from "../../src/adapters/slack/config.ts";
import { createHooks } from "../../src/http/hooks.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { FORM, fakeLog, said, settle, slackWorld, slash } from "./slack-fakes.ts";

const NOW = 1_795_000_000_000;
const seconds = (offset: number) => String(NOW / 1000 + offset);
const command = () => new URLSearchParams(slash("/cap", "") as never).toString();

describe("a request over HTTP", () => {
	const wrong: [string, Record<string, string | undefined>][] = [
		["without a signature", { "x-slack-signature": undefined }],
		["with an empty signature", { "x-slack-signature": "" }],
		["with a signature that is none", { "x-slack-signature": "garbage" }],
		["with another's signature", { "x-slack-signature": `v0=${"0".repeat(64)}` }],
		["with a signature of another version", { "x-slack-signature": `v1=${"0".repeat(64)}` }],
		["without a time", { "x-slack-request-timestamp": undefined }],
		["with a time in words", { "x-slack-request-timestamp": "yesterday" }],
		["of more than five minutes ago", { "x-slack-request-timestamp": seconds(-301) }],
	];
	it.each(wrong)("%s is refused and answers nobody", async (_name, headers) => {
		const world = slackWorld("http", { now: () => NOW });
		const answer = await world.post(command(), FORM, headers as Record<string, string>);
		await settle();
		expect(answer.status).toBe(401);
		expect(world.slack.calls).toEqual([]);
	});

	it("of five minutes ago is still believed", async () => {
		const world = slackWorld("http", { now: () => NOW });
		const time = { "x-slack-request-timestamp": seconds(-300) };
		expect((await world.post(command(), FORM, time)).status).toBe(200);
	});

	it("that was changed on its way is refused", async () => {
		const world = slackWorld("http", { now: () => NOW });
		const signed = await import("node:crypto").then(({ createHmac }) =>
			createHmac("sha256", "0123456789abcdef")
				.update(`v0:${seconds(0)}:a=1`)
				.digest("hex"),
		);
		const answer = await world.post("a=2", FORM, { "x-slack-signature": `v0=${signed}` });
		expect(answer.status).toBe(401);
	});

	it("that somebody sends again is refused, and runs once", async () => {
		const world = slackWorld("http", { now: () => NOW });
		const body = command();
		expect((await world.post(body, FORM)).status).toBe(200);
		expect((await world.post(body, FORM)).status).toBe(401);
		await settle();
		expect(world.slack.of("respond")).toHaveLength(1);
	});

	it("that Slack itself repeats is acknowledged, and runs once", async () => {
		const world = slackWorld("http", { now: () => NOW, isAgent: true });
		const event = { type: "message", channel_type: "im", channel: "D1", user: "U1", text: "cap" };
		const body = JSON.stringify(said({ ...event, ts: "1.1" }));
		const retry = { "x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout" };
		expect((await world.post(body, "application/json")).status).toBe(200);
		expect((await world.post(body, "application/json", retry)).status).toBe(200);
		await settle();
		expect(world.slack.of("chat.postMessage")).toHaveLength(1);
	});

	it("answers Slack's two checks of the address", async () => {
		const world = slackWorld("http", { now: () => NOW });
		const challenge = JSON.stringify({ type: "url_verification", challenge: "c-1" });
		expect((await world.post(challenge, "application/json")).body).toBe('{"challenge":"c-1"}');
		const unsigned = { "x-slack-signature": "none" };
		expect((await world.post("ssl_check=1&payload={}", FORM, unsigned)).status).toBe(200);
		expect(world.slack.calls).toEqual([]);
	});

	it.each([
		["{", "application/json"],
		["[]", "application/json"],
		["payload=%7B", FORM],
		["payload=3", FORM],
	])("that is signed but cannot be read is refused: %s", async (body, type) => {
		const world = slackWorld("http", { now: () => NOW });
		expect((await world.post(body, type)).status).toBe(400);
	});

	it("has room for what Slack sends, and no more", async () => {
		const app = createHttpServer(fakeLog().log);
		createHooks(app)("POST", "/slack/events", LARGEST_REQUEST).answer(async () => ({
			status: 200,
		}));
		const send = (length: number) =>
			app.inject({ method: "POST", url: "/slack/events", payload: "x".repeat(length) });
		expect((await send(LARGEST_REQUEST)).statusCode).toBe(200);
		expect((await send(LARGEST_REQUEST + 1)).statusCode).toBe(413);
		await app.close();
	});
});
