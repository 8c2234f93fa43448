import { say } from "../core/say.ts";
import type { z } from "zod";
import { answer } from "../core/answer.ts";
import { invalid, type Result } from "../core/reply.ts";
import { type Command, optionSpecs } from "./command.ts";
import type { LineProblem } from "./grammar.ts";

/** A user's own words, safe to repeat: one line, no control or direction characters, cut short. */
export function quoted(text: string, max = 60): string {
	const clean = text
		.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, " ")
		.replace(/\s+/g, " ")
		.trim();
	const letters = [...clean];
	return letters.length > max ? `${letters.slice(0, max - 1).join("")}…` : clean;
}

/** Turns wrong options into what to type. Every problem gets a row; nothing typed is lost. */
export function mistake(
	definition: Command,
	issues: readonly z.core.$ZodIssue[],
	problems: readonly LineProblem[],
): Result {
	const specs = optionSpecs(definition);
	const rows = problems.map((problem) => describe(problem, definition));
	const seen = new Set<string>();
	for (const issue of issues) {
		const spec = specs.find((s) => s.key === issue.path[0]);
		if (!spec || seen.has(spec.key)) continue;
		seen.add(spec.key);
		rows.push({ label: say(spec.label), value: say(spec.hint) });
	}
	const first = rows[0];
	const lead =
		rows.length === 1 && first
			? `${first.label}: ${first.value}`
			: say("{count} things in this /{name} need another look.", {
					count: rows.length,
					name: definition.name,
				});
	return invalid(
		answer({
			title: say("/{name}: what to type", { name: definition.name }),
			lead,
			rows: [
				...(rows.length > 1 ? rows : []),
				{
					label: say("Try"),
					value: definition.examples.join(say("   or   ")),
				},
			],
		}),
	);
}

function describe(problem: LineProblem, definition: Command): { label: string; value: string } {
	const names = optionSpecs(definition).map((spec) => spec.name);
	switch (problem.kind) {
		case "unknown-word":
			return {
				label: say("Not understood"),
				value: say('"{word}". /{name} takes: {join}.', {
					word: quoted(problem.word),
					name: definition.name,
					join: names.join(", "),
				}),
			};
		case "unknown-option":
			return {
				label: say("No such option"),
				value: say('"{word}". /{name} takes: {join}.', {
					word: quoted(problem.word),
					name: definition.name,
					join: names.join(", "),
				}),
			};
		case "twice":
			return {
				label: say("Given twice"),
				value: say("{option}. Give it once.", { option: problem.option }),
			};
		case "ambiguous":
			return {
				label: say("Could mean two things"),
				value: say('"{word}". Write {join}.', {
					word: quoted(problem.word),
					join: problem.options.map((o) => `${o}:${quoted(problem.word)}`).join(say(" or ")),
				}),
			};
	}
}
