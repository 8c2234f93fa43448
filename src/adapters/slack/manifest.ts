import type { Command } from "../../commands/command.ts";
import { ASK, CHECK } from "./handlers/shortcut.ts";
import { LIMITS } from "./limits.ts";
import { shortNames } from "./names.ts";
import { EVENTS, namesOf, SCOPES } from "./permissions.ts";

export interface ManifestParts {
	/** Public base address; null: Socket Mode, for one workspace. */
	publicUrl: string | null;
	/** `SLACK_AGENT=on`: mentions and messages to the app. */
	isAgent?: boolean;
	/** Every workspace admin may change settings, not only whoever installs the app. */
	hasAdmins?: boolean;
}

/** Questions that the app's messages begin with; each is answered. */
export const PROMPTS = [
	{ title: "The $100,000 payment", message: "Is the $100,000 payment in effect?" },
	{ title: "My odds", message: "odds 2 masters" },
	{ title: "This season's dates", message: "dates" },
	{ title: "Fees of a petition", message: "fee 26+ employees new" },
] as const;

/** The Slack app manifest, from the same definitions as everything else. */
export function manifest(commands: readonly Command[], parts: ManifestParts) {
	const { publicUrl, isAgent = false, hasAdmins = false } = parts;
	const wanted = { isAgent, hasAdmins };
	const url = publicUrl && `${publicUrl}/slack/events`;
	return {
		display_information: {
			name: "H-1B Desk",
			description: "H-1B policy answers with dates, status and sources",
			background_color: "#1f3a5f",
		},
		features: {
			app_home: {
				home_tab_enabled: true,
				messages_tab_enabled: true,
				messages_tab_read_only_enabled: !isAgent,
			},
			bot_user: { display_name: "H-1B Desk", always_online: true },
			...(isAgent && { agent_view: agentView() }),
			shortcuts: [
				{
					name: "Ask H-1B Desk",
					type: "global",
					callback_id: ASK,
					description: "Ask anything about H-1B policy",
				},
				{
					name: "Check this claim",
					type: "message",
					callback_id: CHECK,
					description: "Is what this message says about H-1B so? Only you see the answer",
				},
			],
			slash_commands: slashCommands(commands, url),
		},
		oauth_config: {
			...(publicUrl && { redirect_urls: [`${publicUrl}/slack/oauth_redirect`] }),
			scopes: { bot: namesOf(SCOPES, wanted) },
		},
		settings: {
			event_subscriptions: {
				...(url && { request_url: url }),
				bot_events: namesOf(EVENTS, wanted),
			},
			interactivity: {
				is_enabled: true,
				...(url && { request_url: url, message_menu_options_url: url }),
			},
			org_deploy_enabled: publicUrl !== null,
			socket_mode_enabled: publicUrl === null,
			token_rotation_enabled: false,
		},
	};
}

function slashCommands(commands: readonly Command[], url: string | null) {
	const names = shortNames(commands);
	const request = { should_escape: false, ...(url && { url }) };
	return [
		{
			command: "/h1b",
			description: "Ask anything about H-1B policy",
			usage_hint: "[command or question]",
			...request,
		},
		...commands
			.filter(({ name }) => names.includes(name))
			.map((command) => ({
				command: `/${command.name}`,
				description: command.summary,
				usage_hint:
					(command.examples[0] ?? "").replace(`/${command.name}`, "").trim() || "[options]",
				...request,
			})),
	].slice(0, LIMITS.slashCommands.max);
}

/** https://docs.slack.dev/ai/migrating-to-agent-messaging: the view of today, not the older assistant view. */
function agentView() {
	return {
		agent_description:
			"Answers questions about H-1B policy from dated, cited facts and a published odds model. It generates no text, and reads no message but the one written to it.",
		suggested_prompts: PROMPTS.slice(0, LIMITS.agentPrompts.max).map((prompt) => ({ ...prompt })),
	};
}
