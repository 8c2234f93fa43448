import { say } from "../../core/say.ts";
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
			title: say("Which wage level is the offer?"),
			lead: say(
				"The chance depends on the wage level that the offer reaches, from I (lowest) to IV. Which is it?",
			),
			rows: [
				{
					label: say("Not sure?"),
					value: say(
						"Look up the occupation and area on the official wage search; the level is the highest figure that the offer equals or exceeds.",
					),
				},
				{ label: say("Below level I"), value: say("it counts as level I in the draw") },
				{
					label: say("Several employers"),
					value: say("the lowest level among their registrations counts"),
				},
			],
			choices: LEVELS.map((name, i) => ({
				label: say("Level {level}", { level: name }),
				note: i === 0 ? say("entered 1 time") : say("entered {n} times", { n: i + 1 }),
				do: { command: "odds", input: { level: name, ...rest } },
			})),
			buttons: [
				{ label: say("Official wage search"), open: "https://flag.dol.gov/wage-data/wage-search" },
			],
		}),
	);
}
