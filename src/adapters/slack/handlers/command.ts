import type { SlackCommandMiddlewareArgs } from "@slack/bolt";
import { answerIn, tell } from "../deliver.ts";
import { decodeText } from "../escape.ts";
import type { FormName } from "../forms/fields.ts";
import type { HandlerParts } from "../parts.ts";
import { openForm } from "./form.ts";
import { acknowledge, interact, RESTARTING } from "./interaction.ts";
import { type Around, targetOf } from "./target.ts";

type CommandArgs = Pick<SlackCommandMiddlewareArgs, "ack" | "respond" | "command"> & Around;

/** Commands that open their form when nothing stands after them. */
const FORM_WHEN_BARE = new Set<string>(["odds", "level", "portfolio", "fee"]);

export async function onCommand(
	{ ack, respond, command, ...around }: CommandArgs,
	name: string,
	parts: HandlerParts,
): Promise<void> {
	if (parts.isStopping()) return void (await ack({ response_type: "ephemeral", text: RESTARTING }));
	const watched = await acknowledge(ack, parts);
	const text = decodeText(command.text ?? "").trim();
	const target = targetOf(around, {
		team: command.team_id,
		enterprise: command.enterprise_id,
		channel: command.channel_id,
		user: command.user_id,
		respond,
	});
	const say = (words: string) => tell(parts, target, words);
	const id = command.trigger_id;
	await interact(parts, { id, name, target, watched, say }, async () => {
		const form = formAsked(name, text);
		if (form) {
			const opened = { channel: command.channel_id, url: command.response_url };
			const trouble = await openForm(parts, target, { form, opened, trigger: id });
			watched.answered(form, trouble ? "failed" : "choices");
			return trouble ? say(trouble) : undefined;
		}
		const isHelp = /^help$/i.test(text) && name !== "h1b";
		const asked = isHelp
			? { command: "help", input: { command: name } }
			: { line: `/${name} ${text}` };
		return answerIn(parts, target, asked, { watched });
	});
}

function formAsked(name: string, text: string): FormName | undefined {
	const asked = name === "h1b" ? text.toLowerCase().replace(/^\//, "") : text === "" ? name : "";
	return FORM_WHEN_BARE.has(asked) ? (asked as FormName) : undefined;
}
