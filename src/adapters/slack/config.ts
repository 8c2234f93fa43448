import type { Hook } from "../../http/hooks.ts";

/** How Slack is reached. Tokens of one's own serve one workspace; OAuth serves many. */
export type SlackConfig = {
	apiUrl?: string | undefined;
	/** Mentions and messages to the app are answered. */
	isAgent?: boolean | undefined;
} & (
	| { mode: "socket"; botToken: string; appToken: string }
	| { mode: "http"; botToken: string; signingSecret: string; events: Hook }
	| {
			mode: "oauth";
			clientId: string;
			clientSecret: string;
			stateSecret: string;
			signingSecret: string;
			/** 32 bytes, base64. */
			encryptionKey: string;
			events: Hook;
			install: Hook;
			redirect: Hook;
	  }
);

/**
 * The largest request that Slack is let send: a message shortcut carries the message twice, as text and as
 * blocks, and a form's letters outside ASCII take eight bytes each; a view has up to 250 kB.
 */
export const LARGEST_REQUEST = 1024 * 1024;

export const EVENTS_PATH = "/slack/events";
export const INSTALL_PATH = "/slack/install";
export const REDIRECT_PATH = "/slack/oauth_redirect";
