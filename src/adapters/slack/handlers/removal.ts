import type { Logger } from "pino";
import type { Place } from "../../../core/who.ts";
import type { Authorize } from "../install/authorize.ts";
import type { Installations } from "../install/installations.ts";
import { slackPlace } from "../install/installations.ts";
import { nameOf } from "../errors.ts";

export interface RemovalParts {
	log: Logger;
	onLeft(place: Place): Promise<void>;
	wait(ms: number): Promise<unknown>;
	/** Left out with a token of one's own: nothing of Slack's is stored then. */
	installations?: Installations | undefined;
	authorize?: Authorize | undefined;
}

/** What the two events share; they come in any order, and more than once. */
export interface RemovalBody {
	team_id?: string | null;
	enterprise_id?: string | null;
	/** Seconds since 1970. */
	event_time?: number;
	authorizations?: { is_enterprise_install?: boolean }[];
	event: { type: string; tokens?: { bot?: string[] } };
}

// Slack has been told that the event arrived and does not send it again.
const TRIES_AFTER_MS = [1_000, 5_000, 15_000, 60_000];

/** The app was removed: its tokens and everything stored of the workspace are deleted, again while the store is down. */
export async function onRemoval(body: RemovalBody, parts: RemovalParts): Promise<void> {
	for (const ms of TRIES_AFTER_MS) {
		try {
			return await remove(body, parts);
		} catch (error) {
			parts.log.error({ error: nameOf(error) }, "slack: a removed workspace's data is still here");
			await parts.wait(ms);
		}
	}
	await remove(body, parts);
}

async function remove(body: RemovalBody, parts: RemovalParts): Promise<void> {
	const { event } = body;
	// A user's own token is none of ours.
	if (event.type === "tokens_revoked" && !event.tokens?.bot?.length) return;
	const isOrg = body.authorizations?.[0]?.is_enterprise_install ?? !body.team_id;
	const query = {
		teamId: body.team_id ?? undefined,
		enterpriseId: body.enterprise_id ?? undefined,
		isEnterpriseInstall: isOrg,
	};
	const place = slackPlace(query);
	if (place.id === "") return;
	parts.authorize?.forget(place.id);
	if (await isOlder(body.event_time, place, parts)) return;
	await parts.installations?.deleteInstallation(query);
	await parts.onLeft(place);
	parts.authorize?.forget(place.id);
	parts.log.info({ event: event.type }, "slack: a workspace removed the app; its data is deleted");
}

/** An event that comes late must not delete an installation made since. */
async function isOlder(
	eventTime: number | undefined,
	place: Place,
	{ installations, log }: RemovalParts,
): Promise<boolean> {
	if (eventTime === undefined || !installations) return false;
	try {
		const at = await installations.installedAt(place);
		return at !== undefined && Math.floor(at / 1000) > eventTime;
	} catch (error) {
		log.warn({ error: nameOf(error) }, "slack: the moment of installation is not known");
		return false;
	}
}
