/** What is kept, by kind. Keys begin with the place they belong to: `discord/123/...`. */
export const MAPS = [
	/** An admin's choices, by place. */
	"settings",
	/** A channel's watches, by place and channel. */
	"watches",
	/** What has been sent to a channel of which change, by place and channel. */
	"deliveries",
	/** A workspace's sealed tokens, by place. */
	"installations",
	/** What the jobs know: versions of facts seen, documents of sources. */
	"jobs",
] as const;
export type MapName = (typeof MAPS)[number];

/** The store cannot be used now. Nothing was changed. */
export class StoreError extends Error {
	readonly code: "STORE_DOWN" | "STORE_DAMAGED" | "STORE_NEWER";
	constructor(code: StoreError["code"], message: string, cause?: unknown) {
		super(message, { cause });
		this.name = "StoreError";
		this.code = code;
	}
}

/** Values by key, as JSON. Whoever reads a value checks its shape: an older version may have written it. */
export interface StoredMap {
	get(key: string): Promise<unknown>;
	/** `ttlMs`: gone after that, really deleted some time later. */
	set(key: string, value: unknown, ttlMs?: number): Promise<void>;
	/** True when there was something. */
	delete(key: string): Promise<boolean>;
	/** In key order. */
	under(prefix: string): Promise<{ key: string; value: unknown }[]>;
	/**
	 * Writes `next` (undefined: deletes) only while the value still equals `expected` (undefined: nothing
	 * is stored). True when it wrote. Atomic among all replicas.
	 */
	swap(key: string, expected: unknown, next: unknown): Promise<boolean>;
}

/** Held by one process among all replicas until released or until the process dies. */
export interface Lease {
	/** False once the connection that holds it is gone: stop at once. */
	isHeld(): boolean;
	release(): Promise<void>;
}

/** The one door to everything kept. Every method but `problem` throws StoreError when the store is down. */
export interface Store {
	map(name: MapName): StoredMap;
	/** True for the first caller with this key until `ttlMs` is over. Atomic among all replicas. */
	claim(key: string, ttlMs: number): Promise<boolean>;
	/** Null while another process leads. */
	lead(job: string): Promise<Lease | null>;
	/** Deletes everything whose key begins with the prefix, in all maps; the number of entries. */
	forget(prefix: string): Promise<number>;
	/** Null when it works, otherwise why not, in plain words. */
	problem(): string | null;
	close(): Promise<void>;
}
