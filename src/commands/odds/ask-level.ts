import { type Action, answer } from "../../core/answer.ts";
import { choose, type Result } from "../../core/reply.ts";
import { kebab } from "../command.ts";
import { LEVELS } from "../options.ts";

/** The level decides everything, so it is asked for, not guessed. What was given is kept. */
export function askLevel(given: Record<string, unknown>): Result {
	const rest = Object.fromEntries(
		Object.entries(given).map(([key, value]) => [kebab(key), value]),
	) as Action["input"];
	return choose(
		answer({
			title: "Which wage level is the offer?",
			lead: "The chance depends on the wage level that the offer reaches, from I (lowest) to IV. Which is it?",
			rows: [
				{
					label: "Not sure?",
					value:
						"Look up the occupation and area on the official wage search; the level is the highest figure that the offer equals or exceeds.",
				},
				{ label: "Below level I", value: "it counts as level I in the draw" },
				{ label: "Several employers", value: "the lowest level among their registrations counts" },
			],
			choices: LEVELS.map((name, i) => ({
				label: `Level ${name}`,
				note: `entered ${i + 1} ${i === 0 ? "time" : "times"}`,
				do: { command: "odds", input: { level: name, ...rest } },
			})),
			buttons: [
				{ label: "Official wage search", open: "https://flag.dol.gov/wage-data/wage-search" },
			],
		}),
	);
}
