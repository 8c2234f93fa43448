import {
	EVENTS_PATH,
	INSTALL_PATH,
	LARGEST_REQUEST,
	REDIRECT_PATH,
	type SlackConfig,
} from "./adapters/slack/config.ts";
import type { Environment } from "./config.ts";
import { slackMode } from "./config-slack.ts";
import type { KeepAddress } from "./http/hooks.ts";

/** What the Slack adapter starts with, its addresses kept; null when Slack is not configured. */
export function slackConfig(keepAddress: KeepAddress, env: Environment): SlackConfig | null {
	const mode = slackMode(env);
	if (!mode) return null;
	const base = { apiUrl: env.SLACK_API_URL, isAgent: env.SLACK_AGENT === "on" };
	const botToken = env.SLACK_BOT_TOKEN ?? "";
	const signingSecret = env.SLACK_SIGNING_SECRET ?? "";
	const events = () => keepAddress("POST", EVENTS_PATH, LARGEST_REQUEST);
	if (mode === "socket") return { ...base, mode, botToken, appToken: env.SLACK_APP_TOKEN ?? "" };
	if (mode === "http") return { ...base, mode, botToken, signingSecret, events: events() };
	return {
		...base,
		mode,
		signingSecret,
		clientId: env.SLACK_CLIENT_ID ?? "",
		clientSecret: env.SLACK_CLIENT_SECRET ?? "",
		stateSecret: env.SLACK_STATE_SECRET ?? "",
		encryptionKey: env.ENCRYPTION_KEY ?? "",
		events: events(),
		install: keepAddress("GET", INSTALL_PATH),
		redirect: keepAddress("GET", REDIRECT_PATH),
	};
}
