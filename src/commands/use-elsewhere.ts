import { answer } from "../core/answer.ts";
import { declined, notCovered, type Result } from "../core/reply.ts";

/** The page and the terminal know nobody, so they can keep nothing for anybody. */
export function useElsewhere(name: string): Result {
	return notCovered(
		answer({
			title: `/${name}`,
			lead: `Use /${name} in Discord or Slack: here nobody is known, and nothing is kept.`,
			buttons: [{ label: "What can I ask?", do: { command: "help", input: {} } }],
		}),
	);
}

/** A command about a server, given where there is none. */
export function notInAPlace(name: string): Result {
	return notCovered(
		answer({
			title: `/${name}`,
			lead: `Use /${name} in a channel of the server or workspace that it is for.`,
		}),
	);
}

export function adminsOnly(name: string): Result {
	return declined(
		answer({
			title: `/${name}`,
			lead: `Only somebody who manages this server or workspace can use /${name}. Ask an admin.`,
			rows: [
				{ label: "On Discord", value: "The permission is called Manage Server." },
				{
					label: "On Slack",
					value: "It is whoever installed the app, or an admin where the app may see who is one.",
				},
			],
		}),
	);
}
