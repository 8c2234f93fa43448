import { type App, type Receiver, type ReceiverEvent, verifySlackRequest } from "@slack/bolt";
import type { RawAnswer, RawRequest } from "../../http/hooks.ts";

/** Slack's requests over HTTP, checked and handed to Bolt; the one HTTP server carries them here. */
export interface HttpReceiver extends Receiver {
	answer(request: RawRequest): Promise<RawAnswer>;
}

/** An older request is refused: https://docs.slack.dev/authentication/verifying-requests-from-slack */
const LONGEST_AGE_S = 300;
/** Slack waits 3 s: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
const LONGEST_ACK_MS = 2_900;
const MOST_REMEMBERED = 100_000;

export interface ReceiverParts {
	signingSecret: string;
	/** ms since 1970. */
	now(): number;
	wait(ms: number): Promise<unknown>;
}

export function createReceiver(parts: ReceiverParts): HttpReceiver {
	const accepted = rememberSignatures(parts.now);
	let app: App | undefined;

	/** The signature of a genuine request with its moment in seconds, or undefined. */
	function verified({ headers, body }: RawRequest): { signature: string; at: number } | undefined {
		const signature = headers["x-slack-signature"];
		const time = headers["x-slack-request-timestamp"];
		if (typeof signature !== "string" || typeof time !== "string") return undefined;
		if (!/^\d{1,12}$/.test(time)) return undefined;
		try {
			verifySlackRequest({
				signingSecret: parts.signingSecret,
				body: body.toString("utf8"),
				headers: { "x-slack-signature": signature, "x-slack-request-timestamp": Number(time) },
				nowMilliseconds: parts.now(),
			});
			return { signature, at: Number(time) };
		} catch {
			return undefined;
		}
	}

	/** Resolves with the acknowledgement as soon as a listener gives it. */
	async function process(request: RawRequest, body: Record<string, unknown>): Promise<RawAnswer> {
		const target = app;
		if (!target) return { status: 503, headers: { "retry-after": "1" } };
		return new Promise((resolve) => {
			const event: ReceiverEvent = {
				body,
				ack: async (response) => resolve(acknowledged(response)),
				...retryOf(request),
			};
			target.processEvent(event).then(
				// An event that nobody listens to.
				() => resolve({ status: body.type === "event_callback" ? 200 : 404 }),
				() => resolve({ status: 500 }),
			);
			void parts.wait(LONGEST_ACK_MS).then(() => resolve({ status: 503 }));
		});
	}

	return {
		init(given) {
			app = given;
		},
		async start() {},
		async stop() {
			app = undefined;
		},
		async answer(request) {
			// Slack looks whether the certificate is good, without a signature; nothing else is read then.
			if (isForm(request) && new URLSearchParams(request.body.toString()).get("ssl_check") === "1")
				return { status: 200 };
			const genuine = verified(request);
			if (!genuine) return refusal(401, "the request is not signed by Slack, or too old");
			const body = parse(request);
			if (!body) return refusal(400, "the request cannot be read");
			if (body.type === "url_verification") return json({ challenge: String(body.challenge) });
			if (accepted.has(genuine.signature)) {
				// Slack repeats events alone, and says so; anything else came from somebody who listened.
				return "x-slack-retry-num" in request.headers && body.type === "event_callback"
					? { status: 200 }
					: refusal(401, "this request was received before");
			}
			accepted.add(genuine);
			const answer = await process(request, body);
			if (answer.status >= 500) accepted.delete(genuine.signature);
			return answer;
		},
	};
}

/** Signatures for as long as a copy would still be believed. */
function rememberSignatures(now: () => number) {
	const until = new Map<string, number>();
	return {
		has: (signature: string) => (until.get(signature) ?? 0) >= now(),
		add({ signature, at }: { signature: string; at: number }) {
			for (const [old, end] of until) {
				if (end > now() && until.size < MOST_REMEMBERED) break;
				until.delete(old);
			}
			until.set(signature, (at + LONGEST_AGE_S + 1) * 1000);
		},
		delete: (signature: string) => until.delete(signature),
	};
}

const isForm = ({ headers }: RawRequest): boolean =>
	String(headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");

/** Commands come as a form, interactions as JSON in a form's field, events as JSON. */
function parse(request: RawRequest): Record<string, unknown> | undefined {
	const text = request.body.toString("utf8");
	try {
		if (!isForm(request)) return asObject(JSON.parse(text));
		const form = Object.fromEntries(new URLSearchParams(text));
		return form.payload === undefined ? form : asObject(JSON.parse(form.payload));
	} catch {
		return undefined;
	}
}

const asObject = (value: unknown): Record<string, unknown> | undefined =>
	typeof value === "object" && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: undefined;

function retryOf({ headers }: RawRequest): Pick<ReceiverEvent, "retryNum" | "retryReason"> {
	const count = Number(headers["x-slack-retry-num"]);
	if (!Number.isInteger(count)) return {};
	return { retryNum: count, retryReason: String(headers["x-slack-retry-reason"] ?? "") };
}

function acknowledged(response: unknown): RawAnswer {
	if (response === undefined || response === null || response === "") return { status: 200 };
	if (typeof response === "string") return { status: 200, body: response };
	return json(response);
}

const json = (value: unknown, status = 200): RawAnswer => ({
	status,
	headers: { "content-type": "application/json; charset=utf-8" },
	body: JSON.stringify(value),
});

const refusal = (status: number, error: string): RawAnswer => json({ error }, status);
