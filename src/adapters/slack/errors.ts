import { message, say } from "../../core/say.ts";

/** What Slack's libraries throw, read for what matters here. Never the message: it may quote what was sent. */
export interface Failure {
	/** Slack's word, such as `not_in_channel`; `http_404`, or the error's code or name, otherwise. */
	code: string;
	status?: number;
	retryAfterMs?: number;
}

export function failureOf(error: unknown): Failure {
	const found = (error ?? {}) as {
		code?: unknown;
		name?: unknown;
		statusCode?: unknown;
		status?: unknown;
		retryAfter?: unknown;
		data?: { error?: unknown };
		original?: unknown;
	};
	const status = [found.statusCode, found.status].find((s): s is number => typeof s === "number");
	const seconds = Number(found.retryAfter);
	const said = found.data?.error;
	return {
		code: String(said ?? (status ? `http_${status}` : (found.code ?? found.name ?? typeof error))),
		...(status !== undefined && { status }),
		...(seconds > 0 && { retryAfterMs: seconds * 1000 }),
	};
}

const NO_ACCESS = new Set([
	"token_revoked",
	"token_expired",
	"invalid_auth",
	"account_inactive",
	"not_authed",
	"team_access_not_granted",
	"access_denied",
]);
const NO_TRIGGER = new Set([
	"expired_trigger_id",
	"exchanged_trigger_id",
	"invalid_trigger_id",
	"trigger_expired",
	"trigger_exchanged",
]);
const NOT_HERE = new Set([
	"not_in_channel",
	"channel_not_found",
	"is_archived",
	"user_not_in_channel",
	"restricted_action",
]);

export const NO_LONGER_INSTALLED = message(
	"H-1B Desk no longer has access to this workspace. Ask a workspace admin to install it again.",
);

/** What somebody reads when a form could not be opened. `example` is what to type instead. */
export function formTrouble(error: unknown, example: string): string {
	const { code, status } = failureOf(error);
	if (NO_ACCESS.has(code))
		return `${say(NO_LONGER_INSTALLED)} ${say("Typed commands may still work, such as: {example}", { example })}`;
	if (NO_TRIGGER.has(code))
		return say(
			"Slack gave too little time to open the form. Please try again, or type it, such as: {example}",
			{ example },
		);
	if (code === "ratelimited" || status === 429)
		return say(
			"Slack asks us to slow down. Try again in a minute, or type it, such as: {example}",
			{ example },
		);
	return say("The form could not be opened. Please try again, or type it, such as: {example}", {
		example,
	});
}

/** What somebody reads when a card could not be shared. */
export function shareTrouble(error: unknown): string {
	const { code, status } = failureOf(error);
	if (NO_ACCESS.has(code)) return say(NO_LONGER_INSTALLED);
	if (NOT_HERE.has(code))
		return say(
			"H-1B Desk is not in this channel, so it can't post here. Type /invite @H-1B Desk, then share again.",
		);
	if (code === "ratelimited" || status === 429)
		return say("Slack asks us to slow down. Please press Share again in a minute.");
	return say(CANNOT_SHARE);
}

export const CANNOT_SHARE = message(
	"This card can no longer be shared from here: Slack allows it for 30 minutes and a few times. Run the command again and share the new card.",
);

/** For logs. */
export const nameOf = (error: unknown): string => failureOf(error).code;
