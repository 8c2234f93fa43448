import type { REST } from "discord.js";
import type { Logger } from "pino";
import type { Desk } from "../../commands/desk.ts";
import type { AdapterParts } from "../adapter.ts";
import { safe } from "./answer-failure.ts";
import { inWords, retryAfterMs } from "./connect.ts";
import { forgetDeparted } from "./departures.ts";
import { emptyServer, registerCommands, type Registration } from "./register.ts";
import type { Wait } from "./persist.ts";

const DAY_MS = 24 * 60 * 60_000;

export interface KeepParts
	extends Pick<AdapterParts, "store" | "onLeft">,
		Pick<Registration, "applicationId" | "guildId"> {
	desk: Desk;
	log: Logger;
	rest: REST;
	/** Resolves early when stopping. */
	wait: Wait;
	signal: AbortSignal;
}

/** What the app keeps in order at Discord beside answering. */
export interface KeptRegistered {
	/** Registers the commands, then looks for servers that removed the app, once a day. */
	begin(): void;
	/** Empties the own list of a server where commands registered everywhere would show twice. */
	onLeftover(guildId: string): void;
	/** Why the commands are not registered, once that was tried. */
	problem(): string | null;
}

export function keepRegistered(parts: KeepParts): KeptRegistered {
	const { rest, desk, log, wait, signal } = parts;
	let trouble: string | null = null;
	let applicationId = parts.applicationId;
	const leftovers = new Set<string>();

	/** Tries until it succeeds or the desk stops. */
	async function untilDone(what: string, job: () => Promise<object>): Promise<void> {
		for (let failures = 1; !signal.aborted; failures++) {
			try {
				log.info(await job(), `discord: ${what}`);
				trouble = null;
				return;
			} catch (error) {
				const retryMs = retryAfterMs(failures);
				trouble = `commands not registered: ${inWords(error)}`;
				log.error({ ...safe(error), retryMs }, `discord: not ${what}`);
				await wait(retryMs);
			}
		}
	}

	async function register(): Promise<object> {
		const done = await registerCommands({
			...parts,
			commands: desk.commands,
			translations: desk.translations,
			applicationId,
		});
		applicationId = done.applicationId;
		return { changed: done.changed, emptied: done.emptied };
	}

	/** What fails is looked at again tomorrow. */
	async function watchDepartures(): Promise<void> {
		while (!signal.aborted) {
			await forgetDeparted(rest, parts).then(
				(forgotten) =>
					forgotten > 0 && log.info({ forgotten }, "discord: servers that removed the app"),
				(error: unknown) => log.warn(safe(error), "discord: servers could not be listed"),
			);
			await wait(DAY_MS);
		}
	}

	return {
		begin: () => void untilDone("commands registered", register).then(watchDepartures),
		onLeftover(guildId) {
			if (parts.guildId || !applicationId || leftovers.has(guildId)) return;
			leftovers.add(guildId);
			emptyServer(rest, applicationId, guildId).then(
				() =>
					log.info("discord: a server's own commands were removed, they are registered everywhere"),
				(error: unknown) => log.warn(safe(error), "discord: a server's own commands remain"),
			);
		},
		problem: () => trouble,
	};
}
