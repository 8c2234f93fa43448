import { LogLevel, type types, webApi } from "@slack/bolt";
import type { Logger } from "pino";
import type { Answer } from "../../core/answer.ts";
import { fixed } from "../../core/card-words.ts";
import { message } from "../../core/say.ts";
import type { ChannelPost, Post, PostOutcome } from "../../core/post.ts";
import type { Place } from "../../core/who.ts";
import { LIMITS, RenderLimitError } from "./limits.ts";
import { renderAnswer, type SlackMessage } from "./render.ts";

type Trouble = Exclude<PostOutcome, { done: true }>;

export interface PostParts {
	/** The token for a place; null: the one workspace's own. */
	tokenOf(place: Place | null): Promise<{ token: string } | "gone" | "unknown">;
	clientOptions: webApi.WebClientOptions;
	log: Logger;
	now(): number;
	wait(ms: number): Promise<void>;
}

const LONGEST_CALL_MS = 10_000;
const NOT_HERE = message(
	"Slack does not let the app post here: invite the app to this channel with /invite, then try again.",
);
const NOT_INSTALLED = message("The app is no longer installed in this workspace.");
const NOT_TAKEN = message("Slack did not take the message.");
const TOO_MANY = message("Slack takes no more messages now. Try again in a minute.");
const NOT_SAID = message("Slack did not say whether the message arrived.");

// https://docs.slack.dev/reference/methods/chat.postMessage#errors
const BY_CODE: Record<string, Pick<Trouble, "because" | "words">> = {
	// Also what a private channel answers to an app that is not in it.
	channel_not_found: { because: "shut", words: NOT_HERE },
	not_in_channel: { because: "shut", words: NOT_HERE },
	restricted_action: {
		because: "shut",
		words: message("This workspace lets only some people post here."),
	},
	restricted_action_read_only_channel: {
		because: "shut",
		words: message("This channel is read-only."),
	},
	is_archived: { because: "gone", words: message("This channel is archived.") },
	account_inactive: { because: "gone", words: NOT_INSTALLED },
	token_revoked: { because: "gone", words: NOT_INSTALLED },
	no_installation: { because: "gone", words: NOT_INSTALLED },
	invalid_blocks: { because: "refused", words: NOT_TAKEN },
	invalid_blocks_format: { because: "refused", words: NOT_TAKEN },
	msg_too_long: { because: "refused", words: NOT_TAKEN },
	msg_blocks_too_long: { because: "refused", words: NOT_TAKEN },
	ratelimited: {
		because: "later",
		words: TOO_MANY,
	},
	rate_limited: {
		because: "later",
		words: TOO_MANY,
	},
	// Slack says of these that part of the work may be done.
	fatal_error: { because: "unknown", words: NOT_SAID },
	internal_error: { because: "unknown", words: NOT_SAID },
};

/** Never reached Slack, so nothing was posted. */
const NOT_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** Posts cards, one a second in a channel. Slack checks no nonce: a repeat may show twice. */
export function createPost(parts: PostParts): Post {
	const lastIn = new Map<string, number>();
	return async (post) => {
		const found = await parts.tokenOf(post.place);
		if (found === "gone") return trouble("no_installation");
		if (found === "unknown") return down("no_token");
		await pace(post.channel);
		const client = new webApi.WebClient(found.token, {
			...parts.clientOptions,
			timeout: LONGEST_CALL_MS,
			// A repeat is decided where it is written down that there was a first try.
			retryConfig: { retries: 0 },
			rejectRateLimitedCalls: true,
			logger: SILENT,
		});
		try {
			const message = messageOf(post);
			const sent = await client.chat.postMessage({ channel: post.channel, ...message });
			return { done: true, message: String(sent.ts ?? "") };
		} catch (error) {
			const outcome = outcomeOf(error);
			if (!outcome.done) parts.log.warn({ code: outcome.code }, "slack: not posted");
			return outcome;
		}
	};

	async function pace(channel: string): Promise<void> {
		const last = lastIn.get(channel);
		const at =
			last === undefined ? parts.now() : Math.max(parts.now(), last + LIMITS.postEveryMs.max);
		lastIn.delete(channel);
		lastIn.set(channel, at);
		for (const [other, before] of lastIn) {
			if (parts.now() - before < LIMITS.postEveryMs.max) break;
			lastIn.delete(other);
		}
		if (at > parts.now()) await parts.wait(at - parts.now());
	}
}

const nothing = (): void => {};
const SILENT = {
	debug: nothing,
	info: nothing,
	warn: nothing,
	error: nothing,
	setLevel: nothing,
	setName: nothing,
	getLevel: () => LogLevel.ERROR,
};

export function messageOf({ reply, turnedOnBy }: ChannelPost): SlackMessage & {
	unfurl_links: false;
	unfurl_media: false;
} {
	const { text, blocks } = renderAnswer(reply);
	const signed = turnedOnBy === undefined ? [] : [signature(reply.answer, turnedOnBy)];
	return { text, blocks: [...blocks, ...signed], unfurl_links: false, unfurl_media: false };
}

const signature = (answer: Answer, who: string | null): types.KnownBlock => ({
	type: "context",
	elements: [
		{
			type: "mrkdwn",
			text: fixed(
				answer,
				"This channel watches H-1B facts: turned on by {name}. Turn off: {command}",
				{
					name: who && /^[A-Z0-9]{2,25}$/.test(who) ? `<@${who}>` : fixed(answer, "an admin"),
					command: "/h1b unwatch",
				},
			),
		},
	],
});

function trouble(code: string, afterMs?: number): Trouble {
	const known = BY_CODE[code] ?? {
		because: "later" as const,
		words: NOT_TAKEN,
	};
	return {
		done: false,
		...known,
		code,
		repeatIsSafe: false,
		...(afterMs !== undefined && { afterMs }),
	};
}

/** What an error means for the post. Only Slack's own answer, or none that could be sent, says that nothing was posted. */
export function outcomeOf(error: unknown): PostOutcome {
	if (error instanceof RenderLimitError) return trouble("invalid_blocks");
	const found = error as {
		data?: { error?: unknown };
		retryAfter?: unknown;
		original?: { code?: unknown; cause?: { code?: unknown } };
		code?: unknown;
	};
	if (typeof found?.data?.error === "string") return trouble(found.data.error);
	if (typeof found?.retryAfter === "number")
		return trouble("ratelimited", found.retryAfter * 1_000);
	const code = String(
		found?.original?.cause?.code ?? found?.original?.code ?? found?.code ?? "unknown",
	);
	return NOT_SENT.has(code) ? down(code) : { ...trouble("fatal_error"), code };
}

const down = (code: string): Trouble => ({
	done: false,
	because: "down",
	code,
	repeatIsSafe: false,
	words: message("Slack can't be reached now. Try again in a minute."),
});
