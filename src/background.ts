import type { Logger } from "pino";
import type { Desk } from "./commands/desk.ts";
import { NO_SERVICES, type Services } from "./commands/services.ts";
import type { Environment } from "./config.ts";
import type { PlainDate } from "./core/dates.ts";
import type { Facts } from "./core/facts/lookup.ts";
import { visibilityIn } from "./core/place-settings.ts";
import type { Post } from "./core/post.ts";
import { type Place, placeKey } from "./core/who.ts";
import { createSettingsMemory } from "./jobs/settings-memory.ts";
import { createUnreviewed, type UnreviewedMemory } from "./jobs/sources/state.ts";
import { type Jobs, startJobs } from "./jobs/start-jobs.ts";
import { hasPlatform, type Platforms } from "./platforms.ts";
import type { Store } from "./store/store.ts";

export interface BackgroundParts {
	store: Store;
	log: Logger;
	env: Environment;
	today(): PlainDate;
	version: string;
}

/** What is kept and what goes on by itself, for the desk, the adapters and the operator's numbers. */
export interface Background {
	/** For the desk; called once, when the facts are loaded. */
	services(facts: Facts): Services;
	visibility(place: Place | null, channel: string): "private" | "public";
	onLeft(place: Place): Promise<void>;
	/** Once the platforms are made. */
	start(platforms: Platforms, desk: Pick<Desk, "facts" | "languages">): void;
	/** Channels may be told now. */
	poke(): void;
	state(): ReturnType<Jobs["state"]>;
	stop(): Promise<void>;
}

export function createBackground(parts: BackgroundParts): Background {
	const { store, log, env, today } = parts;
	const settings = createSettingsMemory(store);
	/** Places that were left while the store was down. */
	const leftOver = new Map<string, Place>();
	let unreviewed: UnreviewedMemory | undefined;
	let platforms: Platforms | undefined;
	let jobs: Jobs | undefined;

	const post: Post = (message) =>
		platforms && message.place
			? platforms.post(message.place.platform, message)
			: NO_SERVICES.post(message);

	async function forgetLeft(): Promise<void> {
		for (const [key, place] of leftOver) {
			const deleted = await store.forget(`${key}/`);
			leftOver.delete(key);
			log.info(
				{ platform: place.platform, deleted },
				"the app was removed: what was stored is deleted",
			);
			await settings.changed(place);
		}
	}

	return {
		services(facts) {
			unreviewed = createUnreviewed(facts, today);
			return {
				now: () => Date.now(),
				post,
				settingsOf: settings.of,
				settingsChanged: settings.changed,
				unreviewed,
			};
		},
		visibility: (place, channel) => visibilityIn(settings.of(place), channel),
		async onLeft(place) {
			leftOver.set(placeKey(place), place);
			await forgetLeft().catch(() => log.error("the store is down; a place left is deleted later"));
		},
		start(made, { facts, languages }) {
			platforms = made;
			jobs = startJobs({
				...parts,
				facts,
				languages,
				settings: {
					...settings,
					async refresh() {
						await forgetLeft();
						await settings.refresh();
					},
				},
				unreviewed: unreviewed ?? createUnreviewed(facts, today),
				post,
				postOn: made.post,
				canPost: made.canPost,
				sources: {
					isOn: (env.SOURCE_WATCH ?? byDefault(env)) === "on",
					url: env.FEDERAL_REGISTER_URL,
					userAgent: `h1b-desk/${parts.version}`,
					channels: [
						...(env.DISCORD_ALERT_CHANNEL
							? [{ platform: "discord" as const, channel: env.DISCORD_ALERT_CHANNEL }]
							: []),
						...(env.SLACK_ALERT_CHANNEL
							? [{ platform: "slack" as const, channel: env.SLACK_ALERT_CHANNEL }]
							: []),
					],
				},
			});
		},
		poke: () => jobs?.poke(),
		state: () => jobs?.state() ?? { leads: false, posted: 0, newerDocuments: 0 },
		stop: async () => jobs?.stop(),
	};
}

/** A desk without a platform has nobody to tell, and one whose platforms stand elsewhere is being tried out. */
const byDefault = (env: Environment): "on" | "off" =>
	hasPlatform(env) && !env.DISCORD_API_URL && !env.SLACK_API_URL ? "on" : "off";
