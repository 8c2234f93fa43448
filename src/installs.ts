import type { Installs } from "./adapters/page/add-page.ts";
import type { Environment } from "./config.ts";

// What Discord shows when somebody adds the app: two scopes, and the permissions that Share needs.
const DISCORD_PERMISSIONS = [
	{
		name: "applications.commands",
		reason: "Commands such as /ask and /odds appear where you type.",
	},
	{
		name: "bot",
		reason:
			"The app joins the server, so that Share can post a card. It asks for no privileged intent and reads no messages.",
	},
];

const SLACK_SCOPES = [
	{ name: "commands", reason: "/h1b and the short commands appear where you type." },
	{
		name: "chat:write",
		reason:
			"Share can post a card into a channel that the app was invited to. It cannot read the channel.",
	},
];

/** How people add this desk, as far as the environment says. */
export function installsOf(env: Environment): Installs {
	const id = env.DISCORD_APPLICATION_ID;
	return {
		discord: {
			links: id
				? [{ label: "Add to Discord", url: `https://discord.com/oauth2/authorize?client_id=${id}` }]
				: [],
			permissions: DISCORD_PERMISSIONS,
		},
		slack: {
			links:
				env.SLACK_CLIENT_ID && env.PUBLIC_URL
					? [{ label: "Add to Slack", url: `${env.PUBLIC_URL}/slack/install` }]
					: [],
			permissions: SLACK_SCOPES,
		},
	};
}
