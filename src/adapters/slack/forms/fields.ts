import { message } from "../../../core/say.ts";
import { type OptionSpec, optionSpecs } from "../../../commands/command.ts";
import type { Desk } from "../../../commands/desk.ts";

/** The commands that have a form, and which of their options it asks for, in this order. */
export const FORMS = {
	odds: {
		title: message("Odds of selection"),
		submit: message("Show the odds"),
		intro: message(
			"Choose the wage level of the offer. If you don't know it, fill in the pay, the occupation and the area instead. Your pay is used for this one answer and not kept.",
		),
		fields: ["level", "wage", "occupation", "area", "degree", "attempts"],
	},
	level: {
		title: message("Wage level of an offer"),
		submit: message("Show the level"),
		intro: message("Your pay is used for this one answer and not kept."),
		fields: ["wage", "occupation", "area", "employer"],
	},
	portfolio: {
		title: message("Odds for an employer"),
		submit: message("Show the portfolio"),
		intro: message(
			"All candidates of one employer for the coming season, by wage level and degree.",
		),
		fields: ["candidates", "employees", "nonprofit"],
	},
	fee: {
		title: message("Government fees"),
		submit: message("Show the fees"),
		intro: message("The fees of one petition, and who must pay which."),
		fields: [
			"employees",
			"filing",
			"nonprofit",
			"acwia-exempt",
			"premium",
			"fifty-fifty",
			"abroad",
			"cap-exempt",
		],
	},
	ask: {
		title: message("Ask H-1B Desk"),
		submit: message("Ask"),
		intro: message("A question in plain words, or a command such as: odds 2 masters"),
		fields: ["question"],
	},
	policy: {
		title: message("Policy topic"),
		submit: message("Show the topic"),
		intro: message("One rule, fee, order or bill: its status today, and its history."),
		fields: ["topic"],
	},
} as const satisfies Record<
	string,
	{ title: string; submit: string; intro: string; fields: readonly string[] }
>;

export type FormName = keyof typeof FORMS;

export const isForm = (name: string): name is FormName => Object.hasOwn(FORMS, name);

/** Yes-or-no options stand together in one field of boxes. */
export const BOXES = "boxes";

export interface FormFields {
	/** Everything but the boxes. */
	single: OptionSpec[];
	boxes: OptionSpec[];
}

export function fieldsOf(desk: Pick<Desk, "commands">, name: FormName): FormFields {
	const command = desk.commands.find((c) => c.name === name);
	const specs = command ? optionSpecs(command) : [];
	const wanted = FORMS[name].fields.flatMap((key) => specs.filter((spec) => spec.name === key));
	return {
		single: wanted.filter(({ type }) => type !== "boolean"),
		boxes: wanted.filter(({ type }) => type === "boolean"),
	};
}
