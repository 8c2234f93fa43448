import {
	type APIMessageTopLevelComponent,
	ComponentType,
	DiscordAPIError,
	HTTPError,
	MessageFlags,
	RateLimitError,
	REST,
	Routes,
} from "discord.js";
import type { Logger } from "pino";
import type { Answer } from "../../core/answer.ts";
import { fixed } from "../../core/card-words.ts";
import { message } from "../../core/say.ts";
import type { ChannelPost, Post, PostOutcome } from "../../core/post.ts";
import { safe } from "./answer-failure.ts";
import { RenderLimitError } from "./limits.ts";
import { renderAnswer } from "./render.ts";

/** Within the time for which a post under way is left alone. */
const LONGEST_POST_MS = 12_000;
const ONE_CALL_MS = 5_000;

type Trouble = Exclude<PostOutcome, { done: true }>;

const NO_CHANNEL = message("Discord knows no such channel.");
const NOT_ALLOWED = message(
	"Discord does not let the app post here: add the app to the server, and let it view this channel and send messages here, then try again.",
);
const NOT_TAKEN_WORDS = message("Discord did not take the message.");

// https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes
const BY_CODE: Record<number, Pick<Trouble, "because" | "words">> = {
	10003: { because: "gone", words: NO_CHANNEL },
	10004: {
		because: "gone",
		words: message(
			"Discord knows no such server of this app: add the app to the server, and let it view this channel and send messages here, then try again.",
		),
	},
	50001: {
		because: "shut",
		words: message(
			"Discord does not let the app see this channel: add the app to the server, and let it view this channel and send messages here, then try again.",
		),
	},
	50013: { because: "shut", words: NOT_ALLOWED },
	50008: {
		because: "refused",
		words: message("Discord takes no messages in this kind of channel."),
	},
	50083: {
		because: "shut",
		words: message("This thread is archived. Open it again, then try again."),
	},
	50035: { because: "refused", words: NOT_TAKEN_WORDS },
	20016: {
		because: "later",
		words: message("This channel is in slow mode. Try again in a while."),
	},
	20028: {
		because: "later",
		words: message("This channel gets too many messages now. Try again soon."),
	},
};

/** Posts cards with a nonce that Discord holds against repeats. */
export function createPost(config: { token: string; apiUrl: string }, log: Logger): Post {
	const rest = new REST({
		api: config.apiUrl,
		timeout: ONE_CALL_MS,
		// A repeat of the same nonce within seconds gives the message that is there already.
		retries: 1,
		// Waiting is the job's: it has other channels to tell.
		rejectOnRateLimit: () => true,
	}).setToken(config.token);
	return async (post) => {
		try {
			// A refused token is forgotten by the library; it may be put right at Discord.
			rest.setToken(config.token);
			const sent = (await rest.post(Routes.channelMessages(post.channel), {
				body: bodyOf(post),
				signal: AbortSignal.timeout(LONGEST_POST_MS),
			})) as { id: string };
			return { done: true, message: sent.id };
		} catch (error) {
			log.warn(safe(error), "discord: not posted");
			return outcomeOf(error);
		}
	};
}

export function bodyOf({ reply, nonce, turnedOnBy }: ChannelPost) {
	const card = renderAnswer(reply);
	const components: APIMessageTopLevelComponent[] = [
		...card.components,
		...(turnedOnBy === undefined ? [] : [signature(reply.answer, turnedOnBy)]),
	];
	return {
		components,
		flags: MessageFlags.IsComponentsV2,
		// A mention shows who it was; it never pings.
		allowed_mentions: { parse: [] },
		nonce,
		enforce_nonce: true,
	};
}

const signature = (answer: Answer, who: string | null): APIMessageTopLevelComponent => ({
	type: ComponentType.TextDisplay,
	content: `-# ${fixed(answer, "This channel watches H-1B facts: turned on by {name}. Turn off: {command}", { name: who && /^\d{1,25}$/.test(who) ? `<@${who}>` : fixed(answer, "an admin"), command: "/unwatch" })}`,
});

/** What an error means for the post. Only a clear answer of Discord's says that nothing was posted. */
export function outcomeOf(error: unknown): PostOutcome {
	const trouble = (
		because: Trouble["because"],
		code: string | number,
		words: string,
		afterMs?: number,
	): Trouble => ({
		done: false,
		because,
		code: String(code),
		repeatIsSafe: true,
		words,
		...(afterMs !== undefined && { afterMs }),
	});
	const later = message("Discord can't take the message now. Try again in a minute.");
	if (error instanceof RenderLimitError)
		return trouble("refused", error.limit, message("The message is too long for Discord."));
	if (error instanceof RateLimitError)
		return trouble("later", 429, later, error.retryAfter || error.timeToReset);
	if (error instanceof DiscordAPIError) {
		const known = BY_CODE[Number(error.code)];
		if (known) return trouble(known.because, error.code, known.words);
		if (error.status === 429 || error.status === 401) return trouble("later", error.status, later);
		if (error.status === 403) return trouble("shut", error.code, NOT_ALLOWED);
		if (error.status === 404) return trouble("gone", error.code, NO_CHANNEL);
		return trouble("refused", error.code, NOT_TAKEN_WORDS);
	}
	const code = error instanceof HTTPError ? error.status : codeOf(error);
	if (NOT_TAKEN.has(code))
		return trouble("down", code, message("Discord can't be reached now. Try again in a minute."));
	return trouble(
		"unknown",
		code,
		message("Discord did not answer, so nobody knows whether it arrived."),
	);
}

/** Never reached Discord, or answered by a gateway in front of it. */
const NOT_TAKEN = new Set<string | number>([
	...["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"],
	"UND_ERR_CONNECT_TIMEOUT",
	// https://docs.discord.com/developers/topics/opcodes-and-status-codes#http-http-response-codes
	502,
	503,
]);

const codeOf = (error: unknown): string =>
	String(
		(error as { cause?: { code?: unknown } })?.cause?.code ??
			(error as { code?: unknown; name?: unknown })?.code ??
			(error as Error)?.name ??
			"unknown",
	);
