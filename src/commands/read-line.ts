import type { Command } from "./command.ts";
import { type LineProblem, type ParsedLine, readNamed } from "./grammar.ts";

/** A command with what was given to it. */
export interface Given {
	definition: Command;
	given: Record<string, unknown>;
	problems: readonly LineProblem[];
}

/** A line or named options as a command. */
export interface Reader {
	/** Options that came by name; undefined: no such command. */
	named(command: string, options: Record<string, unknown>): Given | undefined;
	/** A line as typed: `/odds 2 masters`, `/h1b cap`, or a question. */
	line(line: string): Given | { unknown: string };
}

/** `parse` reads the words after a command's name. */
export function createReader(
	commands: readonly Command[],
	parse: (definition: Command, words: string) => ParsedLine,
): Reader {
	const byName = new Map(commands.map((command) => [command.name, command]));

	function inWords(name: string, words: string): Given | { unknown: string } {
		const definition = byName.get(name);
		return definition ? { definition, ...parse(definition, words) } : { unknown: name };
	}

	/** `/h1b <anything>`: a command by its name, otherwise a question; nothing at all is help. */
	function anything(rest: string): Given | { unknown: string } {
		if (rest.trim() === "") return inWords("help", "");
		const word = /^\/?(\S+)\s*([\s\S]*)$/.exec(rest.trim());
		const asked = inWords((word?.[1] ?? "").toLowerCase(), word?.[2] ?? "");
		if ("unknown" in asked) return inWords("ask", rest);
		const loose = asked.problems.some((problem) => problem.kind === "unknown-word");
		return loose && rest.trim().split(/\s+/).length > 3 ? inWords("ask", rest) : asked;
	}

	return {
		named(name, options) {
			const definition = byName.get(name);
			return definition && { definition, given: readNamed(definition, options), problems: [] };
		},
		line(line) {
			const text = line.trim();
			const slash = /^\/([^\s/]+)\s*([\s\S]*)$/.exec(text);
			if (!slash) return inWords("ask", text);
			const name = (slash[1] ?? "").toLowerCase();
			const rest = slash[2] ?? "";
			return name === "h1b" ? anything(rest) : inWords(name, rest);
		},
	};
}
