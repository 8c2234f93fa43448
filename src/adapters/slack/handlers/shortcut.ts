import type {
	GlobalShortcut,
	MessageShortcut,
	RespondFn,
	SlackShortcutMiddlewareArgs,
} from "@slack/bolt";
import { answerIn, tell } from "../deliver.ts";
import { NO_LONGER_INSTALLED } from "../errors.ts";
import { wordsOf } from "../words.ts";
import type { HandlerParts } from "../parts.ts";
import { acknowledge, RESTARTING } from "./command.ts";
import { openForm } from "./form.ts";
import { type Around, targetOf } from "./target.ts";

export const ASK = "ask_desk";
export const CHECK = "check_claim";

export const NO_WORDS =
	"This message has no words to check. Copy the claim and type it after /h1b check.";

type AskArgs = Pick<SlackShortcutMiddlewareArgs<GlobalShortcut>, "ack" | "shortcut"> & Around;
type CheckArgs = Pick<SlackShortcutMiddlewareArgs<MessageShortcut>, "ack" | "shortcut"> &
	Around & { respond: RespondFn };

/** "Ask H-1B Desk": from anywhere, so it opens the form and answers in it. */
export async function onAsk(
	{ ack, shortcut, ...around }: AskArgs,
	parts: HandlerParts,
): Promise<void> {
	await acknowledge(ack, parts);
	const target = targetOf(around, {
		team: shortcut.team?.id,
		enterprise: shortcut.enterprise?.id,
		user: shortcut.user.id,
	});
	await parts.work.once(shortcut.trigger_id, async () => {
		if (parts.isStopping()) return tell(parts, target, RESTARTING);
		if (target.isInstalled === false) return tell(parts, target, NO_LONGER_INSTALLED);
		const opening = { form: "ask" as const, opened: {}, trigger: shortcut.trigger_id };
		const trouble = await openForm(parts, target, opening);
		if (trouble) await tell(parts, target, trouble);
	});
}

/** "Check this claim" on a message: the verdict, for whoever asked alone. */
export async function onCheck(
	{ ack, shortcut, respond, ...around }: CheckArgs,
	parts: HandlerParts,
): Promise<void> {
	await acknowledge(ack, parts);
	const target = targetOf(around, {
		team: shortcut.team?.id,
		enterprise: shortcut.enterprise?.id,
		channel: shortcut.channel.id,
		user: shortcut.user.id,
		respond,
	});
	await parts.work.once(shortcut.trigger_id, () => {
		if (parts.isStopping()) return tell(parts, target, RESTARTING);
		const claim = wordsOf(shortcut.message.text ?? "");
		return claim === ""
			? tell(parts, target, NO_WORDS)
			: answerIn(parts, target, { command: "check", input: { claim: claim.slice(0, LONGEST) } });
	});
}

/** As much of a message as `/check` reads. */
const LONGEST = 2_000;
