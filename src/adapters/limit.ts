import { say } from "../core/say.ts";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Who asks, by the platform's ids. Kept in memory for the length of a window, never logged. */
export interface Asker {
	platform: string;
	user: string;
	/** The server or workspace; null in direct messages. */
	place: string | null;
}

/** Keeps one person, or one server, from taking the desk from all others. */
export interface Limits {
	/** Counts one request. Null: go on; otherwise what says it to the asker, privately, in their language. */
	refusal(asker: Asker): Promise<(() => string) | null>;
}

/** Requests a minute. Generous: nobody who reads the answers meets them. */
export const LIMITS_A_MINUTE = { user: 300, place: 15_000 } as const;

const WINDOW_S = 60;

/** Counted by this process alone: with several replicas each allows as much. */
export function createLimits(aMinute: { user: number; place: number } = LIMITS_A_MINUTE): Limits {
	const users = new RateLimiterMemory({ points: aMinute.user, duration: WINDOW_S });
	const places = new RateLimiterMemory({ points: aMinute.place, duration: WINDOW_S });
	return {
		async refusal({ platform, user, place }) {
			const ofUser = await secondsToWait(users, `${platform}/${user}`);
			if (ofUser !== null)
				return () => `${say("You have asked a lot in the last minute.")} ${again(ofUser)}`;
			if (place === null) return null;
			const ofPlace = await secondsToWait(places, `${platform}/${place}`);
			return ofPlace === null
				? null
				: () => `${say("A lot has been asked here in the last minute.")} ${again(ofPlace)}`;
		},
	};
}

/** For tests and for a desk that something else protects. */
export const noLimits: Limits = { refusal: async () => null };

async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number | null> {
	try {
		await limiter.consume(key);
		return null;
	} catch (refused) {
		if (!(refused instanceof RateLimiterRes)) throw refused;
		return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
	}
}

const again = (seconds: number): string =>
	seconds === 1
		? say("Please try again in a second.")
		: say("Please try again in {seconds} seconds.", { seconds });
