import { message } from "../../core/say.ts";

/** What the app asks a workspace for, and why. `docs/permissions.md` is this table. */
export interface Permission {
	name: string;
	/** Asked for only when this is chosen. */
	when: "always" | "agent" | "admins";
	why: string;
	/** How to see that it is needed. */
	test: string;
	page: string;
}

const SCOPE = "https://docs.slack.dev/reference/scopes";
const EVENT = "https://docs.slack.dev/reference/events";

export const SCOPES: readonly Permission[] = [
	{
		name: "commands",
		when: "always",
		why: message("slash commands, the two shortcuts, and the forms they open"),
		test: "Type /h1b help.",
		page: `${SCOPE}/commands`,
	},
	{
		name: "chat:write",
		when: "always",
		why: message(
			"Share and alerts in channels that the app is a member of; a private word where a response address has run out; the status while an answer is made",
		),
		test: "Share a card from a form, in a channel that has the app.",
		page: `${SCOPE}/chat.write`,
	},
	{
		name: "app_mentions:read",
		when: "agent",
		why: message("to get the messages that mention the app, and only those"),
		test: "Write @H-1B Desk and a question in a channel.",
		page: `${SCOPE}/app_mentions.read`,
	},
	{
		name: "im:history",
		when: "agent",
		why: message(
			"to get the messages that people write to the app itself; earlier ones are never read",
		),
		test: "Write a question to the app.",
		page: `${SCOPE}/im.history`,
	},
	{
		name: "assistant:write",
		when: "agent",
		why: message("Slack asks for it wherever the agent view is on"),
		test: "Open the app's messages: the suggested questions are there.",
		page: `${SCOPE}/assistant.write`,
	},
	{
		name: "users:read",
		when: "admins",
		why: message(
			"to see who is a workspace admin, their time zone and language, when a command changes what is stored. Without it whoever installed the app by /slack/install is the admin, and with a token of one's own nobody is",
		),
		test: "Type /settings as an admin who did not install the app.",
		page: `${SCOPE}/users.read`,
	},
];

export const EVENTS: readonly Permission[] = [
	{
		name: "app_home_opened",
		when: "always",
		why: "to draw the Home tab when somebody opens it",
		test: "Open the app's Home tab.",
		page: `${EVENT}/app_home_opened`,
	},
	{
		name: "app_uninstalled",
		when: "always",
		why: "to delete a workspace's data when it removes the app",
		test: "Remove the app: its settings are gone after installing it again.",
		page: `${EVENT}/app_uninstalled`,
	},
	{
		name: "tokens_revoked",
		when: "always",
		why: "the same, when the tokens are withdrawn first",
		test: "Revoke the token: its settings are gone.",
		page: `${EVENT}/tokens_revoked`,
	},
	{
		name: "app_mention",
		when: "agent",
		why: "the mentions that app_mentions:read allows",
		test: "Write @H-1B Desk and a question in a channel.",
		page: `${EVENT}/app_mention`,
	},
	{
		name: "message.im",
		when: "agent",
		why: "the messages that im:history allows",
		test: "Write a question to the app.",
		page: `${EVENT}/message.im`,
	},
];

export interface Wanted {
	isAgent: boolean;
	hasAdmins: boolean;
}

/** The names asked for, in order. */
export function namesOf(table: readonly Permission[], { isAgent, hasAdmins }: Wanted): string[] {
	return table
		.filter(({ when }) => when === "always" || (when === "agent" ? isAgent : hasAdmins))
		.map(({ name }) => name);
}

/** The Slack part of `docs/permissions.md`. */
export function permissionsPage(): string {
	const whenWords = { always: "always", agent: "`SLACK_AGENT=on`", admins: "`--admins`" };
	const table = (kind: string, rows: readonly Permission[]) =>
		[
			`| ${kind} | Asked for | Why | How to see it |`,
			"| --- | --- | --- | --- |",
			...rows.map(
				({ name, when, why, test, page }) =>
					`| [\`${name}\`](${page}) | ${whenWords[when]} | ${why} | ${test} |`,
			),
		].join("\n");
	return [
		"Always: two scopes and three events. More only for what an operator switches on, and only in the manifest printed then: `SLACK_AGENT=on npm run -s manifest` for mentions and messages to the app, `npm run -s manifest -- --admins` to let every workspace admin change settings. No user token, no history method, no file, no channel list, nothing of `admin.*`.",
		table("Scope", SCOPES),
		table("Event", EVENTS),
	].join("\n\n");
}
