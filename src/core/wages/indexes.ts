import { createOccupationIndex, type OccupationIndex } from "./occupations.ts";
import { createPlaceIndex, type PlaceIndex } from "./places.ts";
import type { WageNames, Wages } from "./wages.ts";

export interface NameIndexes {
	places: PlaceIndex;
	occupations: OccupationIndex;
}

const built = new WeakMap<WageNames, NameIndexes>();

/** The indexes over the names at hand, built once for each set of names. */
export function indexesOf(wages: Wages): NameIndexes {
	const names = wages.names();
	const known = built.get(names);
	if (known) return known;
	const fresh = { places: createPlaceIndex(names), occupations: createOccupationIndex(names) };
	built.set(names, fresh);
	return fresh;
}
