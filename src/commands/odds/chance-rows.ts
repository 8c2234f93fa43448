import type { Row } from "../../core/answer.ts";
import type { FactUnknown, FactView } from "../../core/facts/lookup.ts";
import { count, fiscalYearName, percent, percentAsPublished } from "../../core/format.ts";
import { SAMPLES } from "../../core/odds/band.ts";
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
		hundredRow(odds, asked, hasBand),
		...(asked.attempts > 1
			? [
					{
						label: "Each season",
						value: percent(odds.chancePerSeason),
						note: "seasons are taken as independent draws; the pool may drift",
					},
				]
			: []),
		...(published
			? [
					{
						label: "DHS's own figure",
						value: percentAsPublished(published.chance),
						note: "for a larger pool; it multiplies entries, ignores that a person drawn leaves the pool, and does not split by degree",
					},
				]
			: []),
		...(odds.levers.length > 0
			? [
					{
						label: "What would change it",
						value: odds.levers.map((lever) => leverWords(lever, asked.level)).join("; "),
					},
				]
			: []),
		...(asked.level === "I" && !isPlain(season.weights)
			? [
					{
						label: "Pay below level I",
						value: "counts as level I here; the petition's wage source is then the question",
					},
				]
			: []),
		poolRow(season, asked),
		approvalRow(approval),
		rulesRow(season, odds),
		...(hasBand
			? [
					{
						label: "What moves the band",
						value: odds.drivers.slice(0, MOST_DRIVERS).map(driverWords).join("; "),
						note: "each alone, the rest as assumed",
					},
				]
			: []),
		{
			label: "Repeat it",
			value: `seed ${asked.seed}, model ${MODEL_VERSION}, facts ${core.facts.version}`,
		},
	];
}

function hundredRow(odds: PersonOdds, asked: Asked, hasBand: boolean): Row {
	const of = (chance: number) => Math.round(chance * 100);
	const once = asked.attempts > 1 ? "in one season" : "are selected";
	return {
		label: "Of 100 people like you",
		value: `${asked.pool ? "" : "about "}${of(asked.attempts > 1 ? odds.chancePerSeason : odds.chance)} ${once}`,
		note: hasBand
			? `8 of 10 of the ${count(SAMPLES)} pools tried give a chance inside the band; your own outcome is still one draw`
			: "your own outcome is still one draw",
	};
}

function poolRow(season: TwoDrawSeason, asked: Asked): Row {
	const size = `${count(season.people)} people, ${count(season.selected)} selected`;
	if (asked.pool) {
		const note =
			season.selected >= season.people
				? "the targets are at or above the pool, so everyone they cover is selected"
				: "given exactly, so there is no band";
		return { label: "Your pool", value: size, note };
	}
	return {
		label: "Assumed",
		value: `a pool like ${fiscalYearName(season.likeFiscalYear)}: ${size}`,
		note: "our estimates where USCIS published no count",
	};
}

function approvalRow(approval: FactView | FactUnknown): Row {
	const share = approval.known ? approval.entry.figures?.share : undefined;
	return {
		label: "Selection is not approval",
		value:
			typeof share === "number"
				? `it allows a petition; reported approval rate ${(share * 100).toFixed(1)}%`
				: "it only allows the employer to file a petition",
	};
}

function rulesRow(season: TwoDrawSeason, odds: PersonOdds): Row {
	const ranked = `highest wage first ${percent(odds.wageRanked)}`;
	return isPlain(season.weights)
		? {
				label: "The rule",
				value: `random: every person is entered once, whatever the wage level; ${ranked}`,
				note: "highest wage first is a scenario; no such rule has been used",
			}
		: {
				label: "Same person, other rules",
				value: `plain lottery ${percent(odds.plainLottery)}, weighted selection ${percent(odds.chancePerSeason)}, ${ranked}`,
				note: "in one season; weighted is the rule, highest wage first has never been used",
			};
}
