import { createHmac } from "node:crypto";
import { vi } from "vitest";
import { createConnection } from "../../src/adapters/slack/connection.ts";
import type { SlackConfig } from "../../src/adapters/slack/config.ts";
import { respondAt, slackFetch } from "../../src/adapters/slack/fetch.ts";
import { listen } from "../../src/adapters/slack/listen.ts";
import type { HandlerParts } from "../../src/adapters/slack/parts.ts";
import { createPeople } from "../../src/adapters/slack/people.ts";
import { ChartForms } from "../../src/adapters/slack/send-chart.ts";
import { noLimits } from "../../src/adapters/limit.ts";
import { noTelemetry } from "../../src/adapters/telemetry.ts";
import { createWork } from "../../src/adapters/work.ts";
import type { Desk } from "../../src/commands/desk.ts";
import { type Place, placeKey } from "../../src/core/who.ts";
import type { Hook, RawAnswer, RawHandler } from "../../src/http/hooks.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { Store } from "../../src/store/store.ts";
import { testDesk } from "../helpers/desk.ts";

export const API = "https://slack.test/api/";
export const SIGNING_SECRET = "0123456789abcdef";
/** 32 bytes, made for tests. */
export const KEY = Buffer.alloc(32, 7).toString("base64");

export interface FakeLog {
	lines: unknown[][];
	log: HandlerParts["log"];
}

export function fakeLog(): FakeLog {
	const lines: unknown[][] = [];
	const write = (...line: unknown[]) => void lines.push(line);
	const log = { debug: write, info: write, warn: write, error: write };
	return { lines, log: log as unknown as HandlerParts["log"] };
}

/** One for all tests: it is made in seconds and keeps nothing. */
const desk = testDesk();

/** What handlers are given, with time that passes at once. */
export function fakeParts(over: Partial<HandlerParts> = {}): HandlerParts {
	return {
		desk,
		log: fakeLog().log,
		store: createMemoryStore(),
		work: createWork(() => new Promise(() => {})),
		turn: async () => {},
		wait: async () => {},
		isStopping: () => false,
		charts: new ChartForms(),
		visibility: () => "private",
		telemetry: noTelemetry,
		limits: noLimits,
		people: createPeople(() => 0),
		respondAt: () => async () => new Response("ok"),
		publicUrl: null,
		...over,
	};
}

/** A call of the Web API or a post at a response address. */
export interface Call {
	/** `chat.postMessage`; `respond` for a response address. */
	method: string;
	args: Record<string, unknown>;
	token: string;
	url: string;
}

/** Answers of the Web API by method; a status makes it an HTTP error. */
export type Replies = Record<
	string,
	(call: Call) => { status?: number; headers?: Record<string, string>; [key: string]: unknown }
>;

