import { type REST, Routes } from "discord.js";
import type { Command } from "../../commands/command.ts";
import { differs } from "./compare.ts";
import { commandDefinitions } from "./definitions.ts";
import type { Translations } from "./localize.ts";
import { serversOf } from "./servers.ts";

/** Where a server's own commands are looked for after a move: enough for one's own, few calls for a large app. */
const MOST_SERVERS = 100;

export interface Registration {
	rest: Pick<REST, "get" | "put">;
	commands: readonly Command[];
	/** Asked of Discord when it is not given. */
	applicationId?: string | undefined;
	/** One server only; at once instead of everywhere. */
	guildId?: string | undefined;
	translations?: Translations | undefined;
}

export interface Registered {
	applicationId: string;
	/** False when Discord listed the same already. */
	changed: boolean;
	/** Lists of the same commands elsewhere that were emptied: the global one, or those of servers. */
	emptied: number;
}

/**
 * Writes the commands only when Discord lists others: each write counts against a daily limit.
 *
 * They are either everywhere or in one server: a command in both lists would be shown twice there. So
 * registering for a server empties the global list, and the first global registration after that
 * empties the lists of servers.
 */
export async function registerCommands(registration: Registration): Promise<Registered> {
	const { rest, commands, guildId, translations } = registration;
	const applicationId = registration.applicationId ?? (await ownId(rest));
	const globalList = Routes.applicationCommands(applicationId);
	const list = guildId ? Routes.applicationGuildCommands(applicationId, guildId) : globalList;
	const wanted = commandDefinitions(commands, guildId ? "guild" : "global", translations);
	const changed = differs(await listed(rest, list), wanted);
	if (changed) await rest.put(list, { body: wanted });
	const emptied = guildId
		? Number(await empty(rest, globalList))
		: changed
			? await emptyServers(rest, applicationId)
			: 0;
	return { applicationId, changed, emptied };
}

/** Empties one server's own list: its commands are registered everywhere by now. */
export function emptyServer(
	rest: Registration["rest"],
	applicationId: string,
	guildId: string,
): Promise<boolean> {
	return empty(rest, Routes.applicationGuildCommands(applicationId, guildId));
}

async function emptyServers(rest: Registration["rest"], applicationId: string): Promise<number> {
	let emptied = 0;
	for (const guildId of await serversOf(rest, MOST_SERVERS))
		if (await emptyServer(rest, applicationId, guildId)) emptied++;
	return emptied;
}

async function empty(rest: Registration["rest"], list: `/${string}`): Promise<boolean> {
	if ((await listed(rest, list)).length === 0) return false;
	await rest.put(list, { body: [] });
	return true;
}

async function listed(rest: Registration["rest"], list: `/${string}`): Promise<unknown[]> {
	const query = new URLSearchParams({ with_localizations: "true" });
	return (await rest.get(list, { query })) as unknown[];
}

async function ownId(rest: Registration["rest"]): Promise<string> {
	return ((await rest.get(Routes.currentApplication())) as { id: string }).id;
}
