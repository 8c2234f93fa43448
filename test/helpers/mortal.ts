import type { Post } from "../../src/core/post.ts";
import type { Lease, Store, StoredMap } from "../../src/store/store.ts";

/** A process that dies at a step: before its effect, or after it and before anybody heard of it. */
export interface Mortal {
	store: Store;
	post: Post;
	/** Resolves at the death. */
	dead: Promise<void>;
	steps(): number;
	/** Frees what a dead process held, as a closed connection does. */
	bury(): Promise<void>;
}

export function mortal(
	store: Store,
	post: Post,
	death: { at: number; after: boolean } | null,
): Mortal {
	let steps = 0;
	let isDead = false;
	let die = (): void => {};
	const dead = new Promise<void>((resolve) => {
		die = resolve;
	});
	const never = new Promise<never>(() => {});
	const leases: Lease[] = [];

	async function step<T>(effect: () => Promise<T>): Promise<T> {
		if (isDead) return never;
		const isLast = ++steps === death?.at;
		if (isLast && !death?.after) {
			isDead = true;
			die();
			return never;
		}
		const result = await effect();
		if (isDead) return never;
		if (isLast) {
			isDead = true;
			die();
			return never;
		}
		return result;
	}
	const wrap = (map: StoredMap): StoredMap => ({
		get: (key) => step(() => map.get(key)),
		set: (key, value, ttlMs) => step(() => map.set(key, value, ttlMs)),
		delete: (key) => step(() => map.delete(key)),
		under: (prefix) => step(() => map.under(prefix)),
		swap: (key, expected, next) => step(() => map.swap(key, expected, next)),
	});
	return {
		store: {
			...store,
			map: (name) => wrap(store.map(name)),
			lead: (job) =>
				step(async () => {
					const lease = await store.lead(job);
					if (lease) leases.push(lease);
					return lease;
				}),
		},
		post: (message) => step(() => post(message)),
		dead,
		steps: () => steps,
		async bury() {
			for (const lease of leases) await lease.release();
		},
	};
}
