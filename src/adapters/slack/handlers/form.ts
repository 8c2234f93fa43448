import type { SlackViewMiddlewareArgs, types, ViewSubmitAction } from "@slack/bolt";
import type { Action } from "../../../core/answer.ts";
import { answerTo } from "../answer.ts";
import { failed } from "../deliver.ts";
import { formTrouble, nameOf } from "../errors.ts";
import { cardView, noteView } from "../forms/card-view.ts";
import { type FormName, isForm } from "../forms/fields.ts";
import { decodeOpened, formView, type Opened } from "../forms/form-view.ts";
import { fieldOf, type FormState, missingIn, readForm } from "../forms/read-form.ts";
import type { HandlerParts, Target } from "../parts.ts";
import { interact } from "./interaction.ts";
import { type Around, targetOf } from "./target.ts";

interface Opening {
	form: FormName;
	opened: Opened;
	/** Good for three seconds: https://docs.slack.dev/interactivity/handling-user-interaction */
	trigger: string;
}

/** Opens a form; what to tell the user when Slack does not let us. */
export async function openForm(
	parts: HandlerParts,
	target: Target,
	{ form, opened, trigger }: Opening,
): Promise<string | undefined> {
	const view = parts.desk.speakTo(target, () => formView(parts.desk, form, opened));
	return openView(parts, target, view, trigger, example(parts, form));
}

export async function openView(
	parts: HandlerParts,
	target: Target,
	view: types.ModalView,
	trigger: string,
	instead: string,
): Promise<string | undefined> {
	try {
		await target.client.views.open({ trigger_id: trigger, view });
		parts.log.info({ view: view.callback_id }, "slack: opened");
		return undefined;
	} catch (error) {
		parts.log.warn({ error: nameOf(error) }, "slack: a window did not open");
		return parts.desk.speakTo(target, () => formTrouble(error, instead));
	}
}

/** What to type in place of the form. */
function example({ desk }: HandlerParts, form: FormName): string {
	return desk.commands.find(({ name }) => name === form)?.examples[0] ?? "/h1b help";
}

type SubmitArgs = Pick<SlackViewMiddlewareArgs<ViewSubmitAction>, "ack" | "view" | "body"> & Around;

/** Answers a form in its own window; a field that cannot be read keeps the form open, with what to do beside it. */
export async function onSubmit(
	{ ack, view, body, ...around }: SubmitArgs,
	parts: HandlerParts,
): Promise<void> {
	const name = view.callback_id.replace(/^form:/, "");
	if (!isForm(name)) return void (await ack());
	const first = view.blocks.find(({ type }) => type === "input")?.block_id ?? "";
	const watched = parts.telemetry.interaction("slack");
	const reply = async (answer: Parameters<typeof ack>[0]) => {
		await (answer ? ack(answer) : ack());
		watched.acked();
	};
	const refuse = (errors: Record<string, string>) => reply({ response_action: "errors", errors });
	const opened = decodeOpened(view.private_metadata);
	const target = targetOf(around, {
		team: body.view.app_installed_team_id ?? body.team?.id,
		enterprise: body.enterprise?.id,
		channel: opened.channel,
		user: body.user.id,
	});
	const inTheirs = <T>(work: () => T): T => parts.desk.speakTo(target, work);
	const say = (text: string) =>
		reply({ response_action: "update", view: inTheirs(() => noteView(text)) });
	const id = body.trigger_id ?? "";
	await interact(parts, { id, name, target, watched, say }, async () => {
		try {
			const input = readForm(parts.desk, name, view.state.values as unknown as FormState);
			const missing = inTheirs(() => missingIn(name, input));
			if (Object.keys(missing).length > 0) {
				await refuse(missing);
				return watched.answered(name, "invalid");
			}
			const found = await answerTo(parts, askedOf(name, input), target, now);
			parts.log.info({ command: found.command, outcome: found.outcome }, "slack: form answered");
			if (found.outcome === "invalid" && name !== "ask")
				await refuse({
					[inTheirs(() => fieldOf(parts.desk, name, input, found))]: found.answer.lead,
				});
			else
				await reply({
					response_action: "update",
					view: inTheirs(() => cardView(found, opened)),
				});
			watched.answered(found.command, found.outcome);
		} catch (error) {
			await refuse({ [first]: failed(parts, target, watched, error) });
		}
	});
}

/** The question field takes commands too, as `/h1b` does. */
function askedOf(
	name: FormName,
	input: Record<string, string | boolean>,
): { line: string } | Action {
	return name === "ask"
		? { line: `/h1b ${String(input.question ?? "")}` }
		: { command: name, input };
}

// The acknowledgement carries the answer: it waits for no turn.
const now = async (): Promise<void> => {};
