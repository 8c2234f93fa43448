import type { SlackEventMiddlewareArgs } from "@slack/bolt";
import type { Reply } from "../../../core/reply.ts";
import type { Who } from "../../../core/who.ts";
import { nameOf } from "../errors.ts";
import { homeView } from "../home-view.ts";
import type { HandlerParts, Target } from "../parts.ts";
import { type Around, targetOf } from "./target.ts";

type HomeArgs = Pick<SlackEventMiddlewareArgs<"app_home_opened">, "event" | "body"> & Around;

/** The Home tab is drawn when somebody opens it. */
export async function onHomeOpened(
	{ event, body, ...around }: HomeArgs,
	parts: HandlerParts,
): Promise<void> {
	if (event.tab !== "home" || parts.isStopping()) return;
	const target = targetOf(around, {
		team: body.team_id,
		enterprise: body.enterprise_id,
		user: event.user,
	});
	if (target.isInstalled === false) return;
	await parts.work.once(body.event_id, () => publishHome(parts, target));
}

/** Draws the tab of one user. What cannot be read now is left out; the rest still helps. */
export async function publishHome(parts: HandlerParts, target: Target): Promise<void> {
	try {
		const who = await parts.people.whoIs(target);
		const [watches, settings] = await Promise.all([
			stored(parts, "watches", who),
			stored(parts, "settings", who),
		]);
		await target.client.views.publish({
			user_id: target.user,
			view: parts.desk.speakTo(who, () =>
				homeView({
					watches,
					settings,
					isAdmin: who.isAdmin,
					publicUrl: parts.publicUrl,
					report: parts.desk.reportOn(null),
				}),
			),
		});
		parts.log.info("slack: home shown");
	} catch (error) {
		parts.log.warn({ error: nameOf(error) }, "slack: home not shown");
	}
}

async function stored(
	{ desk, store, log }: HandlerParts,
	name: string,
	who: Who,
): Promise<Reply | undefined> {
	if (!desk.commands.some((command) => command.name === name && command.act)) return undefined;
	try {
		return await desk.act(name, {}, { who, store });
	} catch (error) {
		log.warn({ command: name, error: nameOf(error) }, "slack: not read for the home tab");
		return undefined;
	}
}
