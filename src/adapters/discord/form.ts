import { say } from "../../core/say.ts";
import {
	type APIComponentInLabel,
	type APILabelComponent,
	type APIModalInteractionResponseCallbackData,
	ComponentType,
	TextInputStyle,
} from "discord.js";
import type { Action } from "../../core/answer.ts";
import { type Command, type OptionSpec, optionSpecs } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { plain } from "./escape.ts";
import { formFor, formId } from "./form-id.ts";
import { LIMITS, within } from "./limits.ts";

/** The form of a command, with what is known filled in. Undefined where it has none. */
export function formOf(
	desk: Pick<Desk, "commands" | "complete">,
	known: Action,
): APIModalInteractionResponseCallbackData | undefined {
	const command = desk.commands.find(({ name }) => name === known.command);
	const form = formFor(known.command);
	if (!command || !form) return undefined;
	const specs = optionSpecs(command);
	const components = form.asks.flatMap((name) => {
		const spec = specs.find((one) => one.name === name);
		return spec ? [labelled(spec, inputOf(desk, command, spec, known.input[name]))] : [];
	});
	within("modalComponents", components.length);
	return {
		custom_id: formId(command, known.input),
		title: plain(say(form.title), LIMITS.modalTitle.max),
		components,
	};
}

function labelled(spec: OptionSpec, component: APIComponentInLabel): APILabelComponent {
	return {
		type: ComponentType.Label,
		label: plain(say(spec.label), LIMITS.modalLabel.max),
		description: plain(say(spec.description), LIMITS.modalDescription.max),
		component,
	};
}

/** Few fixed choices: radio buttons; a short list that the desk suggests: a select; else words. */
function inputOf(
	desk: Pick<Desk, "complete">,
	command: Command,
	spec: OptionSpec,
	known: unknown,
): APIComponentInLabel {
	if (spec.choices.length > 0) return choiceInput(spec, spec.choices, known);
	const listed =
		spec.completes && !spec.takesWords ? desk.complete(command.name, spec.name, "") : [];
	const fits = listed.length > 0 && listed.length <= LIMITS.selectOptions.max;
	return fits ? choiceInput(spec, listed, known) : textInput(spec, known);
}

function choiceInput(
	spec: OptionSpec,
	choices: readonly { name: string; value: string | number }[],
	known: unknown,
): APIComponentInLabel {
	const options = choices.map(({ name, value }) => ({
		label: plain(say(name), LIMITS.selectText.max),
		value: String(value),
		...(String(value) === String(known ?? "") && { default: true }),
	}));
	const common = { custom_id: spec.name, required: false, options };
	return options.length >= 2 && options.length <= LIMITS.radioOptions.max
		? { type: ComponentType.RadioGroup, ...common }
		: {
				type: ComponentType.StringSelect,
				...common,
				min_values: 0,
				placeholder: say("Choose one"),
			};
}

/** Private words stay out: an earlier wage is typed again. */
function textInput(spec: OptionSpec, known: unknown): APIComponentInLabel {
	const max = Math.min(spec.maxLength ?? LIMITS.textInputValue.max, LIMITS.textInputValue.max);
	const value = spec.isPrivate || known === undefined ? "" : plain(String(known), max);
	return {
		type: ComponentType.TextInput,
		custom_id: spec.name,
		style: TextInputStyle.Short,
		required: false,
		max_length: max,
		placeholder: plain(say(spec.hint), LIMITS.textInputPlaceholder.max),
		...(value && { value }),
	};
}
