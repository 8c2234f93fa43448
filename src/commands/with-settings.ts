import type { Answer } from "../core/answer.ts";
import { isAllowed, type PlaceSettings } from "../core/place-settings.ts";
import type { Reply } from "../core/reply.ts";
import type { Who } from "../core/who.ts";

/** The reply as a server's or workspace's admin wants it: their contact, their disclaimer, their channels. */
export function withSettings(reply: Reply, settings: PlaceSettings, who: Who): Reply {
	const isElsewhere = who.place !== null && !isAllowed(settings, who.channel);
	const answer: Answer = {
		...reply.answer,
		rows: [
			...reply.answer.rows,
			...(settings.counsel && sendsOn(reply)
				? [{ label: "Whom to ask here", value: settings.counsel }]
				: []),
			...(isElsewhere
				? [
						{
							label: "Only you see this",
							value: "This server keeps the desk to other channels, so it can't be shared here.",
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
