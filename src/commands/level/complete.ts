import { indexesOf } from "../../core/wages/indexes.ts";
import type { Core, Suggestion } from "../command.ts";
import { areaLabel } from "./which.ts";

const MOST = 25;

/** Suggestions for occupation, area and wage year. Values are codes, so that nothing has to be read again. */
export function completeOffer(core: Core, option: string, typed: string): Suggestion[] {
	const names = indexesOf(core.wages);
	if (option === "occupation") {
		return names.occupations
			.suggest(typed || "software", MOST)
			.map((o) => ({ name: `${o.title} (${o.code})`, value: o.code }));
	}
	if (option === "area") {
		// Several worksites stand in one field: only the last is still being typed.
		const cut = typed.lastIndexOf(";") + 1;
		const before = typed.slice(0, cut).trim();
		return names.places.suggest(typed.slice(cut) || "new york", MOST).map((place) => ({
			name: before ? `${before} ${place.areaName}` : areaLabel(place),
			value: before ? `${before} ${place.area}` : place.area,
		}));
	}
	if (option === "wage-year") {
		const years = [...new Set(core.wages.files().map((file) => file.year))];
		return years.filter((y) => y.startsWith(typed.trim())).map((y) => ({ name: y, value: y }));
	}
	return [];
}
