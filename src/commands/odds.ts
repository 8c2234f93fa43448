import type { z } from "zod";
import { say } from "../core/say.ts";
import { fiscalYearName } from "../core/format.ts";
import {
	lawOfSeason,
	modelSeason,
	nextSeason,
	seasonsFrom,
	weightsOf,
} from "../core/odds/season.ts";
import type { TwoDrawSeason } from "../core/odds/season.ts";
import type { Result } from "../core/reply.ts";
import { type Core, command, withAsOf } from "./command.ts";
import { completeFiscalYear } from "./complete.ts";
import { notKnownThen } from "./not-known.ts";
import { completeOffer } from "./level/complete.ts";
import { area, occupation, wage, wageYear } from "./level/options.ts";
import { readOfferWordsIfPaid } from "./level/words.ts";
import { askLevel } from "./odds/ask-level.ts";
import { backtestCard } from "./odds/backtest-card.ts";
import { levelOfOffer, tellsOffer, withOffer } from "./odds/by-offer.ts";
import { chanceCard } from "./odds/chance-card.ts";
import { ownPool, ownPoolMistake } from "./odds/own-pool.ts";
import * as own from "./odds/options.ts";
import { overallCard } from "./odds/overall-card.ts";
import { regimesCard } from "./odds/regimes-card.ts";
import { attempts, degree, fiscalYear, type Level, level } from "./options.ts";

const options = withAsOf({
	level: level.optional(),
	degree: degree.default("none"),
	fiscalYear: fiscalYear.optional(),
	attempts: attempts.default(1),
	wage: wage.optional(),
	occupation: occupation.optional(),
	area: area.optional(),
	wageYear: wageYear.optional(),
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
	isSteady: true,
	summary: "Your chance of selection, by wage level, degree and fiscal year",
	examples: ["/odds 2 masters", "/odds 145k software engineer austin masters", "/odds backtest"],
	options,
	asks: ["level"],
	missing(_core, given) {
		const input = options.parse(given);
		const isAnswerable = input.show === "backtest" || tellsOffer(input);
		return ownPoolMistake(input) ?? (isAnswerable ? null : askLevel(given));
	},
	readsWords: readOfferWordsIfPaid,
	complete: (core, option, typed) => [
		...completeFiscalYear(core, option, typed),
		...completeOffer(core, option, typed),
	],
	run(core, input) {
		const mistake = ownPoolMistake(input);
		if (mistake) return mistake;
		if (input.show === "backtest") return backtestCard(core);
		if (input.level) return oddsAt(core, input, input.level);
		if (!tellsOffer(input)) return askLevel({});
		const found = levelOfOffer(core, input);
		if ("result" in found) return found.result;
		return withOffer(oddsAt(core, input, found.level), found.offer, found.again);
	},
});

/** The card for a level that is known. */
function oddsAt(core: Core, input: z.output<typeof options>, level: Level): Result {
	const year = input.fiscalYear ?? nextSeason(core.facts, core.date);
	const season = input.pool
		? seasonOfOwnPool(core, year, input)
		: modelSeason(core.facts, year, core.date);
	if (!season) {
		return notKnownThen(
			core,
			say("Odds, {year}", { year: fiscalYearName(year) }),
			core.facts.on("dhs/weighted-selection", core.date),
		);
	}
	const count = input.attempts + 1;
	const seasons = input.pool
		? Array.from({ length: count }, () => season)
		: seasonsFrom(core.facts, season, count, core.date);
	const asked = { ...input, level, seed: input.seed ?? year };
	if (season.kind === "overall") return overallCard(season, seasons, asked);
	if (input.show === "regimes") return regimesCard(core, season, asked);
	return chanceCard(core, [season, ...seasons.slice(1)], asked);
}

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
