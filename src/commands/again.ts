import type { Action } from "../core/answer.ts";
import type { PlainDate } from "../core/dates.ts";
import type { Result } from "../core/reply.ts";
import { tellsPay } from "../core/wages/read-wage.ts";
import { type Command, kebab, optionSpecs } from "./command.ts";

/** What re-derives a card, or null when it is no card or would need something private. */
export function again(
	definition: Command,
	given: Record<string, unknown>,
	done: Result,
	askedFor: PlainDate | null,
): Action | null {
	if (done.outcome === "invalid") return null;
	if (done.again !== undefined) return done.again;
	const action = actionOf(definition, given, askedFor);
	// Words that nothing answered may hold a wage, wherever they were typed.
	const hasPay = Object.values(given).some((v) => typeof v === "string" && tellsPay(v));
	return done.outcome !== "answered" && hasPay ? null : action;
}

/** The command with the options given, kebab-case, and the day asked about; null with a private option. */
export function actionOf(
	definition: Command,
	given: Record<string, unknown>,
	askedFor: PlainDate | null,
): Action | null {
	if (hasPrivate(definition, given)) return null;
	const input: Action["input"] = {};
	for (const [key, value] of Object.entries(given)) {
		if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
			input[kebab(key)] = value;
		}
	}
	if (askedFor) input["as-of"] = askedFor;
	return { command: definition.name, input };
}

/** Something was given that is the asker's alone. */
export const hasPrivate = (definition: Command, given: Record<string, unknown>): boolean =>
	optionSpecs(definition).some((spec) => spec.isPrivate && spec.key in given);
