import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { message, say, speak } from "../../core/say.ts";
import { type Command, type OptionSpec, optionSpecs } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";

import type { Pages } from "./send.ts";

/** What the whole line becomes when it is taken, and how it is shown. */
export interface LineSuggestion {
	line: string;
	label: string;
	note?: string;
}

const MOST = 8;
const bodySchema = z.object({ text: z.string().max(2_000) });

/** `POST /complete`: suggestions for a line as it is typed. In the body, since a line may hold pay. */
export function registerCompletion(app: FastifyInstance, pages: Pages, desk: Desk): void {
	app.post("/complete", async (request, reply) => {
		const body = bodySchema.safeParse(request.body);
		if (!body.success) return reply.code(400).send({ error: 'send {"text": "/od"}' });
		const { language } = pages.reading(request);
		return { suggestions: speak(language, () => completeLine(desk, body.data.text)).done };
	});
}

/** Commands, then their options, then the values of an option; titles of topics for a question. */
function completeLine(desk: Desk, text: string): LineSuggestion[] {
	const line = text.trimStart();
	const name = /^\/(\S*)$/.exec(line)?.[1];
	if (name !== undefined) return commandNames(desk, name.toLowerCase());
	const found = /^\/(\S+)\s([\s\S]*)$/.exec(line);
	if (!found) return topics(desk, line);
	const command = desk.commands.find((one) => one.name === found[1]?.toLowerCase());
	return command ? options(desk, command, line, found[2] ?? "").slice(0, MOST) : [];
}

function commandNames(desk: Desk, typed: string): LineSuggestion[] {
	return desk.commands
		.filter((command) => command.name.startsWith(typed))
		.slice(0, 20)
		.map(({ name, summary }) => ({ line: `/${name} `, label: `/${name}`, note: say(summary) }));
}

function options(desk: Desk, command: Command, line: string, rest: string): LineSuggestion[] {
	const specs = optionSpecs(command);
	const pair = /(?:^|\s)([a-z-]+):(\S*)$/i.exec(rest);
	const named = pair && specs.find((spec) => spec.name === pair[1]?.toLowerCase());
	if (named) return values(desk, command, named, line, pair[2] ?? "");
	const typed = /\S*$/.exec(rest)?.[0] ?? "";
	const before = line.slice(0, line.length - typed.length);
	const whole = specs.find((spec) => spec.key === command.takesRest);
	const byWords = whole?.completes
		? desk.complete(command.name, whole.name, rest).map(({ name, value }) => ({
				line: `/${command.name} ${value}`,
				label: name,
			}))
		: [];
	const isFree = (spec: OptionSpec) => !new RegExp(`(^|\\s)${spec.name}:`, "i").test(rest);
	const names = specs
		.filter((spec) => spec !== whole && isFree(spec) && spec.name.startsWith(typed.toLowerCase()))
		.map((spec) => ({
			line: `${before}${spec.name}:`,
			label: `${spec.name}:`,
			note: say(spec.description),
		}));
	const bare = specs
		.filter((spec) => spec !== whole && spec.bare && isFree(spec) && typed !== "")
		.flatMap((spec) => values(desk, command, spec, line, typed));
	return typed === "" && whole ? [...names, ...byWords] : [...byWords, ...bare, ...names];
}

function values(
	desk: Desk,
	command: Command,
	spec: OptionSpec,
	line: string,
	typed: string,
): LineSuggestion[] {
	const before = line.slice(0, line.length - typed.length);
	const folded = typed.toLowerCase();
	const known = spec.completes
		? desk.complete(command.name, spec.name, typed).map(({ name, value }) => ({
				name,
				value: String(value),
			}))
		: (spec.type === "boolean" ? YES_NO : spec.choices).filter(
				({ name, value }) =>
					value.toLowerCase().startsWith(folded) || say(name).toLowerCase().includes(folded),
			);
	return known.map(({ name, value }) => ({
		line: `${before}${/\s/.test(value) ? `"${value}"` : value} `,
		label: say(name),
	}));
}

const YES_NO = [
	{ name: message("yes"), value: "true" },
	{ name: message("no"), value: "false" },
];

function topics(desk: Desk, typed: string): LineSuggestion[] {
	if (typed.trim().length < 3) return [];
	return desk
		.complete("policy", "topic", typed)
		.slice(0, MOST)
		.map(({ name, value }) => ({ line: `/policy ${value}`, label: say(name), note: say("topic") }));
}
