import type { Reply } from "../core/reply.ts";

/**
 * Replies that were asked for lately, so that the same question costs its computing once. Only for commands
 * that answer from the facts alone, and for options of a closed choice: nothing that somebody put in words.
 */
export interface Recent {
	get(key: string, make: () => Reply): Reply;
}

const MOST = 500;

export function createRecent(most = MOST): Recent {
	const kept = new Map<string, Reply>();
	return {
		get(key, make) {
			const found = kept.get(key) ?? make();
			// The one used last stands last.
			kept.delete(key);
			kept.set(key, found);
			const oldest = kept.keys().next().value;
			if (kept.size > most && oldest !== undefined) kept.delete(oldest);
			return found;
		},
	};
}