function argsOf(body: unknown): Record<string, unknown> {
	const text = typeof body === "string" ? body : String(body ?? "");
	if (text.startsWith("{")) return JSON.parse(text);
	return Object.fromEntries(
		[...new URLSearchParams(text)].map(([key, value]) => [
			key,
			/^[[{]/.test(value) ? JSON.parse(value) : value,
		]),
	);
}

/** Slack's side of the wire, in memory: every call is noted, and answered as Slack would unless told otherwise. */
export function fakeSlack(replies: Replies = {}) {
	const calls: Call[] = [];
	const fetch = vi.fn(async (input: unknown, init?: RequestInit) => {
		const url = String(input);
		const headers = new Headers(init?.headers);
		const call: Call = {
			method: url.startsWith(API) ? url.slice(API.length) : "respond",
			args: argsOf(init?.body),
			token: headers.get("authorization")?.replace(/^Bearer /, "") ?? "",
			url,
		};
		calls.push(call);
		const { status = 200, headers: more, ...given } = replies[call.method]?.(call) ?? {};
		return new Response(JSON.stringify({ ok: true, ...USUAL[call.method], ...given }), {
			status,
			headers: { "content-type": "application/json", ...more },
		});
	});
	const of = (method: string) => calls.filter((call) => call.method === method);
	return { calls, of, fetch: fetch as unknown as typeof globalThis.fetch };
}

const USUAL: Record<string, object> = {
	"auth.test": { bot_id: "B1", user_id: "UBOT", team_id: "T1", url: "https://t1.slack.test/" },
	"views.open": { view: { id: "V1" } },
	"users.info": { user: { is_admin: false, tz: "America/New_York", locale: "en-US" } },
};

export type FakeSlack = ReturnType<typeof fakeSlack>;
export type Transport = "socket" | "http" | "oauth";

const hook = (): Hook & { handler?: RawHandler } => {
	const made: Hook & { handler?: RawHandler } = {
		answer(handler) {
			made.handler = handler;
		},
	};
	return made;
};

export interface WorldOptions {
	slack?: FakeSlack;
	desk?: Desk;
	store?: Store;
	isAgent?: boolean;
	parts?: Partial<HandlerParts>;
	now?: () => number;
	publicUrl?: string | null;
}

/** The whole adapter on one transport, with Slack's side in memory. */
export function slackWorld(mode: Transport, options: WorldOptions = {}) {
	const slack = options.slack ?? fakeSlack();
	const store = options.store ?? createMemoryStore();
	const now = options.now ?? (() => 1_795_000_000_000);
	const { log, lines } = fakeLog();
	const [events, install, redirect] = [hook(), hook(), hook()];
	const base = { apiUrl: API, isAgent: options.isAgent ?? false };
	const config: SlackConfig =
		mode === "socket"
			? { ...base, mode, botToken: "xoxb-own", appToken: "xapp-own" }
			: mode === "http"
				? { ...base, mode, botToken: "xoxb-own", signingSecret: SIGNING_SECRET, events }
				: {
						...base,
						mode,
						clientId: "1.2",
						clientSecret: "client-secret",
						stateSecret: "a-state-secret-of-ours",
						signingSecret: SIGNING_SECRET,
						encryptionKey: KEY,
						events,
						install,
						redirect,
					};
	const fetch = slackFetch(API, slack.fetch);
	const forever = () => new Promise<void>(() => {});
	const connection = createConnection(
		{
			log,
			store,
			publicUrl: options.publicUrl ?? null,
			clientOptions: { slackApiUrl: API, fetch, retryConfig: { retries: 0 } },
			now,
			wait: forever,
		},
		config,
	);
	const left: Place[] = [];
	const parts = fakeParts({
		log,
		store,
		respondAt: (url) => respondAt(fetch, url),
		people: createPeople(now),
		...(options.desk && { desk: options.desk }),
		...options.parts,
	});
	listen(connection.app, {
		...parts,
		isAgent: options.isAgent ?? false,
		removal: {
			log,
			wait: async () => {},
			async onLeft(place) {
				left.push(place);
				await store.forget(`${placeKey(place)}/`);
			},
			installations: connection.installations,
			authorize: connection.authorize,
		},
	});

	/** Sends a payload as Slack does and gives the acknowledgement's body. */
	async function deliver(kind: "command" | "interactive" | "event", payload: object) {
		if (mode === "socket") {
			const acks: unknown[] = [];
			const client = (connection.app as unknown as { receiver: { client: NodeJS.EventEmitter } })
				.receiver.client;
			client.emit("slack_event", {
				body: payload,
				ack: async (body: unknown) => void acks.push(body),
			});
			await settle();
			return { acked: acks.length > 0, body: acks[0] as Record<string, unknown> | undefined };
		}
		const answer = await request(kind, payload);
		await settle();
		return {
			acked: answer.status === 200,
			status: answer.status,
			body: answer.body?.startsWith("{") ? JSON.parse(answer.body) : undefined,
		};
	}

	async function request(
		kind: "command" | "interactive" | "event",
		payload: object,
		headers: Record<string, string> = {},
	): Promise<RawAnswer> {
		const body =
			kind === "event"
				? JSON.stringify(payload)
				: new URLSearchParams(
						kind === "command"
							? (payload as Record<string, string>)
							: { payload: JSON.stringify(payload) },
					).toString();
		return post(body, kind === "event" ? "application/json" : FORM, headers);
	}

	function post(body: string, type: string, headers: Record<string, string> = {}) {
		const time = String(Math.floor(now() / 1000));
		const signed = createHmac("sha256", SIGNING_SECRET)
			.update(`v0:${headers["x-slack-request-timestamp"] ?? time}:${body}`)
			.digest("hex");
		if (!events.handler) throw new TypeError("nothing listens over HTTP");
		return events.handler({
			headers: {
				"content-type": type,
				"x-slack-request-timestamp": time,
				"x-slack-signature": `v0=${signed}`,
				...headers,
			},
			query: new URLSearchParams(),
			body: Buffer.from(body),
		});
	}

	return {
		slack,
		store,
		deliver,
		request,
		post,
		install,
		redirect,
		left,
		lines,
		connection,
		parts,
	};
}

export const FORM = "application/x-www-form-urlencoded";

/** Until everything that follows a delivery has run; nothing here waits for time. */
export async function settle(): Promise<void> {
	for (let i = 0; i < 60; i++) await new Promise((resolve) => setImmediate(resolve));
}

let serial = 0;

/** A slash command as Slack sends it; each call another one. */
export const slash = (command: string, text: string, over: object = {}) => ({
	command,
	text,
	team_id: "T1",
	channel_id: "C1",
	user_id: "U1",
	trigger_id: `trigger.${serial++}`,
	response_url: `https://hooks.slack.test/${serial}`,
	...over,
});

export const interaction = (over: object) => ({
	team: { id: "T1" },
	user: { id: "U1", team_id: "T1" },
	trigger_id: `trigger.${serial++}`,
	...over,
});

/** A press on a card in a channel. */
export const press = (action_id: string, value: string, over: object = {}) =>
	interaction({
		type: "block_actions",
		actions: [{ type: "button", action_id, value, block_id: "b" }],
		channel: { id: "C1" },
		container: { type: "message", channel_id: "C1" },
		response_url: `https://hooks.slack.test/${serial}`,
		...over,
	});

export const said = (event: object, over: object = {}) => ({
	type: "event_callback",
	team_id: "T1",
	event_id: `Ev${serial++}`,
	event_time: 1_795_000_000,
	authorizations: [{ team_id: "T1", enterprise_id: null, is_enterprise_install: false }],
	event,
	...over,
});
