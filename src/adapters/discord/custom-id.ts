import { decodeAction, encodeAction } from "../../core/action-id.ts";
import type { Action } from "../../core/answer.ts";
import { LIMITS } from "./limits.ts";

/** What pressing a control means. All of it is in the id, so that it still works after a restart. */
export type Press =
	| { kind: "do"; action: Action }
	| { kind: "share"; action: Action }
	/** Shares the card as it is drawn, where no id can make it again. */
	| { kind: "copy"; action: Action }
	| { kind: "more"; page: number; action: Action };

/** The first part of the id of a select; its options carry actions. */
export const PICK = "pick:";

/** The id of a button, or undefined when it does not fit. */
export function encodePress(press: Press): string | undefined {
	const prefix = press.kind === "more" ? `more:${press.page}:` : `${press.kind}:`;
	const id = encodeAction(press.action, LIMITS.customId.max - prefix.length);
	return id === undefined ? undefined : prefix + id;
}

/** Reads an id back; undefined when it is none of ours. */
export function decodePress(id: string): Press | undefined {
	const match = /^(do|share|copy|more:(\d{1,3})):(.*)$/s.exec(id);
	const action = match?.[3] === undefined ? undefined : decodeAction(match[3]);
	if (!match || !action) return undefined;
	if (match[2] !== undefined) return { kind: "more", page: Number(match[2]), action };
	return { kind: match[1] as "do" | "share" | "copy", action };
}
