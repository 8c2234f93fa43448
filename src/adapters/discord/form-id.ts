import { message } from "../../core/say.ts";
import { decodeAction, encodeAction } from "../../core/action-id.ts";
import type { Action } from "../../core/answer.ts";
import { tellsPay } from "../../core/wages/read-wage.ts";
import { type Command, type OptionSpec, optionSpecs } from "../../commands/command.ts";
import { LIMITS } from "./limits.ts";

/** The first part of the id of a form, and of the button that opens it. */
const FORM = "form:";

/** Commands that a form fills in, with what it asks. At most five, the number that Discord shows. */
const FORMS: Readonly<Record<string, { title: string; asks: readonly string[] }>> = {
	odds: {
		title: message("Your chance of selection"),
		asks: ["level", "degree", "wage", "occupation", "area"],
	},
	level: {
		title: message("The wage level of an offer"),
		asks: ["wage", "occupation", "area", "wage-year", "employer"],
	},
};

export const formFor = (command: string) => FORMS[command];

/**
 * The id that opens a form with what is known already filled in: never something private, nor words
 * that tell pay wherever they were typed. What does not fit is left out, the longest first.
 */
export function formId(command: Command, known: Record<string, unknown>): string {
	let kept = Object.entries(keepable(command, known)).sort(
		([, a], [, b]) => String(a).length - String(b).length,
	);
	for (;;) {
		const action: Action = { command: command.name, input: Object.fromEntries(kept) };
		const id = encodeAction(action, LIMITS.customId.max - FORM.length);
		if (id !== undefined) return FORM + id;
		kept = kept.slice(0, -1);
	}
}

/** Reads the id of a form or of its button; undefined when it is none. */
export function decodeForm(id: string): Action | undefined {
	const action = id.startsWith(FORM) ? decodeAction(id.slice(FORM.length)) : undefined;
	return action && formFor(action.command) ? action : undefined;
}

function keepable(command: Command, known: Record<string, unknown>): Action["input"] {
	const found: Action["input"] = {};
	for (const spec of optionSpecs(command)) {
		const value = known[spec.name];
		if (typeof value === "number" || typeof value === "boolean") {
			if (!spec.isPrivate) found[spec.name] = value;
		} else if (typeof value === "string" && mayStay(spec, value)) found[spec.name] = value;
	}
	return found;
}

/** What an option reads, or words without pay in them: pay is typed into wrong fields too. */
function mayStay(spec: OptionSpec, value: string): boolean {
	if (spec.isPrivate || value === "") return false;
	if (spec.choices.length > 0) return spec.choices.some((choice) => choice.value === value);
	return spec.takesWords ? !tellsPay(value) : spec.read(value) !== undefined;
}
