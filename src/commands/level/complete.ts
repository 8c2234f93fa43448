import { indexesOf } from "../../core/wages/indexes.ts";
import type { Core, Suggestion } from "../command.ts";
import { areaLabel, COMMON_AREAS, COMMON_JOBS } from "./which.ts";

const MOST = 25;

/** Suggestions for occupation, area and wage year. Values are codes, so that nothing has to be read again. */
export function completeOffer(core: Core, option: string, typed: string): Suggestion[] {
	const names = indexesOf(core.wages);
	if (option === "occupation") {
		const found = typed.trim()
			? names.occupations.suggest(typed, MOST)
			: COMMON_JOBS.flatMap((code) => names.occupations.byCode(code) ?? []);
		return found.map((o) => ({ name: `${o.title} (${o.code})`, value: o.code }));
	}
	if (option === "area") {
		// Several worksites stand in one field: only the last is still being typed.
		const cut = typed.lastIndexOf(";") + 1;
		const before = typed.slice(0, cut).trim();
		const found = typed.slice(cut).trim()
			? names.places.suggest(typed.slice(cut), MOST)
			: COMMON_AREAS.flatMap((code) => names.places.byCode(code) ?? []);
		return found.map((place) => ({
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
