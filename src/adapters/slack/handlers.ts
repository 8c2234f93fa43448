import type {
	App,
	RespondFn,
	SlackActionMiddlewareArgs,
	SlackCommandMiddlewareArgs,
} from "@slack/bolt";
import type { Logger } from "pino";
import type { Desk } from "../../commands/desk.ts";
import type { Reply } from "../../core/reply.ts";
import { referenceId } from "../adapter.ts";
import { decodeText } from "./escape.ts";
import { PICKED, pickOptions, type Typing } from "./pick.ts";
import { readValue, renderAnswer } from "./render.ts";
import { type ChartForms, checkTaken, hasChart, sendWithChart } from "./send-chart.ts";
import type { Work } from "../work.ts";

export interface HandlerParts {
	desk: Desk;
	log: Logger;
	work: Work;
	wait: (ms: number) => Promise<void>;
	isStopping: () => boolean;
	/** Which form of chart each workspace takes. */
	charts: ChartForms;
}

type Client = Pick<App["client"], "chat">;

export const RESTARTING = "H-1B Desk is restarting. Please try again in a minute.";
export const EXPIRED = "This button has expired. Run the command again.";
export const CANNOT_SHARE =
	"This card can no longer be shared from here: Slack allows it for 30 minutes and a few times. Run the command again and share the new card.";

/** The short commands besides /h1b. Slack keeps /help and /status for itself. */
export function shortNames(desk: Pick<Desk, "commands">): string[] {
	return desk.commands.map((c) => c.name).filter((name) => name !== "help");
}

/** Registers every listener on the app. Transport is somebody else's business. */
export function registerHandlers(app: App, parts: HandlerParts): void {
	for (const name of ["h1b", ...shortNames(parts.desk)]) {
		app.command(`/${name}`, (args) => onCommand(args, name, parts));
	}
	app.action(/^(do:\d+|more|choose)$/, (args) => onAction(args as ActionArgs, parts));
	app.action(PICKED, (args) => onAction(args as ActionArgs, parts));
	// Menus that ask as somebody types. A mistake of ours gives none: people can still type the command.
	app.options(PICKED, async ({ ack, payload }) => {
		let options: ReturnType<typeof pickOptions> = [];
		try {
			options = pickOptions(parts.desk, payload as unknown as Typing);
		} catch (error) {
			parts.log.warn({ error: nameOf(error) }, "slack: no suggestions");
		}
		await ack({ options });
	});
	app.action("share", (args) => onShare(args as ActionArgs, parts));
	// A link opens by itself; Slack still wants to hear that it arrived.
	app.action(/^open:\d+$/, ({ ack }) => ack());
}

type CommandArgs = Pick<SlackCommandMiddlewareArgs, "ack" | "respond" | "command">;
type ActionArgs = Pick<SlackActionMiddlewareArgs, "ack" | "respond" | "action" | "body"> & {
	client: Client;
};

export async function onCommand(
	{ ack, respond, command }: CommandArgs,
	name: string,
	parts: HandlerParts,
): Promise<void> {
	if (parts.isStopping()) return void (await ack({ response_type: "ephemeral", text: RESTARTING }));
	await ack();
	const text = decodeText(command.text ?? "").trim();
	await parts.work.once(command.trigger_id, () =>
		answered(parts, respond, { name, team: command.team_id ?? "", page: 0 }, () => {
			if (name === "h1b") return parts.desk.text(`/h1b ${text}`);
			if (/^help$/i.test(text)) return parts.desk.run("help", { command: name });
			return parts.desk.text(`/${name} ${text}`);
		}),
	);
}

export async function onAction(
	{ ack, respond, action, body }: ActionArgs,
	parts: HandlerParts,
): Promise<void> {
	await ack();
	if (parts.isStopping()) return tell(parts, respond, RESTARTING);
	const asked = readValue(valueOf(action));
	await parts.work.once(triggerOf(body), () =>
		asked
			? answered(
					parts,
					respond,
					{ name: asked.action.command, team: teamOf(body), page: asked.page },
					() => parts.desk.run(asked.action.command, asked.action.input),
				)
			: tell(parts, respond, EXPIRED),
	);
}

