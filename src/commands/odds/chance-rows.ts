import { say } from "../../core/say.ts";
import type { Row } from "../../core/answer.ts";
import type { FactUnknown, FactView } from "../../core/facts/lookup.ts";
import { count, fiscalYearName, percent, percentAsPublished } from "../../core/format.ts";
import { MODEL_VERSION, type PersonOdds } from "../../core/odds/person.ts";
import { isPlain, type TwoDrawSeason } from "../../core/odds/season.ts";
import type { Core } from "../command.ts";
import type { Asked } from "./asked.ts";
import { driverWords, leverWords } from "./words.ts";

/** How many of the inputs that move the band a card names. */
const MOST_DRIVERS = 3;

/** The rows of a chance card, what matters most first. */
export function chanceRows(
	core: Core,
	season: TwoDrawSeason,
	odds: PersonOdds,
	asked: Asked,
	published: { chance: number } | null,
	approval: FactView | FactUnknown,
): Row[] {
	const hasBand = odds.low !== odds.high;
	return [
		hundredRow(odds, asked),
		...belowRow(season, asked),
		...(asked.attempts > 1
			? [
					{
						label: say("Each season"),
						value: percent(odds.chancePerSeason),
						note: say("seasons are taken as independent draws; the pool may drift"),
					},
				]
			: []),
		...(odds.levers.length > 0
			? [
					{
						label: say("What would change it"),
						value: odds.levers.map((lever) => leverWords(lever, asked.level)).join("; "),
					},
				]
			: []),
		...otherRules(season, odds),
		...(published ? [dhsRow(published.chance)] : []),
		approvalRow(approval),
		poolRow(season, asked),
		...(hasBand
			? [
					{
						label: say("Why a range"),
						value: odds.drivers.slice(0, MOST_DRIVERS).map(driverWords).join("; "),
						note: say("each alone, the rest as assumed"),
					},
				]
			: []),
		{
			label: say("To repeat this"),
			value: say("seed {seed}, model {version}, facts {facts}", {
				seed: asked.seed,
				version: MODEL_VERSION,
				facts: core.facts.version,
			}),
		},
	];
}

/** Entered as level I, and what the employer must then show. */
function belowRow(season: TwoDrawSeason, asked: Asked): Row[] {
	if (asked.level !== "I" || isPlain(season.weights)) return [];
	return [
		{
			label: say("If the pay is below level I"),
			value: say(
				"it is entered as level I, and the employer must show another accepted wage source, such as an official determination or a survey, that allows the lower pay",
			),
		},
	];
}

function dhsRow(chance: number): Row {
	return {
		label: say("DHS's own figure"),
		value: percentAsPublished(chance),
		note: say("from its rule, for a larger pool; it is a simpler sum that ignores the degree"),
	};
}

function hundredRow(odds: PersonOdds, asked: Asked): Row {
	const of = (chance: number) => Math.round(chance * 100);
	const n = of(asked.attempts > 1 ? odds.chancePerSeason : odds.chance);
	return {
		label: say("Of 100 people like you"),
		value: hundredWords(n, asked),
		note: say("chance decides which ones"),
	};
}

function hundredWords(n: number, asked: Asked): string {
	if (asked.attempts > 1)
		return asked.pool ? say("{n} in one season", { n }) : say("about {n} in one season", { n });
	return asked.pool ? say("{n} are selected", { n }) : say("about {n} are selected", { n });
}

function poolRow(season: TwoDrawSeason, asked: Asked): Row {
	const size = say("{people} people, {selected} selected", {
		people: count(season.people),
		selected: count(season.selected),
	});
	if (asked.pool) {
		const note =
			season.selected >= season.people
				? say("the targets are at or above the pool, so everyone they cover is selected")
				: say("given exactly, so there is no band");
		return { label: say("Your pool"), value: size, note };
	}
	return {
		label: say("Assumed"),
		value: say("a pool like {likeFiscalYear}: {size}", {
			likeFiscalYear: fiscalYearName(season.likeFiscalYear),
			size,
		}),
		note: say("our estimates where USCIS published no count"),
	};
}

function approvalRow(approval: FactView | FactUnknown): Row {
	const share = approval.known ? approval.entry.figures?.share : undefined;
	return {
		label: say("Selection is not approval"),
		value:
			typeof share === "number"
				? say("it allows a petition; reported approval rate {share}", {
						share: `${(share * 100).toFixed(1)}%`,
					})
				: say("it only allows the employer to file a petition"),
	};
}

/** The same person under the lottery of old and under a ranking by wage. */
function otherRules(season: TwoDrawSeason, odds: PersonOdds): Row[] {
	const ranked: Row = {
		label: say("If the highest wages went first"),
		value: percent(odds.wageRanked),
		note: say("an idea that has never been used"),
	};
	if (isPlain(season.weights))
		return [
			{
				label: say("The rule"),
				value: say("random: every person is entered once, whatever the wage level"),
			},
			ranked,
		];
	return [
		{
			label: say("Under the old plain lottery"),
			value: percent(odds.plainLottery),
			note: say("everyone entered once, whatever the pay: the rule until FY 2026"),
		},
		ranked,
	];
}
