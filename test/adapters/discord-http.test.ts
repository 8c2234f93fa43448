import { pino } from "pino";
import { afterEach, describe, expect, it, vi } from "vitest";
import { INTERACTIONS_PATH } from "../../src/adapters/discord/address.ts";
import { listen } from "../../src/adapters/discord/listen.ts";
import { createVerifier, WINDOW_MS } from "../../src/adapters/discord/verify.ts";
import { createHooks } from "../../src/http/hooks.ts";
import { createHttpServer } from "../../src/http/server.ts";
import { NOW, PUBLIC_KEY, signed, slash } from "./discord-transports.ts";

const BODY = '{"type":1,"id":"1","token":"t"}';
const check = createVerifier(PUBLIC_KEY, () => NOW);
const is = (headers: Record<string, string | string[] | undefined>, body = BODY): boolean =>
	check({ headers, body: Buffer.from(body) });
const good = signed(BODY);
const hex = good["x-signature-ed25519"] ?? "";

describe("a signature", () => {
	it("of Discord's is taken, in capitals too, over the bytes as they came", () => {
		expect(is(good)).toBe(true);
		expect(is({ ...good, "x-signature-ed25519": hex.toUpperCase() })).toBe(true);
		const spaced = '{ "type": 1, "é": "\\u00e9" }';
		expect(is(signed(spaced), spaced)).toBe(true);
	});

	it.each<[string, Record<string, string | string[] | undefined>, string?]>([
		["that is missing", { ...good, "x-signature-ed25519": undefined }],
		["without a time", { ...good, "x-signature-timestamp": undefined }],
		["that is empty", { ...good, "x-signature-ed25519": "" }],
		["of zeros", { ...good, "x-signature-ed25519": "0".repeat(128) }],
		["that is cut", { ...good, "x-signature-ed25519": hex.slice(0, 126) }],
		["with more after it", { ...good, "x-signature-ed25519": `${hex}00` }],
		["that is no number", { ...good, "x-signature-ed25519": "z".repeat(128) }],
		["given twice", { ...good, "x-signature-ed25519": [hex, hex] }],
		["of another time", { ...good, "x-signature-timestamp": String(NOW / 1000 + 1) }],
		["with words as time", { ...good, "x-signature-timestamp": "now" }],
		["with a negative time", { ...good, "x-signature-timestamp": "-1" }],
		["of another body", good, `${BODY} `],
		["of an empty body", good, ""],
		["that moves a digit from body to time", { ...good }, `1${BODY}`],
	])("%s is refused", (_, headers, body) => expect(is(headers, body)).toBe(false));

	it.each([
		[-WINDOW_MS, true],
		[-WINDOW_MS - 1000, false],
		[WINDOW_MS, true],
		[WINDOW_MS + 1000, false],
	])("made %i ms from now: %s", (ms, expected) =>
		expect(is(signed(BODY, NOW + ms))).toBe(expected),
	);
});

describe("the address", () => {
	const server = () => createHttpServer(pino({ level: "silent" }));
	let app: ReturnType<typeof server> | undefined;
	let connection: ReturnType<typeof listen> | undefined;
	afterEach(async () => {
		await connection?.close();
		await app?.close();
	});

	function open(onInteraction: (interaction: unknown) => Promise<void> = async () => {}) {
		app = server();
		connection = listen({
			hook: createHooks(app)("POST", INTERACTIONS_PATH),
			publicKey: PUBLIC_KEY,
			token: "a.b.c",
			apiUrl: "http://127.0.0.1:9/api",
			log: pino({ level: "silent" }),
			wait: async () => {},
			now: () => NOW,
			onInteraction,
			onReady: () => {},
		});
		const opened = app;
		return (body: string, headers: Record<string, string> = signed(body)) =>
			opened.inject({
				method: "POST",
				url: INTERACTIONS_PATH,
				headers: { "content-type": "application/json", ...headers },
				payload: body,
			});
	}

	it("answers Discord's PING and refuses its deliberate wrong signature", async () => {
		const send = open();
		const pong = await send(BODY);
		expect([pong.statusCode, pong.json()]).toEqual([200, { type: 1 }]);
		expect(pong.headers["content-type"]).toMatch(/^application\/json/);
		expect((await send(BODY, { ...good, "x-signature-ed25519": "0".repeat(128) })).statusCode).toBe(
			401,
		);
	});

	it.each([
		["no JSON", "{"],
		["nothing", ""],
		["a list", "[]"],
		["null", "null"],
		["no id", '{"type":2,"token":"t"}'],
		["a number for an id", '{"type":2,"id":1,"token":"t"}'],
		["an unknown kind", '{"type":99,"id":"1","token":"t"}'],
		["a command without its data", '{"type":2,"id":"1","token":"t"}'],
		[
			"a press without its message",
			JSON.stringify({ ...slash("cap"), type: 3, data: { component_type: 2, custom_id: "x" } }),
		],
	])("answers signed %s with 400 and reads on", async (_, body) => {
		const onInteraction = vi.fn(async () => {});
		const send = open(onInteraction);
		expect((await send(body)).statusCode).toBe(400);
		expect(onInteraction).not.toHaveBeenCalled();
		expect((await send(BODY)).statusCode).toBe(200);
	});

	it("parses nothing that is not signed, and takes no more than 64 KiB", async () => {
		const onInteraction = vi.fn(async () => {});
		const send = open(onInteraction);
		const body = JSON.stringify(slash("cap"));
		expect((await send(body, {})).statusCode).toBe(401);
		expect((await send("{", {})).statusCode).toBe(401);
		const big = `"${"x".repeat(64 * 1024)}"`;
		expect((await send(big)).statusCode).toBe(413);
		expect(onInteraction).not.toHaveBeenCalled();
	});

	it("answers 202 to what ends without a response", async () => {
		expect((await open()(JSON.stringify(slash("cap")))).statusCode).toBe(202);
	});
});
