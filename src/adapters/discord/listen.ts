import { type APIInteraction, type Interaction, InteractionType } from "discord.js";
import type { Logger } from "pino";
import type { Hook, RawAnswer } from "../../http/hooks.ts";
import { safe } from "./answer-failure.ts";
import { createClient } from "./client.ts";
import type { Connection } from "./connect.ts";
import { json, type Receive, receiveWith } from "./inline.ts";
import type { Wait } from "./persist.ts";
import { createVerifier } from "./verify.ts";

const REFUSED: RawAnswer = { status: 401, body: "the signature does not fit" };
const UNREADABLE: RawAnswer = { status: 400, body: "not an interaction" };

export interface ListenParts {
	hook: Hook;
	/** 64 hexadecimal digits. */
	publicKey: string;
	token: string;
	apiUrl: string;
	log: Logger;
	wait: Wait;
	/** Milliseconds since 1970. */
	now: () => number;
	/** Resolves when the interaction is answered. */
	onInteraction: (interaction: Interaction) => Promise<void>;
	/** Called once, when interactions are taken. */
	onReady: () => void;
}

/** Takes signed interactions over HTTP. Nothing to connect, nothing to lose: every request stands alone. */
export function listen(parts: ListenParts): Connection {
	const client = createClient(parts.apiUrl);
	client.rest.setToken(parts.token);
	const isDiscords = createVerifier(parts.publicKey, parts.now);
	const receive = receiveWith(client, parts.wait, parts.onInteraction);
	let isClosed = false;

	parts.hook.answer(async (request) =>
		isDiscords(request) ? answer(request.body, receive, parts.log) : REFUSED,
	);
	parts.onReady();
	return {
		problem: () => (isClosed ? "stopped" : null),
		async close() {
			isClosed = true;
			await client.destroy().catch(() => {});
		},
	};
}

async function answer(body: Buffer, receive: Receive, log: Logger): Promise<RawAnswer> {
	const payload = readPayload(body);
	if (!payload) return UNREADABLE;
	if (payload.type === InteractionType.Ping) return json({ type: 1 });
	try {
		return await receive(payload);
	} catch (error) {
		log.warn(safe(error), "discord: an interaction could not be read");
		return UNREADABLE;
	}
}

function readPayload(body: Buffer): APIInteraction | undefined {
	try {
		const payload: unknown = JSON.parse(body.toString("utf8"));
		return isInteraction(payload) ? payload : undefined;
	} catch {
		return undefined;
	}
}

function isInteraction(payload: unknown): payload is APIInteraction {
	if (typeof payload !== "object" || payload === null) return false;
	const { id, token, type } = payload as Record<string, unknown>;
	return typeof id === "string" && typeof token === "string" && typeof type === "number";
}
