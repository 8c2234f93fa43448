import { say } from "../../core/say.ts";
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
						label: say("Each season"),
						value: percent(odds.chancePerSeason),
						note: say("seasons are taken as independent draws; the pool may drift"),
					},
				]
			: []),
		...(published
			? [
					{
						label: say("DHS's own figure"),
						value: percentAsPublished(published.chance),
						note: say(
							"for a larger pool; it multiplies entries, ignores that a person drawn leaves the pool, and does not split by degree",
						),
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
		...(asked.level === "I" && !isPlain(season.weights)
			? [
					{
						label: say("Pay below level I"),
						value: say("counts as level I here; the petition's wage source is then the question"),
					},
				]
			: []),
		poolRow(season, asked),
		approvalRow(approval),
		rulesRow(season, odds),
		...(hasBand
			? [
					{
						label: say("What moves the band"),
						value: odds.drivers.slice(0, MOST_DRIVERS).map(driverWords).join("; "),
						note: say("each alone, the rest as assumed"),
					},
				]
			: []),
		{
			label: say("Repeat it"),
			value: say("seed {seed}, model {version}, facts {facts}", {
				seed: asked.seed,
				version: MODEL_VERSION,
				facts: core.facts.version,
			}),
		},
	];
}

function hundredRow(odds: PersonOdds, asked: Asked, hasBand: boolean): Row {
	const of = (chance: number) => Math.round(chance * 100);
	const n = of(asked.attempts > 1 ? odds.chancePerSeason : odds.chance);
	return {
		label: say("Of 100 people like you"),
		value: hundredWords(n, asked),
		note: hasBand
			? say(
					"8 of 10 of the {count} pools tried give a chance inside the band; your own outcome is still one draw",
					{ count: count(SAMPLES) },
				)
			: say("your own outcome is still one draw"),
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

function rulesRow(season: TwoDrawSeason, odds: PersonOdds): Row {
	const ranked = say("highest wage first {chance}", { chance: percent(odds.wageRanked) });
	return isPlain(season.weights)
		? {
				label: say("The rule"),
				value: say("random: every person is entered once, whatever the wage level; {ranked}", {
					ranked,
				}),
				note: say("highest wage first is a scenario; no such rule has been used"),
			}
		: {
				label: say("Same person, other rules"),
				value: say("plain lottery {plainLottery}, weighted selection {chancePerSeason}, {ranked}", {
					plainLottery: percent(odds.plainLottery),
					chancePerSeason: percent(odds.chancePerSeason),
					ranked,
				}),
				note: say("in one season; weighted is the rule, highest wage first has never been used"),
			};
}
