import { say } from "../core/say.ts";
import { answer } from "../core/answer.ts";
import { answered } from "../core/reply.ts";
import { z } from "zod";
import { command, optionSpecs } from "./command.ts";
import { fold, option } from "./options.ts";

const commandName = option(z.string().trim().min(1).max(40).describe("One command, such as fee"), {
	label: say("Command"),
	bare: true,
	read: (words) => fold(words).replace(/^\//, "") || undefined,
	hint: "Type the name of a command, such as fee, or leave it out.",
	completes: true,
});

export const help = command({
	name: "help",
	summary: "What H-1B Desk can do",
	examples: ["/help", "/help fee"],
	options: z.object({ command: commandName.optional() }),
	complete: (core, option_, typed) =>
		option_ === "command"
			? core.commands
					.filter((c) => c.name.includes(fold(typed)))
					.map((c) => ({ name: c.name, value: c.name }))
			: [],
	run(core, input) {
		const one = core.commands.find((c) => c.name === input.command);
		if (one) {
			return answered(
				answer({
					title: `/${one.name}`,
					lead: say("{summary}.", { summary: say(one.summary) }),
					rows: [
						...optionSpecs(one).map((spec) => ({
							label: spec.name,
							value: say(spec.description),
							...(spec.choices.length > 0 && { note: spec.choices.map((c) => c.value).join(", ") }),
						})),
						...one.examples.map((example) => ({ label: say("Try"), value: example })),
					],
				}),
			);
		}
		return answered(
			answer({
				title: say("What H-1B Desk can do"),
				lead: say(
					"Ask about H-1B policy in plain words, or use a command; every answer has its date, its legal status and its sources.",
				),
				rows: [
					...core.commands.map((c) => ({
						label: `/${c.name}`,
						value: say(c.summary),
						note: say("try {examples}", { examples: c.examples[0] }),
					})),
					{
						label: "language:",
						value: say(
							"Add language:es to a line for Spanish, language:hi for Hindi, language:te for Telugu or language:zh-CN for Simplified Chinese.",
						),
					},
				],
				buttons: [
					{ label: say("Policy board"), do: { command: "policy", input: {} } },
					{ label: say("My odds"), do: { command: "odds", input: {} } },
					{ label: say("Fees"), do: { command: "fee", input: {} } },
				],
			}),
		);
	},
});
