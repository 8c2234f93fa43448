import { say } from "../../core/say.ts";
import { type Action, answer, type Choice, type Pick } from "../../core/answer.ts";
import { choose, type Result } from "../../core/reply.ts";
import { indexesOf } from "../../core/wages/indexes.ts";
import { judgeOffer } from "../../core/wages/judge.ts";
import type { Place } from "../../core/wages/places.ts";
import type { TypedWage } from "../../core/wages/read-wage.ts";
import { type WageYear, wageYearOn, yearBefore } from "../../core/wages/wage-year.ts";
import type { Occupation } from "../../core/wages/wages.ts";
import type { Core } from "../command.ts";
import { quoted } from "../mistakes.ts";
import { LEVELS, type Level } from "../options.ts";
import type { FromLevel, TypedOffer } from "./resolve.ts";
import { wageSearch } from "./wrong.ts";

/** What is known of an offer while something of it is still open. */
export interface OpenOffer {
	core: Core;
	typed: TypedOffer;
	wage: TypedWage | null;
	then?: FromLevel | undefined;
}

/** Jobs and areas of most petitions: suggested before anything is typed. */
export const COMMON_JOBS = [
	"15-1252",
	"15-2051",
	"15-1211",
	"13-2011",
	"13-1111",
	"17-2141",
	"15-1253",
	"13-2051",
];
export const COMMON_AREAS = [
	"35620",
	"41940",
	"41860",
	"42660",
	"19100",
	"12420",
	"16980",
	"14460",
	"12060",
	"47900",
];

export function whichOccupation(
	offer: OpenOffer,
	items: readonly Occupation[],
	places: readonly Place[],
): Result {
	return choicesCard(
		offer,
		say("Which occupation?"),
		say(
			"{count} occupations fit those words. The employer picks the code by the duties of the job; which one is it?",
			{ count: items.length },
		),
		items.map((item) => candidate(offer, item, places)),
		jobPick(offer, places),
	);
}

export function askForOccupation(offer: OpenOffer, places: readonly Place[]): Result {
	const { occupations } = indexesOf(offer.core.wages);
	const common = COMMON_JOBS.flatMap((code) => occupations.byCode(code) ?? []);
	return choicesCard(
		offer,
		say("Which occupation is it?"),
		say(
			"The level depends on the occupation and the area: pay is compared with four figures for both. Choose an occupation, or type the job after the command.",
		),
		common.map((item) => candidate(offer, item, places)),
		jobPick(offer, places),
	);
}

export function whichArea(
	offer: OpenOffer,
	occupation: Occupation,
	typed: string,
	items: readonly Place[],
	others: readonly Place[],
): Result {
	const isMany = items.length >= 25;
	return choicesCard(
		offer,
		say("Which area?"),
		isMany
			? say(
					'Many areas fit "{typed}". Type the city or county of the worksite with its state, or choose.',
					{ typed: quoted(typed) },
				)
			: say('{count} areas fit "{typed}". Where is the worksite?', {
					count: items.length,
					typed: quoted(typed),
				}),
		items.map((place) => candidate(offer, occupation, [...others, place], place)),
		placePick(offer, occupation),
	);
}

export function askForArea(offer: OpenOffer, occupation: Occupation): Result {
	const { places } = indexesOf(offer.core.wages);
	const common = COMMON_AREAS.flatMap((code) => places.byCode(code) ?? []);
	return choicesCard(
		offer,
		say("Where is the worksite? {occupation}", { occupation: occupation.title }),
		say(
			"The level depends on the area of the worksite. Choose one, or type the city or county after the command.",
		),
		common.map((place) => candidate(offer, occupation, [place], place)),
		placePick(offer, occupation),
	);
}

function jobPick(offer: OpenOffer, places: readonly Place[]): Pick {
	return {
		option: "occupation",
		label: say("Another occupation"),
		do: { command: "level", input: openInput(offer, places) },
	};
}

function placePick(offer: OpenOffer, occupation: Occupation): Pick {
	const { area: _open, ...rest } = openInput(offer, []);
	return {
		option: "area",
		label: say("City or county"),
		do: { command: "level", input: { occupation: occupation.code, ...rest } },
	};
}

/** What is settled of an offer, without its wage: codes, or words in which no wage can stand. */
function openInput({ core, typed }: OpenOffer, places: readonly Place[]): Action["input"] {
	return {
		...(places.length > 0
			? { area: places.map((p) => p.area).join(";") }
			: typed.area !== undefined && !/\d/.test(typed.area) && { area: typed.area }),
		...(typed.wageYear !== undefined && { "wage-year": typed.wageYear }),
		...(typed.employer !== undefined && { employer: typed.employer }),
		...(core.askedFor && { "as-of": core.askedFor }),
	};
}

/** One reading: its button carries codes and the level reached, never the wage. */
function candidate(
	offer: OpenOffer,
	occupation: Occupation,
	places: readonly Place[],
	shown?: Place,
): Choice {
	const reached = levelIn(offer, occupation, places);
	const input: Action["input"] = {
		occupation: occupation.code,
		...openInput(offer, places),
		// Last year's level must not come back as this year's.
		...(reached?.decides && { level: reached.level }),
	};
	return {
		label: shown ? areaLabel(shown) : `${occupation.title} (${occupation.code})`,
		...(reached && { note: noteOf(reached) }),
		do: reached?.decides && offer.then ? offer.then(reached.level) : { command: "level", input },
	};
}

export function areaLabel(place: Place): string {
	return place.within ? `${place.areaName} (${place.within})` : place.areaName;
}

interface Reached {
	level: Level;
	isBelow: boolean;
	year: WageYear;
	/** Of the year asked about or in force, not of the one before. */
	decides: boolean;
}

function noteOf({ level, isBelow, year, decides }: Reached): string {
	const reached = isBelow ? say("under level I") : say("level {level}", { level });
	return decides
		? say("this offer: {reached} ({year})", { reached, year })
		: say("{reached} with last year's figures ({year})", { reached, year });
}

/** The level of this reading in the wage year asked about or in force, else in the one before; null: not held. */
function levelIn(
	{ core, typed, wage }: OpenOffer,
	occupation: Occupation,
	places: readonly Place[],
): Reached | null {
	if (!wage || places.length === 0) return null;
	const now = wageYearOn(core.date);
	const years = typed.wageYear ? [typed.wageYear as WageYear] : [now, yearBefore(now)];
	for (const year of years) {
		const { deciding } = judgeOffer(core.wages, {
			occupation: occupation.code,
			places,
			pay: wage,
			year,
			table: typed.employer === "higher-education" ? "higher-education" : "all-industries",
		});
		if (!deciding?.reach) continue;
		const { level, belowLevelOne } = deciding.reach;
		return {
			level: LEVELS[level] as Level,
			isBelow: belowLevelOne,
			year,
			decides: year === years[0],
		};
	}
	return null;
}

function choicesCard(
	offer: OpenOffer,
	title: string,
	lead: string,
	choices: Choice[],
	pick: Pick,
): Result {
	const year = offer.typed.wageYear ?? wageYearOn(offer.core.date);
	return {
		...choose(
			answer({
				title,
				lead,
				rows: [
					{ label: say("Wage year"), value: year },
					...(offer.wage
						? [
								{
									label: say("Your pay stays out of these choices"),
									value: say("type it again with the code for the whole comparison."),
								},
							]
						: []),
				],
				choices,
				pick,
				buttons: [wageSearch()],
			}),
		),
		// The words typed may hold a wage that was not seen as one.
		again: null,
		...(offer.wage && { isPrivate: true }),
	};
}
