import {
	App,
	type Authorize as BoltAuthorize,
	type Receiver,
	SocketModeReceiver,
	webApi,
} from "@slack/bolt";
import type { Logger } from "pino";
import type { Place } from "../../core/who.ts";
import type { AdapterParts } from "../adapter.ts";
import type { SlackConfig } from "./config.ts";
import { type Access, type Authorize, createAuthorize } from "./install/authorize.ts";
import { createInstall } from "./install/install.ts";
import { createInstallations, type Installations } from "./install/installations.ts";
import { createSeal } from "./install/seal.ts";
import { boltLogger } from "./log.ts";
import { namesOf, SCOPES } from "./permissions.ts";
import { createReceiver } from "./receiver.ts";

/** A Bolt app on its transport, with its tokens. */
export interface Connection {
	app: App;
	/** Connects, or throws why not; may be called again then. */
	connect(): Promise<void>;
	disconnect(): Promise<void>;
	/** Told whether the line to Slack stands, where there is one. */
	onLine(tell: (isUp: boolean) => void): void;
	/** The token for a place; null: the one workspace's own. `gone`: the app is not installed there. */
	tokenOf(place: Place | null): Promise<{ token: string } | "gone" | "unknown">;
	installations?: Installations;
	authorize?: Authorize;
}

export interface ConnectionParts extends Pick<AdapterParts, "log" | "store" | "publicUrl"> {
	clientOptions: webApi.WebClientOptions & { slackApiUrl: string };
	now(): number;
	wait(ms: number): Promise<unknown>;
}

export function createConnection(parts: ConnectionParts, config: SlackConfig): Connection {
	return config.mode === "oauth" ? many(parts, config) : one(parts, config);
}

const LONGEST_PONG_MS = 15_000;

type OneConfig = Extract<SlackConfig, { mode: "socket" | "http" }>;

/** One workspace, with a token of one's own. */
function one(parts: ConnectionParts, config: OneConfig): Connection {
	const { log, clientOptions } = parts;
	let access: Access = { botToken: config.botToken };
	const client = new webApi.WebClient(config.botToken, {
		...clientOptions,
		logger: boltLogger(log),
	});
	async function identify(): Promise<void> {
		const { bot_id, user_id } = await client.auth.test();
		access = {
			botToken: config.botToken,
			...(bot_id && { botId: bot_id }),
			...(user_id && { botUserId: user_id }),
		};
	}
	const authorize = async () => access;
	const tokenOf = async () => ({ token: config.botToken });

	if (config.mode === "http") {
		const receiver = createReceiver({ ...parts, signingSecret: config.signingSecret });
		const app = createApp(parts, authorize, receiver);
		config.events.answer((request) => receiver.answer(request));
		return { app, tokenOf, connect: identify, disconnect: stop(receiver), onLine() {} };
	}
	const receiver = new SocketModeReceiver({
		appToken: config.appToken,
		logger: boltLogger(log),
		// A moment without the processor must not cost the connection.
		clientPingTimeout: LONGEST_PONG_MS,
		installerOptions: { clientOptions: { slackApiUrl: clientOptions.slackApiUrl } },
	});
	const app = createApp(parts, authorize, receiver);
	return {
		app,
		tokenOf,
		async connect() {
			await identify();
			await app.start();
		},
		async disconnect() {
			await app.stop();
		},
		onLine(tell) {
			receiver.client.on("connected", () => tell(true));
			receiver.client.on("reconnecting", () => tell(false));
		},
	};
}

type ManyConfig = Extract<SlackConfig, { mode: "oauth" }>;

/** Many workspaces, each with its own token in the store. */
function many(parts: ConnectionParts, config: ManyConfig): Connection {
	const { log, store, clientOptions, now, wait } = parts;
	const installations = createInstallations(store, createSeal(config.encryptionKey), now);
	const install = createInstall({
		...config,
		apiUrl: clientOptions.slackApiUrl,
		publicUrl: parts.publicUrl,
		scopes: namesOf(SCOPES, { isAgent: config.isAgent ?? false, hasAdmins: false }),
		installations,
		log,
		clientOptions,
		onInstalled: (ids) => ids.forEach((id) => authorize.forget(id)),
	});
	const authorize = createAuthorize({
		installations,
		store,
		refresh: install.refresh,
		log,
		now,
		wait,
	});
	const receiver = createReceiver({ ...parts, signingSecret: config.signingSecret });
	const app = createApp(parts, authorize, receiver);
	config.events.answer((request) => receiver.answer(request));
	config.install.answer(install.begin);
	config.redirect.answer(install.finish);
	return {
		app,
		async tokenOf(place) {
			if (!place) return "gone";
			const isOrg = place.id.startsWith("E");
			const access = await authorize({
				teamId: isOrg ? undefined : place.id,
				enterpriseId: isOrg ? place.id : undefined,
				isEnterpriseInstall: isOrg,
			});
			if (access.botToken) return { token: access.botToken };
			return access.isInstalled === false ? "gone" : "unknown";
		},
		async connect() {},
		disconnect: stop(receiver),
		onLine() {},
		installations,
		authorize,
	};
}

const stop = (receiver: Receiver) => async (): Promise<void> => void (await receiver.stop());

function createApp(
	{ log, clientOptions }: ConnectionParts,
	authorize: BoltAuthorize<boolean>,
	receiver: Receiver,
): App {
	const app = new App({
		authorize,
		receiver,
		clientOptions,
		logger: boltLogger(log),
		// Nothing is remembered of a conversation.
		convoStore: false,
	});
	app.error(async (error) => logUnhandled(log, error));
	return app;
}

function logUnhandled(log: Logger, error: { name: string; code?: string }): void {
	log.error({ error: error.name, code: error.code }, "slack: unhandled");
}
