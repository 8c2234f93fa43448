import { message, say } from "../../../core/say.ts";
import type { BlockAction, RespondFn, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { Reply } from "../../../core/reply.ts";
import { answerTo } from "../answer.ts";
import { answerIn, failed, patiently, post, tell } from "../deliver.ts";
import { nameOf, shareTrouble } from "../errors.ts";
import { cardView, noteView } from "../forms/card-view.ts";
import { isForm } from "../forms/fields.ts";
import { decodeOpened, formView, type Opened } from "../forms/form-view.ts";
import type { Watched } from "../../telemetry.ts";
import type { HandlerParts, Target } from "../parts.ts";
import { readValue, renderAnswer } from "../render.ts";
import { sendWithChart } from "../send-chart.ts";
import { acknowledge, interact } from "./interaction.ts";
import { openForm, openView } from "./form.ts";
import { publishHome } from "./home.ts";
import { type Around, targetOf } from "./target.ts";

export const EXPIRED = message("This button has expired. Run the command again.");

export type ActionArgs = Pick<SlackActionMiddlewareArgs<BlockAction>, "ack" | "action" | "body"> &
	Around & { respond?: RespondFn };

type Asked = NonNullable<ReturnType<typeof readValue>>;

/** A button or choice of a card: answered below the card, in the window, or in a window over the Home tab. */
export async function onAction(args: ActionArgs, parts: HandlerParts): Promise<void> {
	const watched = await acknowledge(args.ack, parts);
	const { target, tellThem, id } = around(args, parts);
	const asked = readValue(valueOf(args.action));
	const name = asked?.action.command ?? "none";
	await interact(parts, { id, name, target, watched, say: tellThem }, async () => {
		if (!asked) return expired(parts, target, watched, tellThem);
		if (!args.body.view) {
			return answerIn(parts, target, asked.action, { watched, page: asked.page });
		}
		try {
			const reply = await answerInView(args, parts, target, asked);
			watched.answered(reply.command, reply.outcome);
		} catch (error) {
			await tellThem(failed(parts, target, watched, error));
		}
	});
}

async function expired(
	{ desk }: HandlerParts,
	target: Target,
	watched: Watched,
	tellThem: (text: string) => Promise<void>,
): Promise<void> {
	watched.answered("none", "expired");
	await tellThem(desk.speakTo(target, () => say(EXPIRED)));
}

/** What every press has. */
function around(args: ActionArgs, parts: HandlerParts) {
	const target = targetOfAction(args);
	const tellThem = (text: string) => sayIn(args, parts, target, text);
	return { target, tellThem, id: args.body.trigger_id ?? "" };
}

async function answerInView(
	{ body, client }: ActionArgs,
	parts: HandlerParts,
	target: Target,
	asked: Asked,
): Promise<Reply> {
	const { view } = body;
	const reply = await answerTo(parts, asked.action, target);
	parts.log.info({ command: reply.command, outcome: reply.outcome }, "slack: answered in a window");
	if (view?.type === "modal") {
		const next = parts.desk.speakTo(target, () =>
			cardView(reply, decodeOpened(view.private_metadata), { page: asked.page }),
		);
		await client.views.update({ view_id: view.id, view: next });
		return reply;
	}
	const card = parts.desk.speakTo(target, () => cardView(reply, {}));
	const trouble = await openView(parts, target, card, body.trigger_id, "/h1b help");
	if (trouble) await tell(parts, target, trouble);
	// What was changed shows on the tab at once.
	await publishHome(parts, target);
	return reply;
}

/** Opens the form named by the button: over the Home tab, or in place of what the window shows. */
export async function onForm(args: ActionArgs, parts: HandlerParts): Promise<void> {
	const watched = await acknowledge(args.ack, parts);
	const { body, client, action } = args;
	const name = action.action_id.replace(/^form:/, "");
	const { target, tellThem, id } = around(args, parts);
	await interact(parts, { id, name, target, watched, say: tellThem }, async () => {
		if (!isForm(name)) return expired(parts, target, watched, tellThem);
		const { view } = body;
		if (view?.type === "modal") {
			const next = parts.desk.speakTo(target, () =>
				formView(parts.desk, name, decodeOpened(view.private_metadata)),
			);
			await client.views.update({ view_id: view.id, view: next });
			return watched.answered(name, "choices");
		}
		const opened = body.response_url ? { channel: target.channel, url: body.response_url } : {};
		const trouble = await openForm(parts, target, { form: name, opened, trigger: body.trigger_id });
		watched.answered(name, trouble ? "failed" : "choices");
		if (trouble) await tell(parts, target, trouble);
	});
}

/** Posts the card, derived again from its action, in the channel and names who shared it. */
export async function onShare(args: ActionArgs, parts: HandlerParts): Promise<void> {
	const watched = await acknowledge(args.ack, parts);
	const { body } = args;
	const { target, tellThem, id } = around(args, parts);
	const asked = readValue(valueOf(args.action));
	const name = asked?.action.command ?? "none";
	await interact(parts, { id, name, target, watched, say: tellThem }, async () => {
		if (!asked) return expired(parts, target, watched, tellThem);
		const reply = await answerTo(parts, asked.action, target);
		// On a card in a window the outcome stands above the card.
		const { view } = body;
		const inTheirs = <T>(work: () => T): T => parts.desk.speakTo(target, work);
		const report = (note: string) =>
			args.client.views.update({
				view_id: view?.id ?? "",
				view: inTheirs(() => cardView(reply, openedOf(body), { note, page: asked.page })),
			});
		try {
			await sendWithChart(
				parts.charts,
				target.place.id,
				(chart) => renderAnswer(reply, { sharedBy: target.user, chart }),
				(message) => postPublic(args, parts, target, message),
			);
			parts.log.info({ command: reply.command }, "slack: shared");
			watched.answered(reply.command, "shared");
			if (view) await report(inTheirs(() => say("Shared in the channel.")));
		} catch (error) {
			watched.answered(reply.command, "not-shared");
			parts.log.warn({ error: nameOf(error) }, "slack: not shared");
			const words = inTheirs(() => shareTrouble(error));
			await (view ? report(words) : tellThem(words));
		}
	});
}

/** By the response address of the card, or of the command that opened the window; else as a member of the channel. */
async function postPublic(
	{ body, client }: ActionArgs,
	parts: HandlerParts,
	target: Target,
	message: ReturnType<typeof renderAnswer>,
): Promise<void> {
	const opened = body.view ? openedOf(body) : {};
	const respond = target.respond ?? (opened.url ? parts.respondAt(opened.url) : undefined);
	const channel = target.channel || opened.channel;
	try {
		await post(parts, { ...target, respond }, message, true);
	} catch (error) {
		if (!body.view || !channel) throw error;
		await patiently(parts, () => client.chat.postMessage({ ...message, channel }));
	}
}

const openedOf = (body: BlockAction): Opened => decodeOpened(body.view?.private_metadata);

/** A sentence where the button was pressed. */
async function sayIn(
	{ body, client }: ActionArgs,
	parts: HandlerParts,
	target: Target,
	text: string,
): Promise<void> {
	if (body.view?.type !== "modal") return tell(parts, target, text);
	try {
		const view = parts.desk.speakTo(target, () => noteView(text));
		await client.views.push({ trigger_id: body.trigger_id, view });
	} catch (error) {
		parts.log.warn({ error: nameOf(error) }, "slack: a window did not open");
		await tell(parts, target, text);
	}
}

function targetOfAction({ body, respond, ...around }: ActionArgs): Target {
	const { container } = body;
	return targetOf(around, {
		team: body.view?.app_installed_team_id ?? body.team?.id,
		enterprise: body.enterprise?.id,
		channel: body.channel?.id ?? container?.channel_id,
		user: body.user.id,
		thread: container?.thread_ts,
		respond: body.response_url ? respond : undefined,
	});
}

function valueOf(action: ActionArgs["action"]): string {
	if ("value" in action && typeof action.value === "string") return action.value;
	if ("selected_option" in action && action.selected_option && "value" in action.selected_option)
		return action.selected_option.value ?? "";
	return "";
}
