import { MODEL_VERSION, type PersonOdds } from "../../core/odds/person.ts";
import type { Asked } from "./asked.ts";

/** The numbers of a card of odds, unrounded; probabilities are fractions. */
export function oddsValues(odds: PersonOdds, asked: Asked, published: { chance: number } | null) {
	return {
		chance: odds.chance,
		low: odds.low,
		high: odds.high,
		plainLottery: odds.plainLottery,
		wageRanked: odds.wageRanked,
		dhsPublished: published?.chance ?? null,
		chancePerSeason: odds.chancePerSeason,
		seed: asked.seed,
		modelVersion: MODEL_VERSION,
		levers: odds.levers,
		drivers: odds.drivers,
	};
}
