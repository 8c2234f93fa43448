import { say } from "../../core/say.ts";
import type { RespondArguments, webApi } from "@slack/bolt";
import type { Watched } from "../telemetry.ts";
import { type Asked, answerTo } from "./answer.ts";
import { failureOf, nameOf } from "./errors.ts";
import type { HandlerParts, Target } from "./parts.ts";
import { renderAnswer, type SlackMessage } from "./render.ts";
import { checkTaken, hasChart, sendWithChart } from "./send-chart.ts";

type Message = { text: string; blocks?: SlackMessage["blocks"] };

/** Answers where somebody asked: private, unless an admin made the channel's cards public. */
export async function answerIn(
	parts: HandlerParts,
	target: Target,
	asked: Asked,
	{ watched, page = 0 }: { watched: Watched; page?: number },
): Promise<void> {
	const started = performance.now();
	try {
		const reply = await answerTo(parts, asked, target);
		const isPublic =
			reply.outcome === "answered" &&
			!reply.isPrivate &&
			parts.visibility(target.place, target.channel) === "public";
		const chart = await sendWithChart(
			parts.charts,
			target.place.id,
			(form) =>
				renderAnswer(reply, { page, chart: form, ...(isPublic && { askedBy: target.user }) }),
			(message) => post(parts, target, message, isPublic),
		);
		parts.log.info(
			{
				command: reply.command,
				outcome: reply.outcome,
				...(reply.answer.chart && { chart }),
				reference: watched.reference,
				ms: Math.round(performance.now() - started),
			},
			"slack: answered",
		);
		watched.answered(reply.command, reply.outcome);
	} catch (error) {
		await tell(parts, target, failed(parts, target, watched, error));
	}
}

/** Logs a failure of ours and gives the words for the user, with the reference that finds it in the log. */
export function failed(
	parts: HandlerParts,
	target: Target,
	{ reference, answered }: Watched,
	error: unknown,
): string {
	answered("none", "failed");
	parts.log.error({ reference, error: nameOf(error) }, "slack: not answered");
	return parts.desk.speakTo(target, () =>
		say(
			"Something went wrong on our side. Nothing was lost; please try again. Reference {reference}",
			{ reference },
		),
	);
}

/** A plain private sentence, however it can still be delivered. */
export async function tell(parts: HandlerParts, target: Target, text: string): Promise<void> {
	try {
		await post(parts, target, { text });
	} catch (error) {
		parts.log.error({ error: nameOf(error) }, "slack: could not tell the user");
	}
}

/**
 * Posts by the response address, which needs no token and no membership. When that has run out (five uses,
 * 30 minutes): privately in the channel, or else in the app's own conversation with the user.
 */
export async function post(
	parts: HandlerParts,
	target: Target,
	message: Message,
	isPublic = false,
): Promise<void> {
	const { respond, client, channel, user, thread } = target;
	const inThread = thread ? { thread_ts: thread } : {};
	const ways: (() => Promise<unknown>)[] = [];
	if (respond) {
		const full: RespondArguments = {
			...message,
			...inThread,
			response_type: isPublic ? "in_channel" : "ephemeral",
			replace_original: false,
		};
		ways.push(async () => {
			const response: unknown = await respond(full);
			if (hasChart(full)) await checkTaken(response);
		});
	}
	const given = message as webApi.ChatPostMessageArguments & { text: string };
	if (channel && !isPublic)
		ways.push(() => client.chat.postEphemeral({ ...given, ...inThread, channel, user }));
	if (!isPublic) ways.push(() => client.chat.postMessage({ ...given, channel: user }));
	let first: unknown;
	for (const way of ways) {
		try {
			return await patiently(parts, way);
		} catch (error) {
			first ??= error;
			// Refused blocks are refused everywhere.
			const isFinal = /^invalid_/.test(nameOf(error)) || failureOf(error).status === 400;
			if (isFinal || mayHaveArrived(error)) throw error;
		}
	}
	throw first ?? new TypeError("nowhere to post");
}

// Slack answers 429 with the seconds to wait; its hiccups pass within moments.
const TRIES_AFTER_MS = [300, 1_500, 4_000, 8_000];
const LONGEST_WAIT_MS = 60_000;

/** Again after a hiccup or a request for patience; what was refused for good is thrown at once. */
export async function patiently(
	{ wait }: Pick<HandlerParts, "wait">,
	job: () => Promise<unknown>,
): Promise<void> {
	for (const ms of TRIES_AFTER_MS) {
		try {
			await job();
			return;
		} catch (error) {
			if (!isPassing(error)) throw error;
			const { retryAfterMs } = failureOf(error);
			await wait(Math.min(retryAfterMs ?? ms, LONGEST_WAIT_MS));
		}
	}
	await job();
}

function isPassing(error: unknown): boolean {
	const { code, status } = failureOf(error);
	if (status !== undefined) return status === 429 || status >= 500;
	return code === "ratelimited" || !(isRefusal(error) || mayHaveArrived(error));
}

/** Slack understood and said no. */
const isRefusal = (error: unknown): boolean =>
	typeof (error as { data?: { error?: unknown } })?.data?.error === "string";

/** No answer in time: the message may be there, and a second one would be worse than none. */
const mayHaveArrived = (error: unknown): boolean =>
	error instanceof Error && /^(Timeout|Abort)Error$/.test(error.name);
