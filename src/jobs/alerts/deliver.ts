import type { Logger } from "pino";
import { postIn } from "../../commands/post-in.ts";
import type { Post, PostOutcome } from "../../core/post.ts";
import type { Reply } from "../../core/reply.ts";
import type { Language } from "../../core/say.ts";
import { changeCard } from "../../core/watching/change-card.ts";
import type { Change } from "../../core/watching/changes.ts";
import { isDue } from "../../core/watching/due.ts";
import { hash } from "../../core/watching/snapshot.ts";
import { type Watch, watchesTopic } from "../../core/watching/watch.ts";
import type { Place } from "../../core/who.ts";
import type { Store } from "../../store/store.ts";
import { type DeliveryRecord, readRecord } from "./record.ts";
import { openStep, recordAfter, SHUT_RETRY_MS } from "./rules.ts";

export interface DeliverParts {
	store: Store;
	post: Post;
	log: Logger;
	now(): number;
	/** What the admins of a place chose for it; null: English. */
	languageOf(place: Place): Language | null;
	/** False once another process may lead, or this one stops: no new post then. */
	mayGoOn(): boolean;
}

/** A channel that watches, with what is stored about it. */
export interface Channel {
	key: string;
	place: Place;
	channel: string;
	watch: Watch;
	storedWatch: unknown;
	/** The stored record, as read or written last; undefined: none yet. */
	stored: unknown;
	/** An outcome that the store did not take; written before anything else is done. */
	unwritten?: { next: DeliveryRecord | "drop" };
	/** Not before this instant; kept in memory only. */
	notBefore?: number;
	failures?: number;
}

export interface Told {
	key: string;
	change: Change;
}

/**
 * `told`: one change is settled, and there may be more. `idle`: nothing to do here now. `trouble`: the
 * platform can't be reached, or does not say what came of a post.
 */
export type Step = "told" | "idle" | "trouble";

const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 15 * 60_000;

/** Tells one channel of the next change that is due, if there is one. Throws StoreError. */
export async function tellNext(
	parts: DeliverParts,
	at: Channel,
	changes: readonly Told[],
): Promise<Step> {
	if (at.unwritten) return settle(parts, at, at.unwritten.next);
	const now = parts.now();
	if ((at.notBefore ?? 0) > now || !parts.mayGoOn()) return "idle";
	const record = readRecord(at.stored, at.watch.after);
	if (record.shut && now - record.shut.last < SHUT_RETRY_MS) return "idle";
	const next = nextChange(record, at.watch, changes, now);
	if (record.open) {
		const step = next ? openStep(record.open, at.place.platform, now) : "give-up";
		if (step === "wait") return "idle";
		if (step === "give-up") {
			parts.log.warn({ platform: at.place.platform }, "alerts: outcome unknown; not tried again");
			const { open, ...rest } = record;
			return settle(parts, at, { ...rest, cursor: open.change });
		}
	}
	if (!next) return "idle";
	const claimed: DeliveryRecord = {
		...record,
		open: {
			change: next.key,
			nonce: record.open?.nonce ?? nonceOf(at.key, next.key),
			first: record.open?.first ?? now,
			last: now,
			tries: (record.open?.tries ?? 0) + 1,
		},
	};
	if (!(await write(parts, at, claimed))) return "idle";
	const outcome = await parts.post({
		place: at.place,
		channel: at.channel,
		reply: cardOf(next.change, parts.languageOf(at.place)),
		nonce: claimed.open?.nonce ?? "",
		turnedOnBy: at.watch.by,
	});
	note(parts, at, outcome);
	const step = await settle(parts, at, recordAfter(claimed, outcome, parts.now()));
	const isDown = !outcome.done && (outcome.because === "down" || outcome.because === "unknown");
	return isDown ? "trouble" : step;
}

/** The card in the language of its place, with the fact in English one press away. */
const cardOf = (change: Change, language: Language | null): Reply =>
	postIn(
		language,
		() => changeCard(change),
		change.after && { command: "policy", input: { topic: change.fact } },
	);

/** The post under way, otherwise the first change in the channel's topics that is due. */
function nextChange(
	{ cursor, open }: DeliveryRecord,
	watch: Watch,
	changes: readonly Told[],
	now: number,
): Told | undefined {
	if (open) return changes.find(({ key }) => key === open.change);
	const next = changes.find(({ key, change }) => key > cursor && watchesTopic(watch, change.topic));
	return next && isDue(watch, next.change.found, now) ? next : undefined;
}

/** The same for the same change in the same channel, and under the 25 characters that Discord takes. */
const nonceOf = (channel: string, change: string): string => `a${hash(`${channel} ${change}`)}`;

/** Waiting and the log line, by the outcome. */
function note({ log, now }: DeliverParts, at: Channel, outcome: PostOutcome): void {
	if (outcome.done) {
		at.failures = 0;
		return;
	}
	at.failures = (at.failures ?? 0) + 1;
	const wait = Math.min(FIRST_RETRY_MS * 2 ** (at.failures - 1), LAST_RETRY_MS);
	at.notBefore = now() + Math.max(wait, outcome.afterMs ?? 0);
	const { because, code } = outcome;
	log.warn({ platform: at.place.platform, because, code }, "alerts: not posted");
}

/** Writes what came of it. What the store does not take now is kept and written first next time. */
async function settle(
	parts: DeliverParts,
	at: Channel,
	next: DeliveryRecord | "drop",
): Promise<Step> {
	at.unwritten = { next };
	if (next === "drop") {
		const dropped = await parts.store.map("watches").swap(at.key, at.storedWatch, undefined);
		// Changed meanwhile: somebody cares, so the next pass asks the platform again.
		if (dropped) await parts.store.map("deliveries").delete(at.key);
		delete at.unwritten;
		parts.log.warn(
			{ platform: at.place.platform },
			"alerts: a channel is gone; its watch is dropped",
		);
		return "idle";
	}
	const before = readRecord(at.stored, at.watch.after);
	const written = await write(parts, at, next);
	delete at.unwritten;
	return written && next.cursor > before.cursor ? "told" : "idle";
}

/** True when the record was still as read. Otherwise the channel is forgotten, or somebody else's now. */
async function write(parts: DeliverParts, at: Channel, next: DeliveryRecord): Promise<boolean> {
	const written = await parts.store.map("deliveries").swap(at.key, at.stored, next);
	if (written) at.stored = next;
	return written;
}
