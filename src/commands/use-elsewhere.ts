import { answer } from "../core/answer.ts";
import { declined, notCovered, type Result } from "../core/reply.ts";
import { say } from "../core/say.ts";

/** The page and the terminal know nobody, so they can keep nothing for anybody. */
export function useElsewhere(name: string): Result {
	return notCovered(
		answer({
			title: `/${name}`,
			lead: say("Use /{name} in Discord or Slack: here nobody is known, and nothing is kept.", {
				name,
			}),
			buttons: [{ label: say("What can I ask?"), do: { command: "help", input: {} } }],
		}),
	);
}

/** A command about a server, given where there is none. */
export function notInAPlace(name: string): Result {
	return notCovered(
		answer({
			title: `/${name}`,
			lead: say("Use /{name} in a channel of the server or workspace that it is for.", { name }),
		}),
	);
}

export function adminsOnly(name: string): Result {
	return declined(
		answer({
			title: `/${name}`,
			lead: say(
				"Only somebody who manages this server or workspace can use /{name}. Ask an admin.",
				{ name },
			),
			rows: [
				{ label: say("On Discord"), value: say("The permission is called Manage Server.") },
				{
					label: say("On Slack"),
					value: say(
						"It is whoever installed the app, or an admin where the app may see who is one.",
					),
				},
			],
		}),
	);
}
