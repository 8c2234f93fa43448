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

/** What a failure keeps from working: everything, only changes (a full disk), or just the one call (it took too long). */
export type Blocks = "all" | "changes" | "this call";

/** The store cannot be used now. Nothing was changed. The message is plain words for an operator, without secrets. */
export class StoreError extends Error {
	readonly code: "STORE_DOWN" | "STORE_DAMAGED" | "STORE_NEWER" | "STORE_IN_USE";
	readonly blocks: Blocks;
	constructor(
		code: StoreError["code"],
		message: string,
		{ blocks = "all", cause }: { blocks?: Blocks; cause?: unknown } = {},
	) {
		super(message, { cause });
		this.name = "StoreError";
		this.code = code;
		this.blocks = blocks;
	}
}

/**
 * Values by key, as JSON. Whoever reads a value checks its shape: an older version may have written it.
 * A key has 1 to 255 characters, none of them a control character; a value must be JSON, so never undefined.
 */
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
	 * is stored). True when it wrote. Atomic among all replicas. `expected` is the whole value as it was
	 * read, not what a schema left of it; the order of its fields does not matter.
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
	/**
	 * Deletes everything whose key begins with the prefix, in all maps; the number of entries. Claims under
	 * the prefix go too, uncounted. A place's prefix ends with a slash, or `T1` takes `T12` along.
	 */
	forget(prefix: string): Promise<number>;
	/** Null when it works, otherwise why not, in plain words. */
	problem(): string | null;
	/** Calling twice is harmless. */
	close(): Promise<void>;
}
