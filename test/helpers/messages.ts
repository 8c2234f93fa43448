import { readdirSync, readFileSync } from "node:fs";
import { FIXED_WORDS } from "../../src/core/card-words.ts";
import { optionSpecs } from "../../src/commands/command.ts";
import { commands } from "../../src/commands/index.ts";
import { facts } from "./desk.ts";

/** Literals that `say`, `sayHtml` and `message` get in the sources. */
function literals(): string[] {
	return readdirSync("src", { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".ts"))
		.flatMap((name) => {
			const source = readFileSync(`src/${name}`, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
			return [
				...source.matchAll(/\b(?:say|sayHtml|message)\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g),
			];
		})
		.map(([, literal = ""]) => unquote(literal));
}

const unquote = (literal: string): string => literal.slice(1, -1).replace(/\\(["'\\])/g, "$1");

/** What commands tell of themselves: summaries, options, names of choices, what to type. */
export function definitionMessages(): string[] {
	return commands.flatMap((command) => [
		command.summary,
		...optionSpecs(command).flatMap((spec) => [
			spec.label,
			spec.description,
			spec.hint,
			...spec.choices.map((choice) => choice.name).filter((name) => /[a-z]{2}/.test(name)),
		]),
	]);
}

/** Words of the facts that every language says: topics, stances, what a count counts. */
function factMessages(): string[] {
	const stances = facts.all
		.filter((fact) => fact.kind === "position")
		.flatMap((fact) => fact.values.map((value) => value.value))
		.filter((value) => typeof value === "string");
	const bases = facts.all
		.filter((fact) => /^uscis\/top-employers-fy/.test(fact.id))
		.flatMap((fact) => fact.values.map((value) => value.figures?.basis))
		.filter((basis) => typeof basis === "string");
	return [...facts.topics.map((topic) => topic.title), ...stances, ...bases];
}

/** Every English message, each once, in a steady order. */
export function englishMessages(): string[] {
	return [...new Set([...FIXED_WORDS, ...literals(), ...definitionMessages(), ...factMessages()])];
}
