import { setTimeout as sleep } from "node:timers/promises";
import { REST } from "discord.js";
import type { ChartPictures } from "../../charts/png.ts";
import type { AdapterParts, OnReady, RunningAdapter } from "../adapter.ts";
import { safe } from "./answer-failure.ts";
import { connect, retryAfterMs } from "./connect.ts";
import { handle, type HandlerParts, refuse } from "./handle.ts";
import { realWait } from "./persist.ts";
import { createPost } from "./post.ts";
import { registerCommands } from "./register.ts";
import { createWork } from "../work.ts";

export const DEFAULT_API_URL = "https://discord.com/api";

export interface DiscordConfig {
	token: string;
	/** Asked of Discord when missing. */
	applicationId?: string | undefined;
	apiUrl?: string | undefined;
	/** Registers the commands in this server only. */
	guildId?: string | undefined;
}

// Within the 4 s that an adapter has for stopping.
const DRAIN_MS = 3_500;
const CLOSE_MS = 300;

/** Connects to Discord's gateway. Never throws: while it cannot connect, `problem()` says why and it keeps trying. */
export function start(
	parts: AdapterParts & { pictures: ChartPictures },
	config: DiscordConfig,
	onReady: OnReady,
): RunningAdapter {
	const { desk, log, pictures } = parts;
	const apiUrl = config.apiUrl || DEFAULT_API_URL;
	const stopping = new AbortController();
	// Rejecting on abort is what ends a back-off early; whoever waits for the drain does not mind.
	const wait = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => {});
	const work = createWork((ms) => sleep(ms, undefined, { ref: false }));
	const handler: HandlerParts = {
		desk,
		log,
		wait: realWait,
		now: () => performance.now(),
		pictures,
	};
	let isStopping = false;
	let stopped: Promise<void> | undefined;

	async function register(): Promise<void> {
		const rest = new REST({ api: apiUrl }).setToken(config.token);
		for (let failures = 0; !isStopping; ) {
			try {
				const changed = await registerCommands({ rest, commands: desk.commands, ...config });
				log.info({ changed }, "discord: commands registered");
				return;
			} catch (error) {
				failures++;
				log.error(
					{ ...safe(error), retryMs: retryAfterMs(failures) },
					"discord: commands not registered",
				);
				await wait(retryAfterMs(failures));
			}
		}
	}

	const connection = connect({
		token: config.token,
		apiUrl,
		log,
		wait,
		onInteraction: (interaction) =>
			work.once(interaction.id, () =>
				isStopping ? refuse(interaction, handler) : handle(interaction, handler),
			),
		onReady: () => {
			void register();
			pictures.warm();
			onReady();
		},
	});

	return {
		name: "discord",
		problem: () => connection.problem(),
		post: createPost({ token: config.token, apiUrl }, log),
		stop() {
			stopped ??= (async () => {
				isStopping = true;
				stopping.abort();
				if (!(await work.drain(DRAIN_MS)))
					log.warn("discord: stopped with answers still under way");
				await Promise.race([connection.close(), sleep(CLOSE_MS, undefined, { ref: false })]);
			})();
			return stopped;
		},
	};
}
