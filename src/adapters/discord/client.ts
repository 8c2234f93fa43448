import { Client, Options } from "discord.js";

/** A call hung for longer is tried again while the 3 s for an acknowledgement still run. */
const CALL_TIMEOUT_MS = 2_500;

const SWEEP_MS = 60_000;

/**
 * The client of either transport. It keeps nothing of anybody in memory and pings nobody.
 *
 * No intent: interactions arrive without any, and nothing else is read, not even the names of servers
 * and channels that the guilds intent would bring. That a server removed the app is found by asking
 * (departures.ts), the same for both transports.
 */
export function createClient(apiUrl: string): Client {
	const client: Client = new Client({
		intents: [],
		shards: "auto",
		allowedMentions: { parse: [] },
		rest: {
			api: apiUrl,
			timeout: CALL_TIMEOUT_MS,
			// This client answers interactions, which stand outside the limit of 50 a second for a bot:
			// https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
			globalRequestsPerSecond: Number.POSITIVE_INFINITY,
			// Each interaction has a queue of its own; kept for the usual hour they would be a leak.
			handlerSweepInterval: SWEEP_MS,
		},
		makeCache: Options.cacheWithLimits({
			...Options.DefaultMakeCacheSettings,
			MessageManager: 0,
			GuildMemberManager: 0,
			UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === client.user?.id },
		}),
	});
	return client;
}
