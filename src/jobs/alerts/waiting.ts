import { readWatch, watchesTopic } from "../../core/watching/watch.ts";
import type { Store } from "../../store/store.ts";
import { changesAnnounced } from "./announce.ts";
import { readRecord } from "./record.ts";

/** How many cards channels have still to be told, those of later digests included. Throws StoreError. */
export async function cardsWaiting(store: Store, now: number): Promise<number> {
	const changes = await changesAnnounced(store, now);
	if (changes.length === 0) return 0;
	const records = new Map(
		(await store.map("deliveries").under("")).map(({ key, value }) => [key, value]),
	);
	const watches = await store.map("watches").under("");
	return watches.reduce((sum, { key, value }) => {
		const watch = readWatch(value);
		if (!watch) return sum;
		const { cursor } = readRecord(records.get(key), watch.after);
		const left = changes.filter((one) => one.key > cursor && watchesTopic(watch, one.change.topic));
		return sum + left.length;
	}, 0);
}
