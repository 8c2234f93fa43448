import { generateKeyPairSync, sign } from "node:crypto";
import type { Ledger } from "../ledger.ts";
import { type Faults, NO_FAULTS, nextFault } from "./faults.ts";
import type { Deliver } from "./post.ts";
import { type Asked, jsonOf, serve, type Told } from "./serve.ts";

export const APPLICATION_ID = "300000000000000001";
const BOT_ID = "300000000000000002";
export const DISCORD_TOKEN = "MzAwMDAwMDAwMDAwMDAwMDAx.torture.token-of-the-fake-discord";
/** Discord keeps a nonce for some minutes: https://docs.discord.com/developers/resources/message */
const NONCE_KEPT_MS = 5 * 60_000;

export interface ChannelPost {
	channel: string;
	at: number;
	body: Record<string, unknown>;
}

export interface Interaction {
	id: string;
	token: string;
	payload: Record<string, unknown>;
}

export interface Who {
	user: string;
	guild: string;
	channel: string;
	isAdmin?: boolean;
}

export interface FakeDiscord {
	/** What the desk is told in its environment. */
	env: Record<string, string>;
	faults: Faults;
	/** Messages in channels, in order. */
	posts: ChannelPost[];
	/** The last text-bearing body that each interaction got, by its id. */
	answers: Map<string, Record<string, unknown>>;
	/** How often each kind of call came. */
	calls: Map<string, number>;
	command(name: string, options: Record<string, unknown>, who: Who): Interaction;
	/** Delivers, again when given again; resolves with the status, 0 when nobody answered. */
	deliver(interaction: Interaction, deliver: Deliver): Promise<number>;
	close(): Promise<void>;
}

/** A Discord on this machine: signs interactions to the desk's address, and takes its REST calls. */
export async function startFakeDiscord(parts: {
	ledger: Ledger;
	random: () => number;
	now?: () => number;
}): Promise<FakeDiscord> {
	const { ledger, random, now = Date.now } = parts;
	const { publicKey, privateKey } = generateKeyPairSync("ed25519");
	const faults: Faults = { ...NO_FAULTS };
	const posts: ChannelPost[] = [];
	const answers: FakeDiscord["answers"] = new Map();
	const calls = new Map<string, number>();
	const byToken = new Map<string, { id: string; isAcked: boolean }>();
	const guilds = new Set<string>();
	const nonces = new Map<string, { at: number; message: unknown }>();
	let commands: unknown[] = [];
	let lastId = 400_000_000_000_000_000n;
	const nextId = () => String(++lastId);

	async function answer(asked: Asked): Promise<Told | undefined> {
		const path = asked.path.replace(/^\/api(\/v\d+)?/, "");
		const kind = kindOf(path);
		calls.set(kind, (calls.get(kind) ?? 0) + 1);
		if (faults.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, faults.delayMs));
		const fault = nextFault(faults, random);
		if (fault === "503") return { status: 503, json: { message: "upstream", code: 0 } };
		if (fault === "429")
			return {
				status: 429,
				headers: { "retry-after": String(faults.retryAfterS), "x-ratelimit-scope": "shared" },
				json: {
					message: "You are being rate limited.",
					retry_after: faults.retryAfterS,
					global: false,
				},
			};
		return route(asked.method, path, asked.body);
	}

	function route(method: string, path: string, body: string): Told {
		const [, first = "", second = "", third = "", fourth = ""] = path.split("/");
		if (first === "interactions") return callback(third, jsonOf(body));
		if (first === "webhooks") return webhook(method, third, fourth, body);
		if (first === "channels" && third === "messages" && method === "POST")
			return channelMessage(second, jsonOf(body));
		if (path.endsWith("/commands")) {
			if (method === "PUT")
				commands = JSON.parse(Buffer.from(body, "latin1").toString()) as unknown[];
			return { status: 200, json: commands };
		}
		if (first === "applications" || path.startsWith("/oauth2/applications"))
			return { status: 200, json: { id: APPLICATION_ID, name: "desk", bot: { id: BOT_ID } } };
		// Every server that ever asked still has the app.
		if (path.startsWith("/users/@me/guilds"))
			return { status: 200, json: [...guilds].sort().map((id) => ({ id, name: "server" })) };
		if (first === "users")
			return { status: 200, json: { id: BOT_ID, username: "desk", bot: true } };
		if (first === "guilds") return { status: 200, json: { id: second, name: "server" } };
		if (first === "channels") return { status: 200, json: { id: second, type: 0 } };
		return { status: 404, json: { message: "Unknown", code: 0 } };
	}

	/** An acknowledgement by REST. A second one is refused, as Discord does. */
	function callback(token: string, body: Record<string, unknown>): Told {
		const known = byToken.get(token);
		if (!known) return { status: 404, json: { message: "Unknown interaction", code: 10062 } };
		if (known.isAcked)
			return { status: 400, json: { message: "Already acknowledged.", code: 40060 } };
		acknowledge(token, body);
		return { status: 204 };
	}

	function acknowledge(token: string, body: Record<string, unknown>): void {
		const known = byToken.get(token);
		if (!known || known.isAcked) return;
		known.isAcked = true;
		ledger.acked(known.id);
		// 4 and 7 carry the message itself, 8 suggestions; 5 and 6 promise one.
		if ([4, 7, 8].includes(Number(body.type))) shown(known.id, body.data);
	}

	function webhook(method: string, token: string, rest: string, body: string): Told {
		const known = byToken.get(token);
		if (!known) return { status: 404, json: { message: "Unknown Webhook", code: 10015 } };
		const isOriginal = rest === "messages";
		// Editing the answer again changes one message; only the first is an answer.
		if (isOriginal && method === "PATCH" && !answers.has(known.id)) shown(known.id, jsonOf(body));
		if (!isOriginal && method === "POST") shown(known.id, jsonOf(body));
		return { status: 200, json: { id: nextId(), channel_id: "1", flags: 64 } };
	}

	function shown(id: string, data: unknown): void {
		answers.set(id, (data ?? {}) as Record<string, unknown>);
		ledger.answered(id);
	}

	function channelMessage(channel: string, body: Record<string, unknown>): Told {
		const key = body.enforce_nonce === true ? `${channel} ${String(body.nonce)}` : null;
		const before = key === null ? undefined : nonces.get(key);
		if (before && now() - before.at < NONCE_KEPT_MS) return { status: 200, json: before.message };
		const message = { id: nextId(), channel_id: channel, nonce: body.nonce };
		if (key !== null) nonces.set(key, { at: now(), message });
		posts.push({ channel, at: now(), body });
		return { status: 200, json: message };
	}

	const server = await serve(answer);
	return {
		env: {
			DISCORD_TOKEN,
			DISCORD_APPLICATION_ID: APPLICATION_ID,
			DISCORD_TRANSPORT: "http",
			DISCORD_PUBLIC_KEY: publicKey
				.export({ format: "der", type: "spki" })
				.subarray(-32)
				.toString("hex"),
			DISCORD_API_URL: `${server.address}/api`,
		},
		faults,
		posts,
		answers,
		calls,
		command(name, options, who) {
			guilds.add(who.guild);
			return interaction(
				nextId(),
				2,
				{ id: "500000000000000001", type: 1, name, options: optionsOf(options) },
				who,
			);
		},
		async deliver({ id, token, payload }, deliver) {
			ledger.sent(id);
			if (!byToken.has(token)) byToken.set(token, { id, isAcked: false });
			const body = JSON.stringify(payload);
			const timestamp = String(Math.floor(now() / 1000));
			const signature = sign(null, Buffer.from(timestamp + body), privateKey).toString("hex");
			const headers = {
				"content-type": "application/json",
				"x-signature-ed25519": signature,
				"x-signature-timestamp": timestamp,
			};
			try {
				const posted = await deliver("/discord/interactions", body, headers);
				if (posted.status === 200)
					acknowledge(token, JSON.parse(posted.body) as Record<string, unknown>);
				return posted.status;
			} catch {
				return 0;
			}
		},
		close: () => server.close(),
	};
}

