import { say } from "../core/say.ts";
import { answer } from "../core/answer.ts";
import { count, fiscalYearName } from "../core/format.ts";
import { modelSeason, nextSeason } from "../core/odds/season.ts";
import { choose, invalid, type Result } from "../core/reply.ts";
import { command, withAsOf } from "./command.ts";
import { completeFiscalYear } from "./complete.ts";
import { quoted } from "./mistakes.ts";
import { notKnownThen } from "./not-known.ts";
import { employees, fiscalYear, LEVELS, nonprofit } from "./options.ts";
import { candidates } from "./portfolio/options.ts";
import { portfolioCard } from "./portfolio/portfolio-card.ts";
import { type Candidates, MAX_CANDIDATES, readCandidates } from "./portfolio/read-candidates.ts";

const EXAMPLES = ["/portfolio II,II,III us-masters,IV", "/portfolio 2xII, 1xIII us-masters"];

export const portfolio = command({
	name: "portfolio",
	summary: "How many of an employer's candidates are selected, and the government fees",
	examples: EXAMPLES,
	options: withAsOf({
		candidates,
		employees: employees.default("26+"),
		nonprofit: nonprofit.default(false),
		fiscalYear: fiscalYear.optional(),
	}),
	takesRest: "candidates",
	asks: ["candidates"],
	missing: () => askLevels(null),
	complete: completeFiscalYear,
	run(core, input) {
		const read = readCandidates(input.candidates);
		if (read.kind === "only-count") return askLevels(read.count);
		if (read.kind !== "groups") return mistakeIn(read);
		const year = input.fiscalYear ?? nextSeason(core.facts, core.date);
		const season = modelSeason(core.facts, year, core.date);
		if (!season) {
			return notKnownThen(
				core,
				say("Portfolio, {year}", { year: fiscalYearName(year) }),
				core.facts.on("dhs/weighted-selection", core.date),
			);
		}
		return portfolioCard(core, season, read.groups, input);
	},
});

/** The levels decide, so they are asked for. */
function askLevels(many: number | null): Result {
	const number = many ?? 10;
	return choose(
		answer({
			title: say("At which wage levels?"),
			lead: many
				? say(
						"How many are selected depends on the wage level of each candidate, and on a US master's. At which levels are the {count}?",
						{ count: count(many) },
					)
				: say(
						"How many are selected depends on the wage level of each candidate, and on a US master's. At which levels are they?",
					),
			rows: [
				{ label: say("Type"), value: EXAMPLES.join(say("   or   ")) },
				{
					label: say("Example"),
					value: say(
						"5xII, 3xIII us-masters is five at level II and three at level III with a US master's",
					),
				},
			],
			choices: LEVELS.map((name) => ({
				label: say("{number} at level {name}", { number: count(number), name }),
				note: say("no US master's"),
				do: { command: "portfolio", input: { candidates: `${number}x${name}` } },
			})),
		}),
	);
}

function mistakeIn(read: Candidates & { kind: "wrong" | "too-many" }): Result {
	const lead =
		read.kind === "too-many"
			? say("{count} candidates are more than the {most} that one answer takes.", {
					count: count(read.count),
					most: count(MAX_CANDIDATES),
				})
			: say(
					'Item {at}, "{item}", is not a level (I to IV) with a degree (us-masters or none). Split candidates with commas.',
					{ at: read.at, item: quoted(read.item) },
				);
	return invalid(
		answer({
			title: say("/{name}: what to type", { name: "portfolio" }),
			lead,
			rows: [{ label: say("Try"), value: EXAMPLES.join(say("   or   ")) }],
		}),
	);
}
