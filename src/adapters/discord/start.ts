import { setTimeout as sleep } from "node:timers/promises";
import { type Interaction, REST } from "discord.js";
import type { ChartPictures } from "../../charts/png.ts";
import type { Hook } from "../../http/hooks.ts";
import type { AdapterParts, OnReady, RunningAdapter } from "../adapter.ts";
import { createRush } from "../rush.ts";
import { createTurns } from "../turns.ts";
import { createWork } from "../work.ts";
import { type Connection, connect } from "./connect.ts";
import { handle, refuse } from "./handle.ts";
import { keepRegistered } from "./keep-registered.ts";
import { listen } from "./listen.ts";
import type { HandlerParts } from "./parts.ts";
import { realWait } from "./persist.ts";
import { createPost } from "./post.ts";

export const DEFAULT_API_URL = "https://discord.com/api";

export interface DiscordConfig {
	token: string;
	/** Asked of Discord when missing. */
	applicationId?: string | undefined;
	apiUrl?: string | undefined;
	/** Registers the commands in this server only. */
	guildId?: string | undefined;
	/** Interactions come signed over HTTP; left out: over the gateway. */
	http?: { hook: Hook; publicKey: string } | undefined;
}

/** Answers under way, each about two calls to Discord long: some 150 people a second. */
const BUSY = 40;
/** Questions a second with which pictures alone would take a core. */
const RUSH = 40;
// Within the 4 s that an adapter has for stopping.
const DRAIN_MS = 3_500;
const CLOSE_MS = 300;

/** Starts either transport. Never throws: while it cannot connect, `problem()` says why and it keeps trying. */
export function start(
	parts: AdapterParts & { pictures: ChartPictures },
	config: DiscordConfig,
	onReady: OnReady,
): RunningAdapter {
	const { log, pictures } = parts;
	const apiUrl = config.apiUrl || DEFAULT_API_URL;
	const stopping = new AbortController();
	// Rejecting on abort is what ends a back-off early; whoever waits for the drain does not mind.
	const wait = (ms: number) =>
		sleep(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
	const work = createWork((ms) => sleep(ms, undefined, { ref: false }));
	const rest = new REST({ api: apiUrl }).setToken(config.token);
	const registered = keepRegistered({ ...parts, ...config, rest, wait, signal: stopping.signal });
	const rush = createRush(RUSH, () => performance.now());
	const handler: HandlerParts = {
		...parts,
		wait: realWait,
		turn: createTurns(),
		now: () => performance.now(),
		isBusy: () => work.inFlight() > BUSY || rush.isOn(),
		onLeftover: registered.onLeftover,
		answersInResponse: config.http !== undefined,
	};
	let stopped: Promise<void> | undefined;

	const transport = {
		token: config.token,
		apiUrl,
		log,
		onInteraction: (interaction: Interaction) =>
			work.once(interaction.id, () => {
				rush.note();
				return stopping.signal.aborted
					? refuse(interaction, handler)
					: handle(interaction, handler);
			}),
		onReady: () => {
			registered.begin();
			pictures.warm();
			onReady();
		},
	};
	const connection: Connection = config.http
		? listen({ ...transport, ...config.http, wait: realWait, now: () => Date.now() })
		: connect({ ...transport, wait });

	return {
		name: "discord",
		problem: () => connection.problem() ?? registered.problem(),
		post: createPost({ token: config.token, apiUrl }, log),
		stop() {
			stopped ??= (async () => {
				stopping.abort();
				if (!(await work.drain(DRAIN_MS)))
					log.warn("discord: stopped with answers still under way");
				await Promise.race([connection.close(), sleep(CLOSE_MS, undefined, { ref: false })]);
			})();
			return stopped;
		},
	};
}