function interaction(id: string, type: number, data: unknown, who: Who): Interaction {
	const token = `token-of-${id}`;
	const payload = {
		id,
		application_id: APPLICATION_ID,
		type,
		token,
		version: 1,
		data,
		guild_id: who.guild,
		guild: { id: who.guild, locale: "en-US", features: [] },
		guild_locale: "en-US",
		locale: "en-US",
		channel_id: who.channel,
		channel: { id: who.channel, type: 0, name: "general", guild_id: who.guild, permissions: ALL },
		member: {
			user: {
				id: who.user,
				username: "someone",
				discriminator: "0",
				global_name: "Someone",
				avatar: null,
			},
			roles: [],
			nick: null,
			avatar: null,
			joined_at: "2026-01-01T00:00:00.000Z",
			deaf: false,
			mute: false,
			flags: 0,
			permissions: who.isAdmin ? ALL : USUAL,
		},
		entitlements: [],
		authorizing_integration_owners: { "0": who.guild },
		context: 0,
		app_permissions: ALL,
		attachment_size_limit: 10_485_760,
	};
	return { id, token, payload };
}

const ALL = String((1n << 50n) - 1n);
/** View, send, embed, use commands. */
const USUAL = String((1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 31n));

function optionsOf(options: Record<string, unknown>): unknown[] {
	return Object.entries(options).map(([name, value]) => ({
		name,
		value,
		type: typeof value === "number" ? 4 : typeof value === "boolean" ? 5 : 3,
	}));
}

function kindOf(path: string): string {
	if (path.startsWith("/interactions/")) return "callback";
	if (path.includes("/messages/@original")) return "edit";
	if (path.startsWith("/webhooks/")) return "follow-up";
	return path.startsWith("/channels/") && path.endsWith("/messages") ? "post" : "other";
}
