// Which way Slack is reached follows from which variables are set: many workspaces (OAuth) before
// Socket Mode before HTTP.

const OAUTH = ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"] as const;
const SOCKET_MODE = "set SLACK_BOT_TOKEN (xoxb-) and SLACK_APP_TOKEN (xapp-) for Socket Mode";
const APP_TOKEN_PLACE =
	"make one with connections:write under Basic Information of your app at https://api.slack.com/apps";
const BOT_TOKEN_PLACE =
	"copy it from OAuth & Permissions of your app at https://api.slack.com/apps";

/** What is missing or does not go together, one line a problem. */
export function slackProblems(env: Record<string, string>): string[] {
	const oauth = OAUTH.filter((name) => env[name]);
	if (oauth.length > 0) return oauthProblems(env, oauth);
	if (env.SLACK_APP_TOKEN) {
		return env.SLACK_BOT_TOKEN
			? []
			: [`SLACK_BOT_TOKEN: missing, but SLACK_APP_TOKEN is set: ${BOT_TOKEN_PLACE}`];
	}
	if (env.SLACK_SIGNING_SECRET) {
		return [
			`SLACK_SIGNING_SECRET: Slack over HTTP is not available in this version; ${SOCKET_MODE}`,
		];
	}
	return env.SLACK_BOT_TOKEN
		? [`SLACK_APP_TOKEN: missing, but SLACK_BOT_TOKEN is set: ${APP_TOKEN_PLACE}`]
		: [];
}

function oauthProblems(env: Record<string, string>, given: readonly string[]): string[] {
	if (env.SLACK_BOT_TOKEN) {
		return [
			`SLACK_BOT_TOKEN: does not go together with ${given.join(" and ")}: for one workspace remove those, for many workspaces remove SLACK_BOT_TOKEN`,
		];
	}
	return [
		`${given.join(" and ")}: installing in many workspaces is not available in this version; remove it and ${SOCKET_MODE}`,
	];
}
