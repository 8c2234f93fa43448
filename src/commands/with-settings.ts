import type { Answer } from "../core/answer.ts";
import { isAllowed, type PlaceSettings } from "../core/place-settings.ts";
import type { Reply } from "../core/reply.ts";
import { say } from "../core/say.ts";
import type { Who } from "../core/who.ts";

/** The reply as a server's or workspace's admin wants it: their contact, their disclaimer, their channels. */
export function withSettings(
	reply: Reply,
	settings: PlaceSettings,
	at: Pick<Who, "place" | "channel">,
): Reply {
	const isElsewhere = at.place !== null && at.channel !== "" && !isAllowed(settings, at.channel);
	const answer: Answer = {
		...reply.answer,
		rows: [
			...reply.answer.rows,
			...(settings.counsel && sendsOn(reply)
				? [{ label: say("Whom to ask here"), value: settings.counsel }]
				: []),
			...(isElsewhere
				? [
						{
							label: say("Only you see this"),
							value: say(
								"This server keeps the desk to other channels, so it can't be shared here.",
							),
						},
					]
				: []),
		],
		...(settings.disclaimer && { ownDisclaimer: settings.disclaimer }),
	};
	return { ...reply, answer, ...(isElsewhere && { isPrivate: true, noShare: true }) };
}

/** A card that sends people to somebody else. */
const sendsOn = ({ outcome }: Reply): boolean =>
	outcome === "declined" || outcome === "not-covered";
