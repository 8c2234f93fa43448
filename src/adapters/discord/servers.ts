import { type REST, Routes } from "discord.js";

/** https://docs.discord.com/developers/resources/user#get-current-user-guilds */
const PAGE = 200;
/** A bound, so that a listing which never ends does. */
const MOST_PAGES = 2_000;

/** The ids of the servers that have the app, at most `most`. */
export async function serversOf(
	rest: Pick<REST, "get">,
	most = PAGE * MOST_PAGES,
): Promise<Set<string>> {
	const found = new Set<string>();
	for (let after = "0"; found.size < most; ) {
		const query = new URLSearchParams({ limit: String(Math.min(PAGE, most - found.size)), after });
		const page = (await rest.get(Routes.userGuilds(), { query })) as { id: string }[];
		const before = found.size;
		for (const { id } of page) found.add(id);
		after = page.at(-1)?.id ?? after;
		if (page.length < PAGE || found.size === before) break;
	}
	return found;
}
