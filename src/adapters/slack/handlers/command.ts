import type { SlackCommandMiddlewareArgs } from "@slack/bolt";
import { answerIn, tell } from "../deliver.ts";
import { nameOf } from "../errors.ts";
import { decodeText } from "../escape.ts";
import type { FormName } from "../forms/fields.ts";
import type { HandlerParts } from "../parts.ts";
import { openForm } from "./form.ts";
import { type Around, targetOf } from "./target.ts";

export const RESTARTING = "H-1B Desk is restarting. Please try again in a minute.";

type CommandArgs = Pick<SlackCommandMiddlewareArgs, "ack" | "respond" | "command"> & Around;

/** Commands that open their form when nothing stands after them. */
const FORM_WHEN_BARE = new Set<string>(["odds", "level", "portfolio", "fee"]);

export async function onCommand(
	{ ack, respond, command, ...around }: CommandArgs,
	name: string,
	parts: HandlerParts,
): Promise<void> {
	if (parts.isStopping()) return void (await ack({ response_type: "ephemeral", text: RESTARTING }));
	await acknowledge(ack, parts);
	const text = decodeText(command.text ?? "").trim();
	const target = targetOf(around, {
		team: command.team_id,
		enterprise: command.enterprise_id,
		channel: command.channel_id,
		user: command.user_id,
		respond,
	});
	await parts.work.once(command.trigger_id, () => {
		const form = formAsked(name, text);
		if (form && target.isInstalled !== false) {
			const opened = { channel: command.channel_id, url: command.response_url };
			return openForm(parts, target, { form, opened, trigger: command.trigger_id }).then(
				(trouble) => (trouble ? tell(parts, target, trouble) : undefined),
			);
		}
		if (/^help$/i.test(text) && name !== "h1b")
			return answerIn(parts, target, { command: "help", input: { command: name } });
		return answerIn(parts, target, { line: `/${name} ${text}` });
	});
}

function formAsked(name: string, text: string): FormName | undefined {
	const asked = name === "h1b" ? text.toLowerCase().replace(/^\//, "") : text === "" ? name : "";
	return FORM_WHEN_BARE.has(asked) ? (asked as FormName) : undefined;
}

/** An acknowledgement that no longer arrives (the socket just closed) must not cost the answer. */
export async function acknowledge(
	ack: () => Promise<unknown>,
	{ log }: Pick<HandlerParts, "log">,
): Promise<void> {
	try {
		await ack();
	} catch (error) {
		log.warn({ error: nameOf(error) }, "slack: not acknowledged");
	}
}
