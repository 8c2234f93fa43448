import type { AllMiddlewareArgs, RespondFn } from "@slack/bolt";
import type { Access } from "../install/authorize.ts";
import { slackPlace } from "../install/installations.ts";
import type { Client, Target } from "../parts.ts";

/** What Bolt hands over beside the payload. */
export interface Around {
	client: Client;
	context?: AllMiddlewareArgs["context"] | undefined;
}

interface Where {
	team?: string | undefined;
	enterprise?: string | undefined;
	channel?: string | undefined;
	user: string;
	thread?: string | undefined;
	respond?: RespondFn | undefined;
}

export function targetOf({ client, context }: Around, where: Where): Target {
	const access = (context ?? {}) as Partial<Access>;
	const place = slackPlace({
		teamId: where.team ?? access.teamId,
		enterpriseId: where.enterprise ?? access.enterpriseId,
		isEnterpriseInstall: access.isOrgInstall,
	});
	return {
		place,
		channel: where.channel ?? "",
		user: where.user,
		thread: where.thread,
		respond: where.respond,
		client,
		installer: access.installerId,
		isInstalled: access.isInstalled,
	};
}
