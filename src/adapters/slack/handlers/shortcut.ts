import { message, say as sayWords } from "../../../core/say.ts";
import type {
	GlobalShortcut,
	MessageShortcut,
	RespondFn,
	SlackShortcutMiddlewareArgs,
} from "@slack/bolt";
import { answerIn, tell } from "../deliver.ts";
import { wordsOf } from "../words.ts";
import type { HandlerParts } from "../parts.ts";
import { openForm } from "./form.ts";
import { acknowledge, interact } from "./interaction.ts";
import { type Around, targetOf } from "./target.ts";

export const ASK = "ask_desk";
export const CHECK = "check_claim";

const NO_WORDS = message(
	"This message has no words to check. Copy the claim and type it after /h1b check.",
);

type AskArgs = Pick<SlackShortcutMiddlewareArgs<GlobalShortcut>, "ack" | "shortcut"> & Around;
type CheckArgs = Pick<SlackShortcutMiddlewareArgs<MessageShortcut>, "ack" | "shortcut"> &
	Around & { respond: RespondFn };

/** "Ask H-1B Desk": from anywhere, so it opens the form and answers in it. */
export async function onAsk(
	{ ack, shortcut, ...around }: AskArgs,
	parts: HandlerParts,
): Promise<void> {
	const watched = await acknowledge(ack, parts);
	const target = targetOf(around, {
		team: shortcut.team?.id,
		enterprise: shortcut.enterprise?.id,
		user: shortcut.user.id,
	});
	const say = (text: string) => tell(parts, target, text);
	const id = shortcut.trigger_id;
	await interact(parts, { id, name: "ask", target, watched, say }, async () => {
		const trouble = await openForm(parts, target, { form: "ask", opened: {}, trigger: id });
		watched.answered("ask", trouble ? "failed" : "choices");
		if (trouble) await say(trouble);
	});
}

/** "Check this claim" on a message: the verdict, for whoever asked alone. */
export async function onCheck(
	{ ack, shortcut, respond, ...around }: CheckArgs,
	parts: HandlerParts,
): Promise<void> {
	const watched = await acknowledge(ack, parts);
	const target = targetOf(around, {
		team: shortcut.team?.id,
		enterprise: shortcut.enterprise?.id,
		channel: shortcut.channel.id,
		user: shortcut.user.id,
		respond,
	});
	const say = (text: string) => tell(parts, target, text);
	const id = shortcut.trigger_id;
	await interact(parts, { id, name: "check", target, watched, say }, async () => {
		const claim = wordsOf(shortcut.message.text ?? "").slice(0, LONGEST);
		if (claim !== "")
			return answerIn(parts, target, { command: "check", input: { claim } }, { watched });
		watched.answered("check", "invalid");
		return say(parts.desk.speakTo(target, () => sayWords(NO_WORDS)));
	});
}

/** As much of a message as `/check` reads. */
const LONGEST = 2_000;
