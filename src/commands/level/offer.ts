import type { FactView } from "../../core/facts/lookup.ts";
import type { Result } from "../../core/reply.ts";
import type { Site } from "../../core/wages/judge.ts";
import type { WageYear } from "../../core/wages/wage-year.ts";
import type { Core } from "../command.ts";
import { LEVELS, type Level } from "../options.ts";
import { levelCard } from "./card.ts";
import { factsFor } from "./facts.ts";
import type { FromLevel, TypedOffer } from "./resolve.ts";
import { weighOffer } from "./weigh.ts";

/** The level that an offer reaches, with what a private card about it may say. Codes and level may go into buttons, amounts never. */
export interface OfferLevel {
	level: Level;
	belowLevelOne: boolean;
	/** The level that rounding by 2,080 hours decides about, or null. */
	onTheLine: Level | null;
	wageYear: WageYear;
	/** The next level and its yearly wage in cents, with what is missing to it; null at level IV. */
	next: { level: Level; annual: number; missing: number } | null;
	occupation: { code: string; title: string };
	/** The area that decides, and all areas. */
	area: { code: string; name: string };
	areas: string[];
	/** Where the figures came from, and what to know before relying on them. */
	source: string;
	caution: string | null;
	/** Facts that the level rests on. */
	from: FactView[];
}

/**
 * The level of an offer by the figures in force, for a command that goes on from the level. Anything
 * else is a card ready to be given back: choices, what to type, no levels, or not loaded, where last
 * year's figures are shown as such and decide nothing. `then`: where a choice leads once its level is known.
 */
export function offerLevel(
	core: Core,
	typed: TypedOffer,
	then?: FromLevel,
): { kind: "level"; offer: OfferLevel } | { kind: "card"; result: Result } {
	const weighed = weighOffer(core, typed, { then });
	if ("result" in weighed) return { kind: "card", result: weighed.result };
	const { asked, judged } = weighed;
	const { reach, place, file } = judged.deciding as Site;
	// Without a wage the card shows the four wages; without four wages, why there are none.
	if (!reach) return { kind: "card", result: levelCard(core, asked, judged) };
	const { occupation } = asked;
	const next = reach.belowLevelOne ? reach.annual[1] : reach.annual[reach.level + 1];
	return {
		kind: "level",
		offer: {
			level: LEVELS[reach.level] as Level,
			belowLevelOne: reach.belowLevelOne,
			onTheLine: reach.onTheLine === null ? null : (LEVELS[reach.onTheLine] as Level),
			wageYear: judged.year,
			next:
				next === undefined
					? null
					: {
							level: LEVELS[reach.level + 1] as Level,
							annual: next,
							missing: next - reach.offered,
						},
			occupation: { code: occupation.code, title: occupation.title },
			area: { code: place.area, name: place.areaName },
			areas: judged.sites.map((site) => site.place.area),
			source: file.source,
			caution: file.caution,
			from: factsFor(core, asked, judged).from,
		},
	};
}
