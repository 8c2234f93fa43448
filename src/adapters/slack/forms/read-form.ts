import { message, say } from "../../../core/say.ts";
import type { OptionSpec } from "../../../commands/command.ts";
import type { Desk } from "../../../commands/desk.ts";
import type { Reply } from "../../../core/reply.ts";
import { decodeText } from "../escape.ts";
import { BOXES, type FormName, fieldsOf } from "./fields.ts";

/** What Slack sends of one field. */
interface FieldState {
	value?: string | null;
	selected_option?: { value?: string } | null;
	selected_options?: { value?: string }[] | null;
}

/** Fields by block, then by action. */
export type FormState = Record<string, Record<string, FieldState>>;

export type FormInput = Record<string, string | boolean>;

/** The options that somebody filled in, by their names as typed commands have them. */
export function readForm(
	desk: Pick<Desk, "commands">,
	name: FormName,
	state: FormState,
): FormInput {
	const { single, boxes } = fieldsOf(desk, name);
	const input: FormInput = {};
	for (const spec of single) {
		const field = state[spec.name]?.[spec.name];
		const text = field?.selected_option?.value ?? field?.value ?? "";
		if (text.trim() !== "") input[spec.name] = decodeText(text).trim();
	}
	const ticked = (state[BOXES]?.[BOXES]?.selected_options ?? []).map(({ value }) => value);
	for (const spec of boxes) if (ticked.includes(spec.name)) input[spec.name] = true;
	return input;
}

const OFFER = {
	wage: message("Fill in the pay too, or choose a wage level above."),
	occupation: message("Fill in the occupation too, or choose a wage level above."),
	area: message("Fill in the area too, or choose a wage level above."),
} as const;

/** What is missing of a form whose fields depend on each other; by field, what to do. */
export function missingIn(name: FormName, input: FormInput): Record<string, string> {
	if (name !== "odds" || input.level) return {};
	const [given, missing] = split(
		Object.keys(OFFER) as (keyof typeof OFFER)[],
		(key) => key in input,
	);
	if (given.length === 0)
		return {
			level: say(
				"Choose the level of the offer, or fill in the pay, the occupation and the area below.",
			),
		};
	return Object.fromEntries(missing.map((key) => [key, say(OFFER[key])]));
}

function split<T>(all: readonly T[], fits: (one: T) => boolean): [T[], T[]] {
	return [all.filter(fits), all.filter((one) => !fits(one))];
}

/** The field that a refused form is about: the first one filled in that does not read as what it is. */
export function fieldOf(
	desk: Pick<Desk, "commands">,
	name: FormName,
	input: FormInput,
	reply: Reply,
): string {
	const { single } = fieldsOf(desk, name);
	const filled = single.filter((spec) => spec.name in input);
	const about = (spec: OptionSpec) =>
		reply.answer.title.toLowerCase().includes(say(spec.label).toLowerCase());
	const unreadable = (spec: OptionSpec) => spec.read(String(input[spec.name])) === undefined;
	const found =
		filled.find(about) ?? filled.find(unreadable) ?? filled.find(isTyped) ?? filled[0] ?? single[0];
	return found?.name ?? BOXES;
}

const isTyped = (spec: OptionSpec): boolean => spec.type === "string" && spec.choices.length === 0;
