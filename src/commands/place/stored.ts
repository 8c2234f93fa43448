import { say } from "../../core/say.ts";
import { readWatch } from "../../core/watching/watch.ts";
import { placeKey, readChannelKey, type Who } from "../../core/who.ts";
import { MAPS, type MapName, type Store } from "../../store/store.ts";

/** The platform that somebody is on: ids of people are its own. */
export const platformOf = (who: Who): "discord" | "slack" | null => who.place?.platform ?? null;

/** What is stored about a place now, by kind, as counted in the store. */
export async function storedAbout(
	store: Store,
	who: Who,
): Promise<{ map: MapName; entries: { key: string; value: unknown }[] }[]> {
	const { place } = who;
	if (!place) return [];
	return Promise.all(
		MAPS.filter((map) => map !== "jobs").map(async (map) => ({
			map,
			entries: await store.map(map).under(`${placeKey(place)}/`),
		})),
	);
}

export const entriesInWords = (count: number): string =>
	count === 1 ? say("1 entry") : say("{count} entries", { count });

/** Every watch that this person turned on, in any server or workspace. */
export async function watchesBy(
	store: Store,
	{ user, place }: Who,
): Promise<{ key: string; value: unknown; isHere: boolean }[]> {
	const platforms = place ? [place.platform] : (["discord", "slack"] as const);
	const found = await Promise.all(
		platforms.map((platform) => store.map("watches").under(`${platform}/`)),
	);
	return found.flat().flatMap(({ key, value }) => {
		if (readWatch(value)?.by !== user) return [];
		const at = readChannelKey(key)?.place;
		return [{ key, value, isHere: at !== undefined && at.id === place?.id }];
	});
}

/** Takes this person out of every watch; the watches stay, for they are the channels'. The number changed. */
export async function forgetPerson(store: Store, who: Who): Promise<number> {
	let changed = 0;
	// A watch that is changed meanwhile is read again; three rounds are more than anybody needs.
	for (let round = 0; round < 3; round++) {
		const found = await watchesBy(store, who);
		if (found.length === 0) break;
		for (const { key, value } of found) {
			const watch = readWatch(value);
			if (watch && (await store.map("watches").swap(key, value, { ...watch, by: null }))) changed++;
		}
	}
	return changed;
}
