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
				`Portfolio, ${fiscalYearName(year)}`,
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
			title: "At which wage levels?",
			lead: `How many are selected depends on the wage level of each candidate, and on a US master's. At which levels are ${many ? `the ${count(many)}` : "they"}?`,
			rows: [
				{ label: "Type", value: EXAMPLES.join("   or   ") },
				{
					label: "Example",
					value:
						"5xII, 3xIII us-masters is five at level II and three at level III with a US master's",
				},
			],
			choices: LEVELS.map((name) => ({
				label: `${count(number)} at level ${name}`,
				note: "no US master's",
				do: { command: "portfolio", input: { candidates: `${number}x${name}` } },
			})),
		}),
	);
}

function mistakeIn(read: Candidates & { kind: "wrong" | "too-many" }): Result {
	const lead =
		read.kind === "too-many"
			? `${count(read.count)} candidates are more than the ${count(MAX_CANDIDATES)} that one answer takes.`
			: `Item ${read.at}, "${quoted(read.item)}", is not a level (I to IV) with a degree (us-masters or none). Split candidates with commas.`;
	return invalid(
		answer({
			title: "/portfolio: what to type",
			lead,
			rows: [{ label: "Try", value: EXAMPLES.join("   or   ") }],
		}),
	);
}
