import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type APIInteraction, Events, type Interaction } from "discord.js";
import { createClient } from "../../src/adapters/discord/client.ts";
import { handle } from "../../src/adapters/discord/handle.ts";
import { listen } from "../../src/adapters/discord/listen.ts";
import type { HandlerParts } from "../../src/adapters/discord/parts.ts";
import { createWork } from "../../src/adapters/work.ts";
import type { RawAnswer, RawHandler } from "../../src/http/hooks.ts";

export const TRANSPORTS = ["gateway", "http"] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** What reached Discord: the first response to an interaction, and what followed. */
export interface Sent {
	what: "callback" | "edit" | "followUp";
	/** The callback's type; 0 for what followed. */
	type: number;
	// biome-ignore lint/suspicious/noExplicitAny: a message as Discord reads it
	data: any;
	/** Number of files that came with it. */
	files: number;
}

export interface Opened {
	/** Delivers an interaction; resolves when it was answered. */
	send(payload: object): Promise<RawAnswer | undefined>;
	sent: Sent[];
	/** What Discord answers to the next calls instead: [path, status, code]. */
	refusals: { path: RegExp; status: number; code: number }[];
	close(): Promise<void>;
}

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
export const PUBLIC_KEY = publicKey
	.export({ format: "der", type: "spki" })
	.subarray(-32)
	.toString("hex");
export const NOW = Date.UTC(2026, 10, 25);

/** Headers as Discord signs a body. */
export function signed(body: string, at = NOW): Record<string, string> {
	const timestamp = String(Math.floor(at / 1000));
	return {
		"x-signature-ed25519": sign(null, Buffer.from(timestamp + body), privateKey).toString("hex"),
		"x-signature-timestamp": timestamp,
	};
}

