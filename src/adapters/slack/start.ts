import { setTimeout as sleep } from "node:timers/promises";
import bolt from "@slack/bolt";
import type { AdapterParts, OnReady, RunningAdapter } from "../adapter.ts";
import { registerHandlers } from "./handlers.ts";
import { boltLogger } from "./log.ts";
import { createPost } from "./post.ts";
import { ChartForms } from "./send-chart.ts";
import { createWork } from "../work.ts";

export const DEFAULT_API_URL = "https://slack.com/api/";

export interface SlackConfig {
	botToken: string;
	appToken: string;
	apiUrl?: string | undefined;
}

// Within the 4 s that an adapter has for stopping.
const DRAIN_MS = 3_400;
const CLOSE_MS = 400;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

/** Connects by Socket Mode. Never throws: while it cannot connect, `problem()` says why and it keeps trying. */
export function start(parts: AdapterParts, config: SlackConfig, onReady: OnReady): RunningAdapter {
	const { desk, log } = parts;
	const slackApiUrl = withSlash(config.apiUrl || DEFAULT_API_URL);
	const work = createWork((ms) => sleep(ms, undefined, { ref: false }));
	const charts = new ChartForms();
	const stopping = new AbortController();
	let problem: string | null = "not connected yet";
	let app: bolt.App | undefined;
	let stopped: Promise<void> | undefined;

	async function connect(): Promise<void> {
		const made = new bolt.App({
			token: config.botToken,
			appToken: config.appToken,
			socketMode: true,
			clientOptions: { slackApiUrl },
			logger: boltLogger(log),
		});
		registerHandlers(made, {
			desk,
			log,
			work,
			wait: (ms) => sleep(ms),
			isStopping: () => stopping.signal.aborted,
			charts,
		});
		made.error(async (error) =>
			log.error({ error: error.name, code: error.code }, "slack: unhandled"),
		);
		await made.client.auth.test();
		await made.start();
		app = made;
	}

	async function keepTrying(): Promise<void> {
		for (let failures = 0; !stopping.signal.aborted; ) {
			try {
				await connect();
				problem = null;
				onReady();
				return;
			} catch (error) {
				failures++;
				const ms = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
				problem = `Slack refused the connection (${codeOf(error)})`;
				log.error({ error: codeOf(error), retryMs: ms }, "slack: not connected");
				await sleep(ms, undefined, { signal: stopping.signal }).catch(() => {});
			}
		}
	}
	void keepTrying();

	return {
		name: "slack",
		problem: () => problem,
		post: createPost({
			tokenFor: async () => config.botToken,
			slackApiUrl,
			log,
			now: () => Date.now(),
			wait: (ms) => sleep(ms),
		}),
		stop() {
			stopped ??= (async () => {
				stopping.abort();
				if (!(await work.drain(DRAIN_MS))) log.warn("slack: stopped with answers still under way");
				await Promise.race([
					app?.stop().catch(() => {}),
					sleep(CLOSE_MS, undefined, { ref: false }),
				]);
			})();
			return stopped;
		},
	};
}

const withSlash = (url: string): string => (url.endsWith("/") ? url : `${url}/`);

function codeOf(error: unknown): string {
	const found = error as { data?: { error?: unknown }; code?: unknown; name?: unknown };
	return String(found?.data?.error ?? found?.code ?? found?.name ?? "unknown");
}
