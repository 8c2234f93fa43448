import { changeKey, HEAD_KEY, type Head, readHead } from "../../commands/watch/last-change.ts";
import type { PlainDate } from "../../core/dates.ts";
import type { Facts } from "../../core/facts/lookup.ts";
import { type Change, changesBetween, readChange } from "../../core/watching/changes.ts";
import { snapshotSchema, takeSnapshot } from "../../core/watching/snapshot.ts";
import type { Store } from "../../store/store.ts";

const CHANGES = "facts/changes/";
const snapshotKey = (seq: number): string => `facts/snapshot/${seq}`;
/** Versions remembered, so that an older replica or a step back announces nothing. */
const MAX_VERSIONS = 50;
/** A change older than this has been told wherever it can be. */
const CHANGE_KEPT_MS = 60 * 86_400_000;

export interface AnnounceParts {
	store: Store;
	facts: Facts;
	today(): PlainDate;
	now(): number;
}

/**
 * Records what changed since the facts last announced. All or nothing: changes are written first, and
 * count from the moment that the head, swapped last, names their number. The first start records the
 * facts alone: there is no before. Gives the number of changes.
 */
export async function announce(parts: AnnounceParts): Promise<number> {
	const { store, facts } = parts;
	const jobs = store.map("jobs");
	const stored = await jobs.get(HEAD_KEY);
	const head = readHead(stored);
	const day = parts.today();
	const now = takeSnapshot(facts, day);
	if (!head) {
		await jobs.set(snapshotKey(0), now);
		await jobs.swap(HEAD_KEY, stored, { seq: 0, day, versions: [facts.version] } satisfies Head);
		return 0;
	}
	if (isOlder(head, facts.version) || (head.versions.at(-1) === facts.version && head.day >= day))
		return 0;
	const before = snapshotSchema.safeParse(await jobs.get(snapshotKey(head.seq))).data;
	const changes = before
		? changesBetween(before, now, { since: head.day as PlainDate, found: parts.now() })
		: [];
	const seq = changes.length > 0 || !before ? head.seq + 1 : head.seq;
	// A crash may have left changes of another version under this number.
	for (const { key } of seq > head.seq ? await jobs.under(`${CHANGES}${changeKey(seq, "")}`) : [])
		await jobs.delete(key);
	for (const change of changes) await jobs.set(`${CHANGES}${changeKey(seq, change.fact)}`, change);
	await jobs.set(snapshotKey(seq), now);
	const next: Head = { seq, day, versions: withVersion(head, facts.version) };
	if (!(await jobs.swap(HEAD_KEY, stored, next))) return 0;
	if (seq > head.seq) await jobs.delete(snapshotKey(head.seq));
	return changes.length;
}

/** An older replica still running, or a step back to facts announced before: no news. */
const isOlder = ({ versions }: Head, version: string): boolean =>
	versions.includes(version) && versions.at(-1) !== version;

const withVersion = ({ versions }: Head, version: string): string[] =>
	[...versions.filter((one) => one !== version), version].slice(-MAX_VERSIONS);

/** Changes that count, in order, with their keys; old ones are deleted. */
export async function changesAnnounced(
	store: Store,
	now: number,
): Promise<{ key: string; change: Change }[]> {
	const jobs = store.map("jobs");
	const head = readHead(await jobs.get(HEAD_KEY));
	if (!head) return [];
	const end = changeKey(head.seq + 1, "");
	const found: { key: string; change: Change }[] = [];
	for (const { key, value } of await jobs.under(CHANGES)) {
		const short = key.slice(CHANGES.length);
		const change = readChange(value);
		if (!change || short >= end) continue;
		if (now - change.found > CHANGE_KEPT_MS) await jobs.delete(key);
		else found.push({ key: short, change });
	}
	return found;
}
