import type { RespondFn } from "@slack/bolt";

/** Slack asks for patience at a response address. Bolt's own error does not say for how long. */
export class SlowDownError extends Error {
	readonly code = "SLOW_DOWN";
	readonly statusCode = 429;
	/** Seconds. */
	readonly retryAfter: number;
	constructor(retryAfter: number) {
		super("Slack asks to wait");
		this.name = "SlowDownError";
		this.retryAfter = retryAfter;
	}
}

/** Longer than any answer of Slack's takes; a connection that hangs must not hold an answer back for ever. */
const LONGEST_CALL_MS = 30_000;

/** `fetch` for response addresses (the Web API's client keeps its own patience). */
export function slackFetch(apiUrl: string, fetch = globalThis.fetch): typeof globalThis.fetch {
	return async (input, init) => {
		if (String(input) === `${apiUrl}oauth.v2.access`) return fetch(input, withBasicAuth(init));
		if (String(input).startsWith(apiUrl)) return fetch(input, init);
		const signal = init?.signal ?? AbortSignal.timeout(LONGEST_CALL_MS);
		const response = await fetch(input, { ...init, signal });
		if (response.status !== 429) return response;
		await response.body?.cancel();
		throw new SlowDownError(Number(response.headers.get("retry-after")) || 1);
	};
}

/**
 * The client's secret goes into the header and not into the body, as Slack recommends.
 * https://docs.slack.dev/reference/methods/oauth.v2.access
 */
function withBasicAuth(init: RequestInit = {}): RequestInit {
	const form = new URLSearchParams(String(init.body ?? ""));
	const [id, secret] = [form.get("client_id"), form.get("client_secret")];
	if (!id || !secret) return init;
	form.delete("client_id");
	form.delete("client_secret");
	const headers = new Headers(init.headers);
	const pair = `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`;
	headers.set("authorization", `Basic ${Buffer.from(pair).toString("base64")}`);
	return { ...init, headers, body: form.toString() };
}

/** Bolt's `respond` for a response address that was kept. */
export function respondAt(post: typeof globalThis.fetch, url: string): RespondFn {
	return async (message) => {
		const response = await post(url, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(typeof message === "string" ? { text: message } : message),
		});
		if (!response.ok) {
			const refused = new Error("a response address refused");
			throw Object.assign(refused, { status: response.status });
		}
		return response;
	};
}
