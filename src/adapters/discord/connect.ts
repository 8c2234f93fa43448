import {
	type Client,
	DiscordAPIError,
	DiscordjsError,
	DiscordjsErrorCodes,
	Events,
	type Interaction,
	Status,
} from "discord.js";
import type { Logger } from "pino";
import { safe } from "./answer-failure.ts";
import { createClient } from "./client.ts";
import type { Wait } from "./persist.ts";

// The token may be put right, or Discord may come back, at any time: keep trying, ever more rarely.
// 401 and 403 count towards a ban of the address at 10,000 in 10 minutes.
// https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 300_000;

/** 2 s, 4 s, 8 s ... 5 min. */
export const retryAfterMs = (failures: number): number =>
	Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, failures - 1), LAST_RETRY_MS);

/** A transport: the gateway, or HTTP (listen.ts). */
export interface Connection {
	/** Null when every shard is connected. */
	problem(): string | null;
	close(): Promise<void>;
}

export interface ConnectionParts {
	token: string;
	apiUrl: string;
	log: Logger;
	wait: Wait;
	onInteraction: (interaction: Interaction) => unknown;
	/** Called once, at the first connection. */
	onReady: () => void;
}

/** Connects and keeps connected. Reconnecting and resuming are discord.js's; logging in again is ours. */
export function connect(parts: ConnectionParts): Connection {
	const { log, wait } = parts;
	let client: Client | undefined;
	let trouble: string | null = "connecting";
	let isClosed = false;
	let wasReady = false;

	async function keepConnected(): Promise<void> {
		for (let failures = 0; !isClosed; ) {
			let onLost: (reason: unknown) => void = () => {};
			const lost = new Promise<unknown>((resolve) => {
				onLost = resolve;
			});
			const attempt = openClient(parts, onLost, () => {
				failures = 0;
				trouble = null;
				if (!wasReady) parts.onReady();
				wasReady = true;
			});
			client = attempt;
			const error = await attempt.login(parts.token).then(
				() => lost,
				(refused: unknown) => refused,
			);
			await attempt.destroy().catch(() => {});
			if (isClosed) return;
			failures++;
			trouble = inWords(error);
			log.error(
				{ ...safe(error), problem: trouble, retryMs: retryAfterMs(failures) },
				"discord: not connected",
			);
			await wait(retryAfterMs(failures));
		}
	}
	void keepConnected();

	return {
		problem() {
			if (trouble !== null || !client) return trouble ?? "connecting";
			const down = client.ws.shards.filter((shard) => shard.status !== Status.Ready).size;
			return down === 0 ? null : `reconnecting (${down} of ${client.ws.shards.size} connections)`;
		},
		async close() {
			isClosed = true;
			trouble = "stopped";
			await client?.destroy().catch(() => {});
		},
	};
}

function openClient(
	parts: ConnectionParts,
	onLost: (reason: unknown) => void,
	onReady: () => void,
): Client {
	const { log } = parts;
	const client = createClient(parts.apiUrl);
	client.once(Events.ClientReady, onReady);
	client.on(Events.InteractionCreate, parts.onInteraction);
	client.on(Events.ShardDisconnect, ({ code }) => onLost(new GatewayClosedError(code)));
	client.on(Events.Invalidated, () => onLost(new GatewayClosedError(4004)));
	client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, "discord: reconnecting"));
	client.on(Events.ShardResume, (shard) => log.info({ shard }, "discord: resumed"));
	client.on(Events.ShardError, (error, shard) =>
		log.warn({ shard, ...safe(error) }, "discord: connection error"),
	);
	client.on(Events.Error, (error) => log.error(safe(error), "discord: client error"));
	client.on(Events.Warn, () => log.warn("discord: client warning"));
	return client;
}

/** Discord closed the connection for good. */
class GatewayClosedError extends Error {
	readonly code: number;
	constructor(code: number) {
		super(`gateway closed with ${code}`);
		this.name = "GatewayClosedError";
		this.code = code;
	}
}

const BAD_TOKEN =
	"Discord refused the token: set DISCORD_TOKEN to the one shown on the Bot page of https://discord.com/developers/applications";

/** Why there is no connection, with what to do about it; never the token. */
export function inWords(error: unknown): string {
	if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
		return BAD_TOKEN;
	if (error instanceof DiscordAPIError) {
		return error.status === 401 ? BAD_TOKEN : `Discord answered ${error.status}; trying again`;
	}
	if (error instanceof GatewayClosedError) {
		return error.code === 4004
			? BAD_TOKEN
			: `Discord closed the connection (${error.code}); trying again`;
	}
	return "Discord cannot be reached; trying again";
}
