import type { Command } from "../../commands/command.ts";

/**
 * Names that Slack keeps for itself; one of them voids a whole manifest.
 * https://slack.com/help/articles/201259356-Slash-commands-in-Slack
 */
const KEPT = new Set([
	...["active", "apps", "archive", "away", "call", "collapse", "dm", "dnd", "expand", "feed"],
	...["feedback", "help", "huddle", "invite", "join", "leave", "me", "msg", "mute", "open"],
	...["part", "prefs", "remind", "remove", "rename", "search", "shortcuts", "shrug", "star"],
	...["status", "todo", "topic", "who"],
]);

/** The short commands besides /h1b. */
export function shortNames(commands: readonly Pick<Command, "name">[]): string[] {
	return commands.map(({ name }) => name).filter((name) => !KEPT.has(name));
}
