import type { REST } from "discord.js";
import type { AdapterParts } from "../adapter.ts";
import { serversOf } from "./servers.ts";

const KEY = /^discord\/(\d+)(?:\/|$)/;

/** The servers of which something is stored. */
async function storedServers({ store }: Pick<AdapterParts, "store">): Promise<Set<string>> {
	const maps = [store.map("settings"), store.map("watches")];
	const entries = (await Promise.all(maps.map((map) => map.under("discord/")))).flat();
	return new Set(entries.flatMap(({ key }) => KEY.exec(key)?.[1] ?? []));
}

/**
 * Forgets the servers that removed the app. Neither transport is told of a removal (HTTP never, the
 * gateway only with an intent that would bring much else), so Discord is asked which servers are left.
 * What cannot be asked changes nothing. The number of servers forgotten.
 */
export async function forgetDeparted(
	rest: Pick<REST, "get">,
	parts: Pick<AdapterParts, "store" | "onLeft">,
): Promise<number> {
	const stored = await storedServers(parts);
	if (stored.size === 0) return 0;
	const present = await serversOf(rest);
	const departed = [...stored].filter((id) => !present.has(id));
	for (const id of departed) await parts.onLeft({ platform: "discord", id });
	return departed.length;
}
