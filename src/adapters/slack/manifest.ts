import type { Command } from "../../commands/command.ts";
import { shortNames } from "./handlers.ts";

/** The least that slash commands and sharing need. */
const SCOPES = ["commands", "chat:write"] as const;

/** The Slack app manifest. Without a public address: Socket Mode. */
export function manifest(commands: readonly Command[], publicUrl: string | null) {
	const request = publicUrl ? { url: `${publicUrl}/slack/events` } : {};
	const short = shortNames({ commands });
	return {
		display_information: {
			name: "H-1B Desk",
			description: "H-1B policy answers with dates, status and sources",
			background_color: "#1f3a5f",
		},
		features: {
			bot_user: { display_name: "H-1B Desk", always_online: true },
			slash_commands: [
				{
					command: "/h1b",
					description: "Ask anything about H-1B policy",
					usage_hint: "[command or question]",
					should_escape: false,
					...request,
				},
				...commands
					.filter((c) => short.includes(c.name))
					.map((c) => ({
						command: `/${c.name}`,
						description: c.summary,
						usage_hint: (c.examples[0] ?? "").replace(`/${c.name}`, "").trim() || "[options]",
						should_escape: false,
						...request,
					})),
			],
		},
		oauth_config: { scopes: { bot: [...SCOPES] } },
		settings: {
			interactivity: {
				is_enabled: true,
				...(publicUrl && {
					request_url: `${publicUrl}/slack/events`,
					message_menu_options_url: `${publicUrl}/slack/events`,
				}),
			},
			org_deploy_enabled: false,
			socket_mode_enabled: publicUrl === null,
			token_rotation_enabled: false,
		},
	};
}
