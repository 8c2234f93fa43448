import { message } from "../../core/say.ts";

/** A permission that the app asks for in a server, and why. */
export interface Permission {
	/** As Discord's settings call it. */
	name: string;
	/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
	bit: bigint;
	reason: string;
}

// Answers to commands, Share included, are interaction responses: they need no permission of ours.
export const PERMISSIONS: readonly Permission[] = [
	{
		name: "View Channels",
		bit: 1n << 10n,
		reason: message(
			"to reach the channel that an admin picked for change alerts; it reads no messages there",
		),
	},
	{
		name: "Send Messages",
		bit: 1n << 11n,
		reason: message("to post a change alert there; answers to commands need no permission"),
	},
];

export interface Invite {
	/** Adds the app to a server; the person needs Manage Server there. */
	server: string;
	/** Adds the app for one person, in any server and in direct messages. Asks for no permission. */
	user: string;
	permissions: readonly Permission[];
}

const AUTHORIZE = "https://discord.com/oauth2/authorize";

/** The links that install the app. https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow */
export function invite(applicationId: string): Invite {
	const link = (parameters: Record<string, string>): string =>
		`${AUTHORIZE}?${new URLSearchParams({ client_id: applicationId, ...parameters })}`;
	const bits = PERMISSIONS.reduce((sum, { bit }) => sum | bit, 0n);
	return {
		server: link({
			scope: "bot applications.commands",
			permissions: String(bits),
			integration_type: "0",
		}),
		user: link({ scope: "applications.commands", integration_type: "1" }),
		permissions: PERMISSIONS,
	};
}
