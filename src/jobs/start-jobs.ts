import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { PlainDate } from "../core/dates.ts";
import type { Facts } from "../core/facts/lookup.ts";
import type { Languages } from "../core/say.ts";
import type { ChannelPost, Post, PostOutcome } from "../core/post.ts";
import type { Place } from "../core/who.ts";
import type { Store } from "../store/store.ts";
import { placeLanguage } from "../commands/post-in.ts";
import { createAlerts } from "./alerts/alerts.ts";
import { REFRESH_MS, type SettingsMemory } from "./settings-memory.ts";
import { createAsk, FEDERAL_REGISTER } from "./sources/ask.ts";
import { createSourceWatch } from "./sources/source-watch.ts";
import type { UnreviewedMemory } from "./sources/state.ts";
import { startTicker } from "./ticker.ts";

export interface JobParts {
	store: Store;
	facts: Facts;
	settings: SettingsMemory;
	languages: Languages;
	unreviewed: UnreviewedMemory;
	/** Posts where the post's place says. Never throws. */
	post: Post;
	/** Posts by a platform's running adapter. Never throws. */
	postOn(platform: Place["platform"], post: ChannelPost): Promise<PostOutcome>;
	canPost(platform: Place["platform"]): boolean;
	log: Logger;
	today(): PlainDate;
	sources: {
		isOn: boolean;
		/** Base of the Federal Register's API; left out: its own. */
		url?: string | undefined;
		userAgent: string;
		/** The operator's channels for notices. */
		channels: readonly { platform: Place["platform"]; channel: string }[];
	};
}

export interface Jobs {
	/** Channels may be told now: a platform has become ready. */
	poke(): void;
	/** For the operator's numbers. */
	state(): { leads: boolean; posted: number; newerDocuments: number };
	/** Begins nothing more, finishes the post under way, lets another process lead. */
	stop(): Promise<void>;
}

const ALERTS_MS = 15_000;
const SOURCES_MS = 60_000;

/** Everything that goes on by itself: settings read again, changes told, sources watched. */
export function startJobs(parts: JobParts): Jobs {
	const { log, sources } = parts;
	const now = (): number => Date.now();
	const stopping = new AbortController();
	const alerts = createAlerts({
		...parts,
		now,
		languageOf: (place) =>
			placeLanguage(
				{ services: { settingsOf: parts.settings.of }, languages: parts.languages },
				place,
			),
	});
	const watch = createSourceWatch({
		...parts,
		isOn: sources.isOn,
		now,
		random: Math.random,
		wait: (ms) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => {}),
		ask: createAsk(sources.url ?? FEDERAL_REGISTER, sources.userAgent, stopping.signal),
		channels: sources.channels.map(({ platform, channel }) => ({
			channel,
			post: (post) => parts.postOn(platform, post),
		})),
	});
	const failed = (job: string) => (error: unknown) =>
		log.error({ job, error: error instanceof Error ? error.name : "unknown" }, "a job failed");
	const tickers = [
		startTicker(() => parts.settings.refresh(), {
			everyMs: REFRESH_MS,
			onError: failed("settings"),
		}),
		startTicker(() => alerts.run(), { everyMs: ALERTS_MS, onError: failed("alerts") }),
		startTicker(() => watch.run(), { everyMs: SOURCES_MS, onError: failed("sources") }),
	];
	return {
		poke: () => tickers[1]?.poke(),
		state: () => ({ ...alerts.state(), newerDocuments: parts.unreviewed.count() }),
		async stop() {
			alerts.end();
			watch.end();
			stopping.abort();
			await Promise.all(tickers.map((ticker) => ticker.stop()));
			await Promise.all([alerts.release(), watch.release()]).catch(failed("stop"));
		},
	};
}
