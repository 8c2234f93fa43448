import type { AuthorizeResult, AuthorizeSourceData, Installation } from "@slack/bolt";
import type { Logger } from "pino";
import type { Lease, Store } from "../../../store/store.ts";
import { type Installations, NotInstalledError } from "./installations.ts";

/** What handlers know of a request's workspace. Without a token, response addresses still work. */
export interface Access extends AuthorizeResult {
	/** False: the app was removed from this workspace. Left out: known to be there, or the store is down. */
	isInstalled?: boolean;
	/** Who installed the app: the admin, where Slack does not tell who is one. */
	installerId?: string;
	isOrgInstall?: boolean;
}

export interface AuthorizeParts {
	installations: Installations;
	store: Pick<Store, "lead">;
	/** Refreshes an expiring token and stores the new one; `InstallProvider.authorize`. */
	refresh(source: AuthorizeSourceData<boolean>): Promise<AuthorizeResult>;
	log: Logger;
	now(): number;
	wait(ms: number): Promise<unknown>;
}

// Slack refreshes twelve-hour tokens; the library does it within two hours of their end.
// https://docs.slack.dev/authentication/using-token-rotation
const REFRESH_BEFORE_S = 7_200;
/** A read token serves for this long: another replica may have seen the app removed. */
const REMEMBERED_MS = 30_000;
const MOST_REMEMBERED = 5_000;
/** The store has this long, so that an acknowledgement is never late because of it. */
const LONGEST_LOOK_MS = 1_000;
const OTHERS_REFRESH_MS = 250;
const OTHERS_REFRESH_TRIES = 20;

export interface Authorize {
	(source: AuthorizeSourceData<boolean>): Promise<Access>;
	/** What was remembered of a workspace or organisation is read again. */
	forget(id: string | undefined): void;
}

/** Finds a workspace's token. Never throws: cards are answered without one, so a missing token stops no answer. */
export function createAuthorize(parts: AuthorizeParts): Authorize {
	const remembered = new Map<string, { access: Access; until: number }>();
	const looking = new Map<string, Promise<Access>>();
	const keyOf = (source: AuthorizeSourceData<boolean>) =>
		`${source.isEnterpriseInstall ? "" : (source.teamId ?? "")}/${source.enterpriseId ?? ""}`;

	async function look(source: AuthorizeSourceData<boolean>, key: string): Promise<Access> {
		try {
			const access = await find(parts, source);
			remembered.set(key, { access, until: parts.now() + REMEMBERED_MS });
			const oldest = remembered.keys().next().value;
			if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
			return access;
		} catch (error) {
			if (error instanceof NotInstalledError) return { ...bare(source), isInstalled: false };
			const code = (error as { code?: unknown }).code;
			parts.log.error({ code: String(code ?? "unknown") }, "slack: no token from the store");
			return bare(source);
		}
	}

	const authorize = async (source: AuthorizeSourceData<boolean>): Promise<Access> => {
		const key = keyOf(source);
		const known = remembered.get(key);
		if (known && known.until > parts.now()) return known.access;
		// One look for all that wait: a token is never refreshed twice at once.
		const look_ = looking.get(key) ?? look(source, key).finally(() => looking.delete(key));
		looking.set(key, look_);
		return Promise.race([look_, parts.wait(LONGEST_LOOK_MS).then(() => bare(source))]);
	};
	return Object.assign(authorize, {
		forget(id: string | undefined) {
			if (!id) return;
			for (const key of remembered.keys()) if (key.split("/").includes(id)) remembered.delete(key);
		},
	});
}

const bare = ({ teamId, enterpriseId }: AuthorizeSourceData<boolean>): Access => ({
	...(teamId && { teamId }),
	...(enterpriseId && { enterpriseId }),
});

async function find(parts: AuthorizeParts, source: AuthorizeSourceData<boolean>): Promise<Access> {
	let installation = await parts.installations.fetchInstallation(source);
	for (let tries = 0; isExpiring(installation, parts.now()); tries++) {
		const lease = await parts.store.lead(`slack-refresh/${lockOf(installation)}`);
		if (lease) return await refreshed(parts, source, lease);
		// Another replica refreshes: its token is here in a moment. The old one holds for two hours more.
		if (tries >= OTHERS_REFRESH_TRIES) break;
		await parts.wait(OTHERS_REFRESH_MS);
		installation = await parts.installations.fetchInstallation(source);
	}
	return accessOf(installation, source);
}

async function refreshed(
	parts: AuthorizeParts,
	source: AuthorizeSourceData<boolean>,
	lease: Lease,
): Promise<Access> {
	try {
		// Read again under the lock: whoever had it before may have refreshed.
		const installation = await parts.installations.fetchInstallation(source);
		if (isExpiring(installation, parts.now())) await parts.refresh(source);
		return accessOf(await parts.installations.fetchInstallation(source), source);
	} finally {
		await lease.release();
	}
}

const lockOf = ({ team, enterprise, isEnterpriseInstall }: Installation): string =>
	(isEnterpriseInstall ? enterprise?.id : team?.id) ?? "";

function isExpiring({ bot }: Installation, now: number): boolean {
	return Boolean(
		bot?.refreshToken &&
			bot.expiresAt !== undefined &&
			bot.expiresAt - now / 1000 <= REFRESH_BEFORE_S,
	);
}

function accessOf(installation: Installation, source: AuthorizeSourceData<boolean>): Access {
	const { bot, user, isEnterpriseInstall } = installation;
	return {
		...bare(source),
		...(bot && { botToken: bot.token, botId: bot.id, botUserId: bot.userId }),
		installerId: user.id,
		isOrgInstall: isEnterpriseInstall ?? false,
	};
}
