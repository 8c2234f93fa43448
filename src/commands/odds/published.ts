import { figure } from "../../core/facts/figures.ts";
import type { FactView } from "../../core/facts/lookup.ts";
import { isPlain, type Season } from "../../core/odds/season.ts";
import type { Core } from "../command.ts";
import type { Level } from "../options.ts";

/** DHS's own figure for a level under the weighted rule; null for a plain draw or before it was published. */
export function publishedOdds(
	core: Core,
	season: Season,
	level: Level,
): { fact: FactView; chance: number } | null {
	if (isPlain(season.weights)) return null;
	const fact = core.facts.on("dhs/published-odds", core.date);
	const chance = figure(fact, level);
	return fact.known && chance ? { fact, chance } : null;
}
