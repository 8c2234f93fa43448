import { indexesOf, type NameIndexes } from "../../core/wages/indexes.ts";
import type { Found, Place } from "../../core/wages/places.ts";
import { readWage, type TypedWage } from "../../core/wages/read-wage.ts";
import type { Occupation } from "../../core/wages/wages.ts";
import { stateOf } from "../../core/wages/states.ts";
import { nameKey } from "../../core/wages/words.ts";
import type { Action } from "../../core/answer.ts";
import type { Result } from "../../core/reply.ts";
import type { Core } from "../command.ts";
import type { Level } from "../options.ts";
import { askForArea, askForOccupation, whichArea, whichOccupation } from "./which.ts";
import { wrongArea, wrongOccupation, wrongWage } from "./wrong.ts";

/** An offer as typed, by the keys of the options. */
export interface TypedOffer {
	wage?: string | undefined;
	occupation?: string | undefined;
	area?: string | undefined;
	wageYear?: string | undefined;
	employer?: string | undefined;
}

/** An offer whose words are all understood. */
export interface ReadOffer {
	wage: TypedWage | null;
	occupation: Occupation;
	/** At least one, each area once. */
	places: Place[];
}

/** Where a choice leads once its level is known, for a command that goes on from the level. */
export type FromLevel = (level: Level) => Action;

/** Reads an offer, or gives the card that asks for what is missing, ambiguous or wrong. */
export function resolveOffer(
	core: Core,
	typed: TypedOffer,
	then?: FromLevel,
): { offer: ReadOffer } | { result: Result } {
	const names = indexesOf(core.wages);
	const wage = typed.wage === undefined ? null : readWage(typed.wage);
	if (typeof wage === "string") return { result: wrongWage(wage, typed.wage ?? "") };

	const jobs = typed.occupation === undefined ? null : names.occupations.find(typed.occupation);
	if (jobs && (jobs.kind === "none" || jobs.kind === "zip"))
		return { result: wrongOccupation(typed.occupation ?? "") };
	const found = typed.area === undefined ? [] : findPlaces(typed.area, names);
	const bad = found.find(({ places }) => places.kind === "none" || places.kind === "zip");
	if (bad) return { result: wrongArea(bad.typed, bad.places.kind === "zip") };

	const occupation = jobs?.kind === "one" ? jobs.item : null;
	const sure = found.flatMap(({ places }) => (places.kind === "one" ? [places.item] : []));
	const places = sure.filter((p, i) => sure.findIndex((other) => other.area === p.area) === i);
	const context = { core, typed, wage, then };
	if (!jobs) return { result: askForOccupation(context, places) };
	if (jobs.kind === "several") return { result: whichOccupation(context, jobs.items, places) };
	if (!occupation) return { result: wrongOccupation(typed.occupation ?? "") };
	if (found.length === 0) return { result: askForArea(context, occupation) };
	const open = found.find(({ places: p }) => p.kind === "several");
	if (open?.places.kind === "several")
		return { result: whichArea(context, occupation, open.typed, open.places.items, places) };
	return { offer: { wage, occupation, places } };
}

interface TypedPlace {
	typed: string;
	places: Found<Place>;
}

const BETWEEN = /\s*(?:;|\||\+|&|\n|\band\b)\s*/i;

/** `austin; dallas`, `austin and dallas`, `austin, dallas`; but `austin, tx` is one place. */
function findPlaces(text: string, names: NameIndexes): TypedPlace[] {
	const find = (typed: string) => ({ typed, places: names.places.find(typed) });
	if (names.places.exact(nameKey(text)).length > 0) return [find(text)];
	return text
		.split(BETWEEN)
		.filter((part) => part.trim() !== "")
		.flatMap((part) => (part.includes(",") ? splitAtCommas(part) : [part]))
		.map(find);
}

function splitAtCommas(text: string): string[] {
	const parts: string[] = [];
	for (const piece of text.split(",").map((p) => p.trim())) {
		const last = parts.at(-1);
		const isState = stateOf(nameKey(piece)) !== undefined || /^[A-Z]{2}(-[A-Z]{2})+$/.test(piece);
		if (last !== undefined && isState) parts[parts.length - 1] = `${last}, ${piece}`;
		else if (piece !== "") parts.push(piece);
	}
	return parts;
}
