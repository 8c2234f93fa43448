import { message, say } from "../../../core/say.ts";
import type { Watched } from "../../telemetry.ts";
import { nameOf, NO_LONGER_INSTALLED } from "../errors.ts";
import type { HandlerParts, Target } from "../parts.ts";

export const RESTARTING = message("H-1B Desk is restarting. Please try again in a minute.");

/** One thing that somebody did: what it is called, for counting, and where a sentence about it goes. */
export interface Interaction {
	/** The platform's id of it; the same again is not done again. */
	id: string;
	/** A command's name, or ours for what is none. */
	name: string;
	target: Target;
	watched: Watched;
	say(text: string): Promise<unknown>;
}

/** Does it once, unless the desk is stopping, the app was removed, or too much was asked: then it says so. */
export function interact(
	parts: HandlerParts,
	{ id, name, target, watched, say: tellThem }: Interaction,
	job: () => Promise<unknown>,
): Promise<void> {
	return parts.work.once(id, async () => {
		const refuse = async (words: () => string, end: string) => {
			watched.answered(name, end);
			await tellThem(parts.desk.speakTo(target, words));
		};
		if (parts.isStopping()) return refuse(() => say(RESTARTING), "restarting");
		if (target.isInstalled === false) return refuse(() => say(NO_LONGER_INSTALLED), "failed");
		const { place, user } = target;
		const refusal = await parts.limits.refusal({ platform: "slack", user, place: place.id });
		if (refusal) return refuse(refusal, "limited");
		await job();
	});
}

/** An acknowledgement that no longer arrives (the socket just closed) must not cost the answer. */
export async function acknowledge(
	ack: () => Promise<unknown>,
	{ log, telemetry }: Pick<HandlerParts, "log" | "telemetry">,
): Promise<Watched> {
	const watched = telemetry.interaction("slack");
	try {
		await ack();
		watched.acked();
	} catch (error) {
		log.warn({ error: nameOf(error) }, "slack: not acknowledged");
	}
	return watched;
}
