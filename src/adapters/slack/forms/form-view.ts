import { say } from "../../../core/say.ts";
import type { types } from "@slack/bolt";
import type { OptionSpec } from "../../../commands/command.ts";
import type { Desk } from "../../../commands/desk.ts";
import { LIMITS } from "../limits.ts";
import { PICKED } from "../pick.ts";
import { plainText, short } from "../text.ts";
import { BOXES, FORMS, type FormName, fieldsOf } from "./fields.ts";

/** What a form or a card in a window remembers: where it was opened. Never what somebody typed. */
export interface Opened {
	channel?: string | undefined;
	/** Posts in that channel without a token, for 30 minutes. */
	url?: string | undefined;
}

export function encodeOpened({ channel, url }: Opened): string {
	const text = JSON.stringify({ ...(channel && { channel }), ...(url && { url }) });
	return text.length <= LIMITS.viewMetadata.max ? text : "{}";
}

/** Reads it back; anything else than ours is nothing. */
export function decodeOpened(text: string | undefined): Opened {
	try {
		const { channel, url } = JSON.parse(text || "{}") as Record<string, unknown>;
		return {
			...(typeof channel === "string" && { channel }),
			...(typeof url === "string" && { url }),
		};
	} catch {
		return {};
	}
}

/** The window with the form of a command; each option's own words are its labels and hints. */
export function formView(
	desk: Pick<Desk, "commands">,
	name: FormName,
	opened: Opened,
): types.ModalView {
	const { single, boxes } = fieldsOf(desk, name);
	const { title, submit, intro } = FORMS[name];
	return {
		type: "modal",
		callback_id: `form:${name}`,
		private_metadata: encodeOpened(opened),
		title: plainText(short(say(title), LIMITS.viewTitle.max)),
		submit: plainText(short(say(submit), LIMITS.viewTitle.max)),
		close: plainText(say("Cancel")),
		blocks: [
			{ type: "section", text: plainText(say(intro)) },
			...single.map((spec, i) => input(name, spec, i === 0)),
			...(boxes.length > 0 ? [boxesInput(boxes)] : []),
		] as types.AnyBlock[],
	};
}

function input(form: FormName, spec: OptionSpec, isFirst: boolean) {
	const field = element(spec);
	return {
		type: "input",
		block_id: spec.name,
		label: plainText(say(spec.label)),
		// The hint says what to type, and a list is not typed into.
		hint: plainText(say(field.type === "static_select" ? spec.description : spec.hint)),
		optional: isOptional(form, spec),
		element: { ...field, ...(isFirst && { focus_on_load: true }) },
	};
}

/** Options without which the command can only ask back are required; of the odds either the level or the offer. */
function isOptional(form: FormName, spec: OptionSpec): boolean {
	if (form === "odds") return true;
	if (form === "level") return spec.name === "employer" || spec.name === "wage";
	return !(spec.required || spec.asksWhenMissing || form === "policy");
}

function element(spec: OptionSpec) {
	const action_id = spec.name;
	if (PICKED.test(action_id)) {
		return {
			type: "external_select",
			action_id,
			min_query_length: 2,
			placeholder: plainText(say("Type to search")),
		};
	}
	if (spec.choices.length > 0) {
		return {
			type: "static_select",
			action_id,
			placeholder: plainText(say("Choose")),
			options: spec.choices.map(({ name, value }) => option(say(name), value)),
		};
	}
	if (spec.type === "integer" && spec.minimum !== undefined && (spec.maximum ?? 99) <= 10) {
		const numbers = Array.from(
			{ length: (spec.maximum ?? 0) - spec.minimum + 1 },
			(_, i) => `${i + (spec.minimum ?? 0)}`,
		);
		return {
			type: "static_select",
			action_id,
			placeholder: plainText(say("Choose")),
			options: numbers.map((number) => option(number, number)),
		};
	}
	const max = Math.min(spec.maxLength ?? LIMITS.inputText.max, LIMITS.inputText.max);
	return {
		type: "plain_text_input",
		action_id,
		max_length: max,
		...(max > 200 && { multiline: true }),
		placeholder: plainText(short(say(spec.description), LIMITS.placeholder.max)),
	};
}

const option = (label: string, value: string) => ({
	text: plainText(short(label, LIMITS.optionText.max)),
	value,
});

function boxesInput(boxes: OptionSpec[]) {
	return {
		type: "input",
		block_id: BOXES,
		label: plainText(say("What applies")),
		optional: true,
		element: {
			type: "checkboxes",
			action_id: BOXES,
			options: boxes.slice(0, LIMITS.checkboxes.max).map((spec) => ({
				...option(say(spec.label), spec.name),
				description: plainText(short(say(spec.description), LIMITS.optionText.max)),
			})),
		},
	};
}
