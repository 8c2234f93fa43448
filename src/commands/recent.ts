import type { Reply } from "../core/reply.ts";
import { optionSpecs } from "./command.ts";
import type { Given } from "./read-line.ts";
import type { Asked } from "./in-language.ts";

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

/** What a steady command's reply depends on; undefined when that is more, or holds somebody's words. */
export function steadyKey(
	{ definition, given, problems }: Given,
	spoken: Asked,
	/** What else decides: days, and what is known to be unreviewed. */
	rest: readonly (string | number)[],
): string | undefined {
	if (!definition.isSteady || problems.length > 0) return undefined;
	const isClosed = optionSpecs(definition).every(({ key, choices }) => {
		const value = given[key];
		return typeof value !== "string" || choices.some((choice) => choice.value === value);
	});
	const language = [spoken.language?.tag, spoken.typed];
	return isClosed ? JSON.stringify([definition.name, given, language, ...rest]) : undefined;
}
