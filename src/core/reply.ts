import type { Action, Answer } from "./answer.ts";

/**
 * `answered`: also when the answer is that a figure was never published.
 * `choices`: several things fit, or one is missing and can be picked.
 * `not-covered`: nothing fits; the card says where to look.
 * `declined`: asks for deceit, or for a personal decision or prediction; the card says who can help.
 * `invalid`: a command with wrong options; the card says what to type.
 */
export type Outcome = "answered" | "choices" | "not-covered" | "declined" | "invalid";

/** What a command gives back. */
export interface Result {
	outcome: Outcome;
	answer: Answer;
	/** The numbers of the answer, unrounded, keyed by name; probabilities are fractions. */
	values: Record<string, unknown>;
	/** Another command answered (free text that is really about odds). */
	answeredBy?: { command: string; input: Record<string, unknown> };
	/** What re-derives this card, when it is not simply the command with its input; null: nothing may. */
	again?: Action | null;
	/** Made from pay that somebody typed: the asker's alone, wherever cards are public. */
	isPrivate?: boolean;
}

/** One answer, ready to draw. Every adapter gets this and nothing else. */
export interface Reply {
	outcome: Outcome;
	/** The command that answered. */
	command: string;
	/** Its parsed input, camelCase. Never shown with a wage in it outside the asker's own screen. */
	input: Record<string, unknown>;
	answer: Answer;
	values: Record<string, unknown>;
	/** Made from pay that somebody typed: the asker's alone, wherever cards are public. */
	isPrivate?: boolean;
	/** Can't be shared where it was asked for. */
	noShare?: boolean;
	/** Re-derives the same card (Share, restart). Null when that would need something private. */
	again: Action | null;
}

const result =
	(outcome: Outcome) =>
	(answer: Answer, values: Record<string, unknown> = {}): Result => ({ outcome, answer, values });

export const answered = result("answered");
export const choose = result("choices");
export const notCovered = result("not-covered");
export const declined = result("declined");
export const invalid = result("invalid");
