import type { Action } from "./answer.ts";

/**
 * Writes an action into the id of a button: `odds?level=II&as-of=2026-07-01`.
 * Undefined when it does not fit: Discord gives a custom id 100 characters in all, its prefix included.
 */
export function encodeAction(action: Action, max: number): string | undefined {
	const query = new URLSearchParams(
		Object.entries(action.input).map(([key, value]): [string, string] => [key, String(value)]),
	).toString();
	const id = query ? `${action.command}?${query}` : action.command;
	return id.length <= max ? id : undefined;
}

/** Reads an action back; values come back as text, which every option reads. Undefined when it is not one. */
export function decodeAction(id: string): Action | undefined {
	const match = /^([a-z][a-z-]*)(?:\?(.*))?$/s.exec(id);
	if (!match?.[1]) return undefined;
	return { command: match[1], input: Object.fromEntries(new URLSearchParams(match[2] ?? "")) };
}
