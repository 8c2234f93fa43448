import { message } from "./core/say.ts";
import { invite, PERMISSIONS } from "./adapters/discord/invite.ts";
import type { Installs } from "./adapters/page/add-page.ts";
import { namesOf, SCOPES } from "./adapters/slack/permissions.ts";
import type { Environment } from "./config.ts";

/** How people add this desk, as far as the environment says, with what each platform is asked for. */
export function installsOf(env: Environment): Installs {
	const links = env.DISCORD_APPLICATION_ID ? invite(env.DISCORD_APPLICATION_ID) : null;
	const scopes = namesOf(SCOPES, { isAgent: env.SLACK_AGENT === "on", hasAdmins: false });
	const canInstall = env.SLACK_CLIENT_ID && env.PUBLIC_URL;
	return {
		discord: {
			links: links
				? [
						{ label: message("Add to a server"), url: links.server },
						{ label: message("Add for yourself"), url: links.user },
					]
				: [],
			permissions: PERMISSIONS.map(({ name, reason }) => ({ name, reason })),
		},
		slack: {
			links: canInstall
				? [{ label: message("Add to Slack"), url: `${env.PUBLIC_URL}/slack/install` }]
				: [],
			permissions: SCOPES.filter(({ name }) => scopes.includes(name)).map(({ name, why }) => ({
				name,
				reason: why,
			})),
		},
	};
}
