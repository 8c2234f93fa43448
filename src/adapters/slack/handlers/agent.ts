import { message, say as sayWords } from "../../../core/say.ts";
import type { webApi } from "@slack/bolt";
import { answerTo } from "../answer.ts";
import { failed, patiently } from "../deliver.ts";
import { failureOf, nameOf } from "../errors.ts";
import type { Watched } from "../../telemetry.ts";
import type { HandlerParts, Target } from "../parts.ts";
import { renderAnswer } from "../render.ts";
import { sendWithChart } from "../send-chart.ts";
import { wordsOf } from "../words.ts";
import { interact } from "./interaction.ts";
import { type Around, targetOf } from "./target.ts";

/** A mention, or a message to the app itself. Fields of https://docs.slack.dev/reference/events/message */
export interface SaidEvent {
	type: string;
	channel: string;
	channel_type?: string | undefined;
	user?: string | undefined;
	text?: string | undefined;
	ts: string;
	thread_ts?: string | undefined;
	subtype?: string | undefined;
	bot_id?: string | undefined;
	edited?: unknown;
}

export type SaidArgs = {
	event: SaidEvent;
	body: { event_id: string; team_id?: string; enterprise_id?: string };
} & Around;

const WORKING = message("is looking it up...");
// Slack delivers again within minutes, and hourly for a day where delayed events are on:
// https://docs.slack.dev/apis/events-api#retries
const REMEMBERED_MS = 25 * 60 * 60_000;

/** Answers in the thread. Bots, edits and everything that is no new message of a person are let pass; nothing is read but this message. */
export async function onSaid(
	{ event, body, ...around }: SaidArgs,
	parts: HandlerParts,
): Promise<void> {
	const isPersons = event.user && !event.bot_id && !event.subtype && !event.edited;
	const isForUs = event.type === "app_mention" || event.channel_type === "im";
	if (!isPersons || !isForUs) return;
	const target = targetOf(around, {
		team: body.team_id,
		enterprise: body.enterprise_id,
		channel: event.channel,
		user: event.user ?? "",
		thread: event.thread_ts ?? event.ts,
	});
	if (target.isInstalled === false || event.user === around.context?.botUserId) return;
	const watched = parts.telemetry.interaction("slack");
	watched.acked();
	const isChannel = event.type === "app_mention";
	const say = (text: string) => post(parts, target, { text }, isChannel);
	await interact(parts, { id: body.event_id, name: "ask", target, watched, say }, async () => {
		if (await isNew(parts, target, event.ts)) await answerInThread(parts, target, event, watched);
	});
}

/** False when this or another replica has it already. A store that is down stops no answer. */
async function isNew({ store, log }: HandlerParts, target: Target, ts: string): Promise<boolean> {
	const key = `slack/${target.place.id}/said/${target.channel}/${ts}`;
	try {
		return await store.claim(key, REMEMBERED_MS);
	} catch (error) {
		log.warn({ error: nameOf(error) }, "slack: answered without the store's word");
		return true;
	}
}

async function answerInThread(
	parts: HandlerParts,
	target: Target,
	event: SaidEvent,
	watched: Watched,
): Promise<void> {
	const words = wordsOf(event.text ?? "");
	const isChannel = event.type === "app_mention";
	void showWorking(parts, target);
	try {
		const reply = await answerTo(parts, { line: `/h1b ${words}` }, target);
		// A wage that somebody typed is answered to them alone.
		const isPrivate = isChannel && reply.isPrivate === true;
		await sendWithChart(
			parts.charts,
			target.place.id,
			(chart) => renderAnswer(reply, { chart, canShare: isPrivate }),
			(message) => post(parts, target, message, isPrivate),
		);
		parts.log.info(
			{ command: reply.command, outcome: reply.outcome },
			"slack: answered in a thread",
		);
	} catch (error) {
		await post(parts, target, { text: failed(parts, target, watched, error) }, isChannel).catch(
			(cause: unknown) =>
				parts.log.error({ error: nameOf(cause) }, "slack: could not tell the user"),
		);
	}
}

/** Slack takes it away by itself when the answer is posted. */
async function showWorking({ desk, log }: HandlerParts, target: Target): Promise<void> {
	try {
		await target.client.assistant.threads.setStatus({
			channel_id: target.channel,
			thread_ts: target.thread ?? "",
			status: desk.speakTo(target, () => sayWords(WORKING)),
		});
	} catch (error) {
		log.debug({ error: nameOf(error) }, "slack: no status shown");
	}
}

async function post(
	parts: HandlerParts,
	{ client, channel, user, thread }: Target,
	message: { text: string; blocks?: object[] },
	isPrivate: boolean,
): Promise<void> {
	const full = {
		...(message as webApi.ChatPostMessageArguments & { text: string }),
		channel,
		...(thread && { thread_ts: thread }),
		unfurl_links: false,
		unfurl_media: false,
	};
	try {
		await patiently(parts, () =>
			isPrivate ? client.chat.postEphemeral({ ...full, user }) : client.chat.postMessage(full),
		);
	} catch (error) {
		if (/^invalid_/.test(failureOf(error).code) || channel.startsWith("D")) throw error;
		// Not a member of this channel, or no longer: the answer reaches whoever asked in the app's own messages.
		await patiently(parts, () =>
			client.chat.postMessage({ ...message, channel: user } as typeof full),
		);
	}
}
