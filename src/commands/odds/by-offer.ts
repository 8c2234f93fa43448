import { say } from "../../core/say.ts";
import type { Action, Row } from "../../core/answer.ts";
import { percent } from "../../core/format.ts";
import type { Result } from "../../core/reply.ts";
import { missingAYear } from "../../core/wages/words-of-pay.ts";
import type { Core } from "../command.ts";
import { type OfferLevel, offerLevel } from "../level/offer.ts";
import type { TypedOffer } from "../level/resolve.ts";
import type { Level } from "../options.ts";

/** What `/odds` was given, as far as a card made from an offer carries it on. Never the wage. */
export interface OddsOfOffer extends TypedOffer {
	level?: Level | undefined;
	degree: string;
	fiscalYear?: number | undefined;
	attempts: number;
	seed?: number | undefined;
	show: string;
}

export const tellsOffer = ({ wage, occupation, area }: TypedOffer): boolean =>
	[wage, occupation, area].some((part) => part !== undefined);

/** The level of the offer and what leads back to its card; or a card that asks for what is missing. */
export function levelOfOffer(
	core: Core,
	input: OddsOfOffer,
): { level: Level; offer: OfferLevel; again: Action } | { result: Result } {
	const at = (level: Level): Action => ({
		command: "odds",
		input: { level, ...carried(core, input) },
	});
	const found = offerLevel(core, input, at);
	if (found.kind === "card") return { result: found.result };
	return { level: found.offer.level, offer: found.offer, again: at(found.offer.level) };
}

function carried(core: Core, input: OddsOfOffer): Action["input"] {
	return {
		degree: input.degree,
		...(input.fiscalYear !== undefined && { "fiscal-year": input.fiscalYear }),
		...(input.attempts > 1 && { attempts: input.attempts }),
		...(input.seed !== undefined && { seed: input.seed }),
		...(input.show !== "chance" && { show: input.show }),
		...(core.askedFor && { "as-of": core.askedFor }),
	};
}

/** The card of a chance with the offer on it: which level, and what the next would cost and bring. */
export function withOffer(result: Result, offer: OfferLevel, again: Action): Result {
	const levers = result.values.levers as { lever: string; chance: number }[] | undefined;
	const above = levers?.find(({ lever }) => lever === "next-level");
	return {
		...result,
		answer: {
			...result.answer,
			rows: [levelRow(offer), ...nextRow(offer, above?.chance), ...result.answer.rows],
			facts: [...new Set([...result.answer.facts, ...offer.from.map((view) => view.id)])],
		},
		values: {
			...result.values,
			level: offer.level,
			wageYear: offer.wageYear,
			belowLevelOne: offer.belowLevelOne,
		},
		isPrivate: true,
		again,
	};
}

function levelRow(offer: OfferLevel): Row {
	const at = `${offer.occupation.title}, ${offer.area.name}`;
	const level = offer.belowLevelOne
		? say("under the level I figure, so it is entered as level I")
		: say("level {level}", { level: offer.level });
	const line = offer.onTheLine
		? [
				say("on the line of level {level}: rounding by 2,080 hours decides", {
					level: offer.onTheLine,
				}),
			]
		: [];
	const notes = [
		say("wage year {year}", { year: offer.wageYear }),
		...line,
		...(offer.caution ? [offer.caution] : []),
	];
	return {
		label: say("Your offer"),
		value: say("{offer}: {level}", { offer: at, level }),
		note: notes.join("; "),
	};
}

function nextRow(offer: OfferLevel, chance: number | undefined): Row[] {
	if (!offer.next || chance === undefined) return [];
	return [
		{
			label: say("To reach level {level}", { level: offer.next.level }),
			value: say("{missing} a year more, for a chance of {chance}", {
				missing: missingAYear(offer.next.missing),
				chance: percent(chance),
			}),
		},
	];
}
