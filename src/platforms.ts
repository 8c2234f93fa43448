import type { AdapterParts, OnReady, RunningAdapter } from "./adapters/adapter.ts";
import type { ChannelPost, PostOutcome } from "./core/post.ts";
import type { Place } from "./core/who.ts";
import { INTERACTIONS_PATH } from "./adapters/discord/address.ts";
import type { ChartPictures } from "./charts/png.ts";
import { NO_SERVICES } from "./commands/services.ts";
import type { Environment } from "./config.ts";
import type { KeepAddress } from "./http/hooks.ts";
import { placesOf } from "./http/server.ts";
import { slackConfig } from "./slack-config.ts";

/** The configured platforms, as one thing to start, watch and stop. */
export interface Platforms {
	/** How many are configured, and which. */
	readonly count: number;
	/** Which, and how each is reached: `discord (http)`. */
	readonly configured: readonly string[];
	readonly names: readonly string[];
	/** Starts each. One that fails leaves the others and the page up. */
	start(onReady: (name: string) => void): void;
	/** Posts a card in a channel of a platform. Never throws. */
	post(platform: Place["platform"], post: ChannelPost): Promise<PostOutcome>;
	/** Whether a platform has been started, so that posts can leave. */
	canPost(platform: Place["platform"]): boolean;
	/** Why a configured platform is not connected, one a line. */
	problems(): string[];
	/** Stops all of them; calling twice is harmless. */
	stop(): Promise<void>;
}

export type PlatformParts = AdapterParts & {
	pictures: ChartPictures;
	/** For platforms reached over HTTP; called before the server listens. */
	keepAddress: KeepAddress;
};

type Start = (onReady: OnReady) => Promise<RunningAdapter>;

interface Platform {
	name: string;
	start: Start;
	/** Why it is not running yet. */
	trouble: string;
	starting?: Promise<void>;
	running?: RunningAdapter;
}

export function createPlatforms(parts: PlatformParts, env: Environment): Platforms {
	const platforms = configured(parts, env).map(
		([name, start]): Platform => ({ name, start, trouble: "starting" }),
	);

	async function begin(platform: Platform, onReady: OnReady): Promise<void> {
		try {
			platform.running = await platform.start(onReady);
		} catch (error) {
			platform.trouble = "could not be started; see the log";
			const kind = error instanceof Error ? error.name : "unknown";
			parts.log.error(
				{ platform: platform.name, kind, stack: placesOf(error) },
				"a platform could not be started",
			);
		}
	}

	const postOf = (name: string) => platforms.find((one) => one.name === name)?.running?.post;

	return {
		count: platforms.length,
		post: (name, post) => (postOf(name) ?? NO_SERVICES.post)(post),
		canPost: (name) => postOf(name) !== undefined,
		configured: platforms.map(({ name }) =>
			name === "discord" ? `${name} (${env.DISCORD_TRANSPORT})` : name,
		),
		names: platforms.map(({ name }) => name),
		start(onReady) {
			for (const platform of platforms)
				platform.starting = begin(platform, () => onReady(platform.name));
		},
		problems: () =>
			platforms.flatMap(({ name, running, trouble }) => {
				const problem = running ? running.problem() : trouble;
				return problem === null ? [] : [`${name}: ${problem}`];
			}),
		async stop() {
			await Promise.all(
				platforms.map(async (platform) => {
					await platform.starting;
					await platform.running?.stop();
				}),
			);
			// Last: an answer under way may still wait for its picture.
			await parts.pictures.close();
		},
	};
}

/** Whether there is anybody to keep something for. */
export function hasPlatform(env: Environment): boolean {
	return Boolean(env.DISCORD_TOKEN || env.SLACK_BOT_TOKEN || env.SLACK_CLIENT_ID);
}

/** The platforms whose tokens are set. Their libraries are loaded only then: they take longer than all else. */
function configured(parts: PlatformParts, env: Environment): [string, Start][] {
	const found: [string, Start][] = [];
	if (env.DISCORD_TOKEN) {
		const publicKey = env.DISCORD_TRANSPORT === "http" ? env.DISCORD_PUBLIC_KEY : undefined;
		const config = {
			token: env.DISCORD_TOKEN,
			applicationId: env.DISCORD_APPLICATION_ID,
			apiUrl: env.DISCORD_API_URL,
			guildId: env.DISCORD_GUILD_ID,
			http: publicKey
				? { publicKey, hook: parts.keepAddress("POST", INTERACTIONS_PATH) }
				: undefined,
		};
		found.push([
			"discord",
			async (onReady) =>
				(await import("./adapters/discord/start.ts")).start(parts, config, onReady),
		]);
	}
	const slack = slackConfig(parts.keepAddress, env);
	if (slack) {
		found.push([
			"slack",
			async (onReady) => (await import("./adapters/slack/start.ts")).start(parts, slack, onReady),
		]);
	}
	return found;
}
