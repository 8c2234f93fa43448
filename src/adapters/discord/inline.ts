import {
	type APIInteraction,
	type APIInteractionResponse,
	type Client,
	Events,
	type Interaction,
	InteractionResponseType,
	MessageFlags,
	Routes,
} from "discord.js";
import type { RawAnswer } from "../../http/hooks.ts";
import type { Wait } from "./persist.ts";

/**
 * What goes back in the HTTP response itself: one way instead of two, so the quickest acknowledgement.
 * A new message goes by REST where Discord may refuse it, because only there do we learn so: a public
 * one in a channel without permission, a file.
 */
const IN_RESPONSE = new Set([
	InteractionResponseType.DeferredChannelMessageWithSource,
	InteractionResponseType.DeferredMessageUpdate,
	InteractionResponseType.UpdateMessage,
	InteractionResponseType.ApplicationCommandAutocompleteResult,
	InteractionResponseType.Modal,
]);

const isPrivate = (response: APIInteractionResponse): boolean =>
	response.type === InteractionResponseType.ChannelMessageWithSource &&
	((response.data.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

const IS_LAST = new Set([
	InteractionResponseType.ApplicationCommandAutocompleteResult,
	InteractionResponseType.Modal,
]);

/** Discord must have read our response before an edit of it finds anything. */
const SETTLE_MS = 50;

/** With the callback endpoint, the response is empty. */
const BY_REST: RawAnswer = { status: 202 };

/** Turns a payload into an interaction and gives what to answer the request with, once that is known. */
export type Receive = (payload: APIInteraction) => Promise<RawAnswer>;

/**
 * discord.js's interactions for payloads that came over HTTP, so that one handler serves both
 * transports: the callback of such an interaction becomes the response to its request.
 */
export function receiveWith(
	client: Client,
	wait: Wait,
	handle: (interaction: Interaction) => Promise<void>,
): Receive {
	const open = new Map<string, (answer: RawAnswer) => void>();
	const post = client.rest.post.bind(client.rest);
	client.rest.post = async (route, options = {}) => {
		const answer = open.get(route);
		if (!answer) return post(route, options);
		open.delete(route);
		const response = options.body as APIInteractionResponse;
		if (options.files?.length || !(IN_RESPONSE.has(response.type) || isPrivate(response))) {
			answer(BY_REST);
			return post(route, options);
		}
		answer(json(response));
		if (!IS_LAST.has(response.type)) await wait(SETTLE_MS);
		return undefined;
	};

	const make = interactionsOf(client);
	return (payload) => {
		const route = Routes.interactionCallback(payload.id, payload.token);
		const interaction = make(payload);
		if (!interaction) return Promise.resolve({ status: 400 });
		// The same one again, while its first is still being answered.
		if (open.has(route)) return Promise.resolve(BY_REST);
		return new Promise((resolve) => {
			open.set(route, resolve);
			void handle(interaction).finally(() => {
				open.delete(route);
				resolve(BY_REST);
			});
		});
	};
}

/** discord.js's own choice of class, without its gateway. Undefined for a kind that it does not know. */
function interactionsOf(client: Client): (payload: APIInteraction) => Interaction | undefined {
	const { actions } = client as unknown as {
		actions: { InteractionCreate: { handle(payload: APIInteraction): void } };
	};
	let made: Interaction | undefined;
	client.on(Events.InteractionCreate, (interaction) => {
		made = interaction;
	});
	return (payload) => {
		made = undefined;
		// We sell nothing; discord.js would look purchases up in an application that never logged in.
		actions.InteractionCreate.handle({ ...payload, entitlements: [] });
		return made;
	};
}

export function json(body: unknown): RawAnswer {
	return {
		status: 200,
		headers: { "content-type": "application/json" },
		body: JSON.stringify(body),
	};
}
