import { setTimeout as sleep } from "node:timers/promises";
import type { RespondFn } from "@slack/bolt";
import type { AdapterParts, OnReady, RunningAdapter } from "../adapter.ts";
import { createTurns } from "../turns.ts";
import { createWork } from "../work.ts";
import type { SlackConfig } from "./config.ts";
import { createConnection } from "./connection.ts";
import { nameOf } from "./errors.ts";
import { respondAt, slackFetch } from "./fetch.ts";
import { listen } from "./listen.ts";
import { createPeople } from "./people.ts";
import { createPost } from "./post.ts";
import { ChartForms } from "./send-chart.ts";

export const DEFAULT_API_URL = "https://slack.com/api/";

// Within the 4 s that an adapter has for stopping.
const DRAIN_MS = 3_400;
const CLOSE_MS = 400;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
/** What Slack may repeat: five minutes' worth at 200 a second. */
const REMEMBERED_IDS = 60_000;

/** Connects to Slack. Never throws: while it cannot connect, `problem()` says why and it keeps trying. */
export function start(parts: AdapterParts, config: SlackConfig, onReady: OnReady): RunningAdapter {
	const { log } = parts;
	const slackApiUrl = withSlash(config.apiUrl || DEFAULT_API_URL);
	const fetch = slackFetch(slackApiUrl);
	const pass = (ms: number) => sleep(ms, undefined, { ref: false });
	const work = createWork(pass, REMEMBERED_IDS);
	const stopping = new AbortController();
	const connection = createConnection(
		{
			...parts,
			clientOptions: { slackApiUrl, fetch, timeout: 10_000, retryConfig: RETRIES },
			now: Date.now,
			wait: pass,
		},
		config,
	);
	listen(connection.app, {
		...parts,
		work,
		turn: createTurns(),
		wait: (ms) => sleep(ms),
		isStopping: () => stopping.signal.aborted,
		charts: new ChartForms(),
		people: createPeople(Date.now),
		respondAt: (url): RespondFn => respondAt(fetch, url),
		isAgent: config.isAgent ?? false,
		removal: {
			...parts,
			wait: pass,
			installations: connection.installations,
			authorize: connection.authorize,
		},
	});
	let problem: string | null = "not connected yet";
	let stopped: Promise<void> | undefined;
	connection.onLine((isUp) => {
		problem = isUp ? null : "the connection to Slack broke off; connecting again";
	});

	async function keepTrying(): Promise<void> {
		for (let failures = 0; !stopping.signal.aborted; ) {
			try {
				await connection.connect();
				problem = null;
				onReady();
				return;
			} catch (error) {
				failures++;
				const ms = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
				problem = `Slack refused the connection (${nameOf(error)})`;
				log.error({ error: nameOf(error), retryMs: ms }, "slack: not connected");
				await sleep(ms, undefined, { signal: stopping.signal }).catch(() => {});
			}
		}
	}
	void keepTrying();

	return {
		name: "slack",
		problem: () => problem,
		post: createPost({
			tokenOf: connection.tokenOf,
			clientOptions: { slackApiUrl, fetch },
			log,
			now: Date.now,
			wait: (ms) => sleep(ms),
		}),
		stop() {
			stopped ??= (async () => {
				stopping.abort();
				if (!(await work.drain(DRAIN_MS))) log.warn("slack: stopped with answers still under way");
				await Promise.race([connection.disconnect().catch(() => {}), pass(CLOSE_MS)]);
			})();
			return stopped;
		},
	};
}

/** Of the Web API alone: cards are tried again in `patiently`, and a window that opens late is of no use. */
const RETRIES = { retries: 1, minTimeout: 300, maxTimeout: 300 };

const withSlash = (url: string): string => (url.endsWith("/") ? url : `${url}/`);
