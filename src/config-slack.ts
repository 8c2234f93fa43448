// Which way Slack is reached follows from which variables are set: many workspaces (OAuth) before
// Socket Mode before HTTP.

const OAUTH = ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"] as const;
const BASICS = "under Basic Information of your app at https://api.slack.com/apps";
const PLACES: Record<string, string> = {
	SLACK_CLIENT_ID: `copy it from App Credentials ${BASICS}`,
	SLACK_CLIENT_SECRET: `copy it from App Credentials ${BASICS}`,
	SLACK_SIGNING_SECRET: `copy it from App Credentials ${BASICS}`,
	SLACK_STATE_SECRET: "make one of your own: openssl rand -hex 32",
	ENCRYPTION_KEY: "make one of your own: openssl rand -base64 32",
	SLACK_APP_TOKEN: `make one with connections:write ${BASICS}`,
	SLACK_BOT_TOKEN: "copy it from OAuth & Permissions of your app at https://api.slack.com/apps",
};

export type SlackMode = "oauth" | "socket" | "http";

/** How Slack is reached; null: not at all. Of variables in which `slackProblems` finds none. */
export function slackMode(env: { readonly [name: string]: unknown }): SlackMode | null {
	if (env.SLACK_CLIENT_ID) return "oauth";
	if (!env.SLACK_BOT_TOKEN) return null;
	return env.SLACK_APP_TOKEN ? "socket" : "http";
}

/** What is missing or does not go together, one line a problem. */
export function slackProblems(env: Record<string, string>): string[] {
	const oauth = OAUTH.filter((name) => env[name]);
	if (oauth.length > 0) return oauthProblems(env, oauth);
	const transport = ["SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"].find((name) => env[name]);
	if (env.SLACK_BOT_TOKEN) {
		return transport
			? []
			: [
					`SLACK_APP_TOKEN: missing, but SLACK_BOT_TOKEN is set: ${PLACES.SLACK_APP_TOKEN}; or, for HTTP, set SLACK_SIGNING_SECRET`,
				];
	}
	return transport
		? [`SLACK_BOT_TOKEN: missing, but ${transport} is set: ${PLACES.SLACK_BOT_TOKEN}`]
		: [];
}

function oauthProblems(env: Record<string, string>, given: readonly string[]): string[] {
	if (env.SLACK_BOT_TOKEN) {
		return [
			`SLACK_BOT_TOKEN: does not go together with ${given.join(" and ")}: for one workspace remove those, for many workspaces remove SLACK_BOT_TOKEN`,
		];
	}
	return [...OAUTH, "SLACK_SIGNING_SECRET", "ENCRYPTION_KEY"]
		.filter((name) => !env[name])
		.map((name) => `${name}: missing, but ${given.join(" and ")} is set: ${PLACES[name]}`);
}
