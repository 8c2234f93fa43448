import type { Action } from "../../core/answer.ts";
import { say } from "../../core/say.ts";
import type { Person } from "../../core/odds/person.ts";
import { type Degree, LEVELS, type Level } from "../options.ts";

/** What a card of odds was asked for. */
export interface Asked {
	level: Level;
	degree: Degree;
	fiscalYear?: number | undefined;
	attempts: number;
	seed: number;
	/** A pool of the asker's own. */
	pool?: "custom" | undefined;
}

export const personOf = (asked: Asked): Person => ({
	level: LEVELS.indexOf(asked.level),
	hasAdvancedDegree: asked.degree === "us-masters",
});

/** `Level II, US master's` */
export const whoWords = (asked: Asked): string =>
	asked.degree === "us-masters"
		? say("Level {level}, US master's", { level: asked.level })
		: say("Level {level}, no US master's", { level: asked.level });

/** The options of a follow-up card on the same person. */
export function sameInput(asked: Asked, change: Action["input"] = {}): Action["input"] {
	return {
		level: asked.level,
		degree: asked.degree,
		...(asked.fiscalYear && { "fiscal-year": asked.fiscalYear }),
		...(asked.attempts > 1 && { attempts: asked.attempts }),
		...change,
	};
}
