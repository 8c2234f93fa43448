import {
	NO_SETTINGS,
	type PlaceSettings,
	readSettings,
	settingsKey,
} from "../core/place-settings.ts";
import type { Place } from "../core/who.ts";
import type { Store } from "../store/store.ts";

/** Another replica's change is seen after this long at the latest. */
export const REFRESH_MS = 15_000;

/** Admins' choices in memory, for answers that can't wait for the store. Unknown means nothing chosen: private. */
export interface SettingsMemory {
	of(place: Place | null): PlaceSettings;
	/** Reads all again. Throws StoreError; what was known stays. */
	refresh(): Promise<void>;
	/** Reads one place again. */
	changed(place: Place): Promise<void>;
}

export function createSettingsMemory(store: Store): SettingsMemory {
	const map = store.map("settings");
	let known = new Map<string, PlaceSettings>();
	// A change during a refresh is newer than what the refresh read.
	let changes = 0;
	return {
		of: (place) => (place && known.get(settingsKey(place))) || NO_SETTINGS,
		async refresh() {
			const before = changes;
			const rows = await map.under("");
			if (before !== changes) return;
			known = new Map(rows.map(({ key, value }) => [key, readSettings(value)]));
		},
		async changed(place) {
			const key = settingsKey(place);
			changes++;
			const value = await map.get(key);
			changes++;
			if (value === undefined) known.delete(key);
			else known.set(key, readSettings(value));
		},
	};
}