/** Posts the card, derived again from its action, in the channel and names who shared it. */
export async function onShare(
	{ ack, respond, action, body, client }: ActionArgs,
	parts: HandlerParts,
): Promise<void> {
	await ack();
	if (parts.isStopping()) return tell(parts, respond, RESTARTING);
	const asked = readValue(valueOf(action));
	await parts.work.once(triggerOf(body), async () => {
		if (!asked) return tell(parts, respond, EXPIRED);
		const reply = parts.desk.run(asked.action.command, asked.action.input);
		try {
			await sendWithChart(
				parts.charts,
				teamOf(body),
				(chart) => renderAnswer(reply, { sharedBy: body.user.id, chart }),
				(message) =>
					send(parts, respond, {
						...message,
						response_type: "in_channel",
						replace_original: false,
					}),
			);
			parts.log.info({ command: reply.command }, "slack: shared");
		} catch (error) {
			parts.log.warn({ error: nameOf(error) }, "slack: not shared");
			await tellElsewhere(client, body, CANNOT_SHARE).catch(() =>
				tell(parts, respond, CANNOT_SHARE),
			);
		}
	});
}

function valueOf(action: ActionArgs["action"]): string {
	if ("value" in action && typeof action.value === "string") return action.value;
	if ("selected_option" in action && action.selected_option && "value" in action.selected_option)
		return action.selected_option.value ?? "";
	return "";
}

const triggerOf = (body: ActionArgs["body"]): string =>
	"trigger_id" in body && typeof body.trigger_id === "string" ? body.trigger_id : "";

const teamOf = (body: ActionArgs["body"]): string => body.team?.id ?? "";

async function answered(
	parts: HandlerParts,
	respond: RespondFn,
	{ name, team, page }: { name: string; team: string; page: number },
	derive: () => Reply,
): Promise<void> {
	const started = performance.now();
	try {
		const reply = derive();
		const chart = await sendWithChart(
			parts.charts,
			team,
			(form) => renderAnswer(reply, { page, chart: form }),
			(message) =>
				send(parts, respond, {
					...message,
					response_type: "ephemeral",
					replace_original: false,
				}),
		);
		parts.log.info(
			{
				command: reply.command,
				outcome: reply.outcome,
				...(reply.answer.chart && { chart }),
				ms: Math.round(performance.now() - started),
			},
			"slack: answered",
		);
	} catch (error) {
		const reference = referenceId();
		parts.log.error({ reference, command: name, error: nameOf(error) }, "slack: not answered");
		await tell(
			parts,
			respond,
			`Something went wrong on our side. Nothing was lost; please try again. Reference ${reference}`,
		);
	}
}

// Slack answers 429 with the seconds to wait; its hiccups pass within moments.
const TRIES_AFTER_MS = [300, 1_500];
const LONGEST_WAIT_MS = 30_000;

async function send(
	parts: HandlerParts,
	respond: RespondFn,
	message: Parameters<RespondFn>[0],
): Promise<void> {
	const post = async (): Promise<void> => {
		const response: unknown = await respond(message);
		if (typeof message !== "string" && hasChart(message)) await checkTaken(response);
	};
	for (const ms of TRIES_AFTER_MS) {
		try {
			return await post();
		} catch (error) {
			const status = statusOf(error);
			if (status !== undefined && status < 500 && status !== 429) throw error;
			await parts.wait(Math.min(retryAfterMs(error) ?? ms, LONGEST_WAIT_MS));
		}
	}
	await post();
}

async function tell(parts: HandlerParts, respond: RespondFn, text: string): Promise<void> {
	try {
		await send(parts, respond, { text, response_type: "ephemeral", replace_original: false });
	} catch (error) {
		parts.log.error({ error: nameOf(error) }, "slack: could not tell the user");
	}
}

async function tellElsewhere(
	client: Client,
	body: ActionArgs["body"],
	text: string,
): Promise<void> {
	const channel = "channel" in body ? body.channel?.id : undefined;
	if (!channel) throw new TypeError("no channel");
	await client.chat.postEphemeral({ channel, user: body.user.id, text });
}

function statusOf(error: unknown): number | undefined {
	const found = error as {
		statusCode?: unknown;
		status?: unknown;
		response?: { status?: unknown };
	};
	const status = found?.statusCode ?? found?.status ?? found?.response?.status;
	return typeof status === "number" ? status : undefined;
}

function retryAfterMs(error: unknown): number | undefined {
	const headers = (error as { headers?: { get?: (name: string) => string | null } })?.headers;
	const seconds = Number(
		headers?.get?.("retry-after") ?? (error as { retryAfter?: unknown })?.retryAfter,
	);
	return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}

const nameOf = (error: unknown): string =>
	error instanceof Error
		? `${error.name}${"code" in error ? ` ${String(error.code)}` : ""}`
		: typeof error;