/** The handler behind either transport, before a Discord that records what it is told. */
export async function openTransport(transport: Transport, parts: HandlerParts): Promise<Opened> {
	const { server, apiUrl, sent, refusals } = await fakeDiscord();
	const work = createWork(async () => {});
	const onInteraction = (interaction: Interaction) =>
		work.once(interaction.id, () => handle(interaction, parts));
	const open = transport === "http" ? overHttp : overGateway;
	const { deliver, end } = open(apiUrl, onInteraction, parts, sent);
	return {
		sent,
		refusals,
		send: (payload) => deliver(payload as APIInteraction),
		async close() {
			await end();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

type Deliver = (payload: APIInteraction) => Promise<RawAnswer | undefined>;
type Opener = (
	apiUrl: string,
	onInteraction: (interaction: Interaction) => Promise<void>,
	parts: HandlerParts,
	sent: Sent[],
) => { deliver: Deliver; end: () => Promise<unknown> };

/** As the gateway hands over a packet, without its socket. */
const overGateway: Opener = (apiUrl, onInteraction) => {
	const client = createClient(apiUrl);
	const { actions } = client as unknown as {
		actions: { InteractionCreate: { handle(payload: APIInteraction): void } };
	};
	let done: Promise<void> | undefined;
	client.on(Events.InteractionCreate, (interaction) => {
		done = onInteraction(interaction);
	});
	return {
		async deliver(payload) {
			actions.InteractionCreate.handle(payload);
			await done;
			return undefined;
		},
		end: () => client.destroy(),
	};
};

const overHttp: Opener = (apiUrl, onInteraction, parts, sent) => {
	let handler: RawHandler | undefined;
	let done: Promise<void> | undefined;
	const connection = listen({
		hook: {
			answer(given) {
				handler = given;
			},
		},
		publicKey: PUBLIC_KEY,
		token: "a.b.c",
		apiUrl,
		log: parts.log,
		wait: async () => {},
		now: () => NOW,
		onReady: () => {},
		onInteraction: (interaction) => {
			done = onInteraction(interaction);
			return done;
		},
	});
	return {
		async deliver(payload) {
			const body = JSON.stringify(payload);
			const answer = await handler?.({
				headers: signed(body),
				query: new URLSearchParams(),
				body: Buffer.from(body),
			});
			if (answer?.status === 200) {
				const { type, data } = JSON.parse(answer.body ?? "{}");
				sent.unshift({ what: "callback", type, data, files: 0 });
			}
			await done;
			return answer;
		},
		end: () => connection.close(),
	};
};

async function fakeDiscord() {
	const sent: Sent[] = [];
	const refusals: Opened["refusals"] = [];
	const server: Server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", () => {
			const path = request.url ?? "";
			const at = refusals.findIndex((one) => one.path.test(path));
			const [refusal] = at >= 0 ? refusals.splice(at, 1) : [];
			const json = (status: number, body: object) =>
				response
					.writeHead(status, { "content-type": "application/json" })
					.end(JSON.stringify(body));
			if (refusal) return json(refusal.status, { code: refusal.code, message: "refused" });
			const { body, files } = readBody(Buffer.concat(chunks), request.headers["content-type"]);
			if (path.includes("/callback"))
				sent.push({ what: "callback", type: body.type, data: body.data, files });
			else
				sent.push({
					what: request.method === "PATCH" ? "edit" : "followUp",
					type: 0,
					data: body,
					files,
				});
			if (path.includes("/callback")) return response.writeHead(204).end();
			return json(200, MESSAGE);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
	return { server, apiUrl, sent, refusals };
}

function readBody(
	raw: Buffer,
	type = "",
): { body: { type: number; data: unknown }; files: number } {
	const text = raw.toString("latin1");
	if (!type.startsWith("multipart")) return { body: JSON.parse(raw.toString() || "{}"), files: 0 };
	const json = /name="payload_json"\r\n[^{]*(\{.*\})\r\n/.exec(text)?.[1] ?? "{}";
	return {
		body: JSON.parse(Buffer.from(json, "latin1").toString()),
		files: text.split('filename="').length - 1,
	};
}

const USER = {
	id: "10",
	username: "alice",
	global_name: "Alice",
	discriminator: "0",
	avatar: null,
};

/** A message of ours, as Discord gives it back. */
const MESSAGE = {
	id: "900",
	channel_id: "30",
	type: 0,
	author: { ...USER, id: "1", bot: true },
	content: "",
	timestamp: "2026-11-25T00:00:00Z",
	edited_timestamp: null,
	tts: false,
	mention_everyone: false,
	mentions: [],
	mention_roles: [],
	attachments: [],
	embeds: [],
	components: [] as object[],
	pinned: false,
	flags: 0,
};

export const EPHEMERAL = 64;

let nextId = 1000;

/** An interaction as Discord sends it: alice in a server that has the app. */
export function payloadOf(type: number, data: object, more: object = {}): Record<string, unknown> {
	nextId++;
	return {
		id: String(nextId),
		application_id: "1",
		type,
		data,
		token: `token-${nextId}`,
		version: 1,
		guild_id: "20",
		channel_id: "30",
		channel: { id: "30", type: 0, guild_id: "20", name: "general" },
		member: {
			user: USER,
			nick: null,
			roles: [],
			permissions: String(1n << 11n),
			joined_at: "2025-01-01T00:00:00Z",
			deaf: false,
			mute: false,
			flags: 0,
		},
		app_permissions: "0",
		locale: "en-US",
		guild_locale: "en-US",
		entitlements: [],
		authorizing_integration_owners: { 0: "20" },
		context: 0,
		attachment_size_limit: 1000,
		...more,
	};
}

export const slash = (name: string, options: Record<string, string> = {}, more: object = {}) =>
	payloadOf(
		2,
		{
			id: "5",
			name,
			type: 1,
			options: Object.entries(options).map(([key, value]) => ({ name: key, type: 3, value })),
		},
		more,
	);

export const suggest = (name: string, option: string, typed: string) =>
	payloadOf(4, {
		id: "5",
		name,
		type: 1,
		options: [{ name: option, type: 3, value: typed, focused: true }],
	});

export const checkMessage = (message: object) =>
	payloadOf(2, {
		id: "6",
		name: "Check this claim",
		type: 3,
		target_id: "77",
		resolved: { messages: { 77: { ...MESSAGE, id: "77", ...message } } },
	});

/** A press on a message of ours. */
export const press = (
	data: { custom_id: string; values?: string[] },
	{
		asker = "10",
		flags = EPHEMERAL,
		components = [] as object[],
		attachments = [] as object[],
	} = {},
) =>
	payloadOf(
		3,
		{ component_type: data.values ? 3 : 2, ...data },
		{
			message: {
				...MESSAGE,
				flags,
				components,
				attachments,
				interaction_metadata: {
					id: "1",
					type: 2,
					user: { ...USER, id: asker },
					authorizing_integration_owners: {},
				},
			},
		},
	);

export const submit = (custom_id: string, fields: Record<string, string | null | string[]>) =>
	payloadOf(5, {
		custom_id,
		components: Object.entries(fields).map(([name, value]) => ({
			type: 18,
			component: {
				type: Array.isArray(value) ? 3 : 4,
				custom_id: name,
				...(Array.isArray(value) ? { values: value } : { value }),
			},
		})),
	});
