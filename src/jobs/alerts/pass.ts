import { readWatch } from "../../core/watching/watch.ts";
import { type Place, readChannelKey } from "../../core/who.ts";
import { changesAnnounced } from "./announce.ts";
import { type Channel, type DeliverParts, type Told, tellNext } from "./deliver.ts";
import { readRecord } from "./record.ts";

/**
 * How many channels of a platform are told at the same time. Each of them may show a card twice after a
 * crash where no nonce is checked, so Slack has one: one crash, one double at most.
 */
const LANES: Record<Place["platform"], number> = { discord: 5, slack: 1 };

export interface PassParts extends DeliverParts {
	/** Platforms that can post now. */
	canPost(platform: Place["platform"]): boolean;
}

/** What a pass remembers until the next one; lost with the process, to no harm. */
export interface Remembered {
	channels: Map<string, Channel>;
	/** A platform in trouble is asked again after a while, by one channel. */
	trouble: Map<Place["platform"], { times: number; until: number }>;
}

export const nothingRemembered = (): Remembered => ({ channels: new Map(), trouble: new Map() });

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/** Tells every channel what it is due. Throws StoreError; what was not told is told in the next pass. */
export async function tellAll(parts: PassParts, remembered: Remembered): Promise<number> {
	const changes = await changesAnnounced(parts.store, parts.now());
	const channels = await readChannels(parts, remembered);
	const told = await everyOne(
		(["discord", "slack"] as const)
			.filter((platform) => parts.canPost(platform))
			.map((platform) =>
				tellPlatform(
					parts,
					channels.filter((one) => one.place.platform === platform),
					changes,
					{ platform, trouble: remembered.trouble },
				),
			),
	);
	return told.reduce((sum, one) => sum + one, 0);
}

/** Rounds of one change a channel, so that a long digest holds nobody up. */
async function tellPlatform(
	parts: PassParts,
	channels: readonly Channel[],
	changes: readonly Told[],
	{ platform, trouble }: { platform: Place["platform"]; trouble: Remembered["trouble"] },
): Promise<number> {
	let told = 0;
	const goesOn = (): boolean =>
		parts.mayGoOn() && (trouble.get(platform)?.until ?? 0) <= parts.now();
	// In trouble, what is open comes first: asking again there costs nobody a card.
	const isOpen = (one: Channel): number =>
		Number(readRecord(one.stored, one.watch.after).open === undefined);
	let left = trouble.has(platform)
		? channels.toSorted((a, b) => isOpen(a) - isOpen(b))
		: [...channels];
	while (left.length > 0 && goesOn()) {
		const queue = left;
		left = [];
		const lane = async (): Promise<void> => {
			while (goesOn()) {
				const one = queue.shift();
				if (!one) return;
				const step = await tellNext(parts, one, changes);
				if (step === "trouble") pause(trouble, platform, parts.now());
				if (step !== "told") continue;
				trouble.delete(platform);
				told++;
				left.push(one);
			}
		};
		const lanes = trouble.has(platform) ? 1 : LANES[platform];
		await everyOne(Array.from({ length: lanes }, lane));
	}
	return told;
}

function pause(trouble: Remembered["trouble"], platform: Place["platform"], now: number): void {
	const times = (trouble.get(platform)?.times ?? 0) + 1;
	const ms = Math.min(FIRST_PAUSE_MS * 2 ** (times - 1), LONGEST_PAUSE_MS);
	trouble.set(platform, { times, until: now + ms });
}

/** Waits for all, so that nothing goes on behind the next pass, and then throws the first error. */
async function everyOne<T>(work: Promise<T>[]): Promise<T[]> {
	await Promise.allSettled(work);
	return Promise.all(work);
}

/** The channels that watch, as stored now, with what is remembered of them. */
async function readChannels({ store }: PassParts, { channels }: Remembered): Promise<Channel[]> {
	const records = new Map(
		(await store.map("deliveries").under("")).map(({ key, value }) => [key, value]),
	);
	const found = (await store.map("watches").under("")).flatMap(({ key, value }): Channel[] => {
		const at = readChannelKey(key);
		const watch = readWatch(value);
		if (!at || !watch) return [];
		const { unwritten, notBefore = 0, failures = 0, stored } = channels.get(key) ?? {};
		return [
			{
				key,
				...at,
				watch,
				storedWatch: value,
				stored: unwritten ? stored : records.get(key),
				notBefore,
				failures,
				...(unwritten && { unwritten }),
			},
		];
	});
	channels.clear();
	for (const one of found) channels.set(one.key, one);
	// A record that a post left behind in a channel that was forgotten meanwhile.
	for (const key of records.keys())
		if (!channels.has(key)) await store.map("deliveries").delete(key);
	return found;
}
