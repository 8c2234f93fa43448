import { fiscalYearName } from "../core/format.ts";
import {
	lawOfSeason,
	modelSeason,
	nextSeason,
	seasonsFrom,
	weightsOf,
} from "../core/odds/season.ts";
import type { TwoDrawSeason } from "../core/odds/season.ts";
import { type Core, command, withAsOf } from "./command.ts";
import { completeFiscalYear } from "./complete.ts";
import { notKnownThen } from "./not-known.ts";
import { askLevel } from "./odds/ask-level.ts";
import { backtestCard } from "./odds/backtest-card.ts";
import { chanceCard } from "./odds/chance-card.ts";
import { ownPool, ownPoolMistake } from "./odds/own-pool.ts";
import * as own from "./odds/options.ts";
import { overallCard } from "./odds/overall-card.ts";
import { regimesCard } from "./odds/regimes-card.ts";
import { attempts, degree, fiscalYear, level } from "./options.ts";

const options = withAsOf({
	level: level.optional(),
	degree: degree.default("none"),
	fiscalYear: fiscalYear.optional(),
	attempts: attempts.default(1),
	show: own.show.default("chance"),
	seed: own.seed.optional(),
	pool: own.pool.optional(),
	people: own.people.optional(),
	masters: own.masters.optional(),
	mix: own.mix.optional(),
	regular: own.regular.optional(),
	advanced: own.advanced.optional(),
	selected: own.selected.optional(),
});

export const odds = command({
	name: "odds",
	summary: "Your chance of selection, by wage level, degree and fiscal year",
	examples: ["/odds 2 masters", "/odds level:III degree:none attempts:3", "/odds backtest"],
	options,
	asks: ["level"],
	missing(_core, given) {
		const input = options.parse(given);
		return ownPoolMistake(input) ?? (input.show === "backtest" ? null : askLevel(given));
	},
	complete: completeFiscalYear,
	run(core, input) {
		const mistake = ownPoolMistake(input);
		if (mistake) return mistake;
		if (input.show === "backtest") return backtestCard(core);
		if (!input.level) return askLevel({});
		const year = input.fiscalYear ?? nextSeason(core.facts, core.date);
		const season = input.pool
			? seasonOfOwnPool(core, year, input)
			: modelSeason(core.facts, year, core.date);
		if (!season) {
			return notKnownThen(
				core,
				`Odds, ${fiscalYearName(year)}`,
				core.facts.on("dhs/weighted-selection", core.date),
			);
		}
		const count = input.attempts + 1;
		const seasons = input.pool
			? Array.from({ length: count }, () => season)
			: seasonsFrom(core.facts, season, count, core.date);
		const asked = { ...input, level: input.level, seed: input.seed ?? year };
		if (season.kind === "overall") return overallCard(season, seasons, asked);
		if (input.show === "regimes") return regimesCard(core, season, asked);
		return chanceCard(core, [season, ...seasons.slice(1)], asked);
	},
});

/** A given pool under the rule of a season. */
function seasonOfOwnPool(
	core: Core,
	fiscalYear: number,
	input: Parameters<typeof ownPool>[0],
): TwoDrawSeason | null {
	const law = lawOfSeason(core.facts, fiscalYear, core.date);
	const given = ownPool(input);
	if (!law || !given) return null;
	return {
		kind: "two-draw",
		fiscalYear,
		law,
		weights: weightsOf(law),
		likeFiscalYear: fiscalYear,
		basis: [],
		...given,
		scenario: null,
		ranges: [],
	};
}
