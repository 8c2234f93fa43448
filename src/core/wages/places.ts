import { splitState, stateByFullName, stateOf, wholeState } from "./states.ts";
import { nameKey, nearestIn } from "./words.ts";
import type { WageArea, WageNames } from "./wages.ts";

/** A place that was named, and the area whose figures apply there. */
export interface Place {
	area: string;
	/** `Austin-Round Rock-San Marcos, TX` */
	areaName: string;
	/** `Travis County, TX`, where a county or town was meant; null where the area itself was. */
	within: string | null;
}

/** `zip`: five digits that are no area code. `many`: more than can be offered, such as a whole state. */
export type Found<T> =
	| { kind: "one"; item: T }
	| { kind: "several"; items: T[] }
	| { kind: "zip" }
	| { kind: "none" };

export interface PlaceIndex {
	/** What a text names, typing mistakes allowed for. */
	find(typed: string): Found<Place>;
	/** The places that a text names exactly; none for anything else. */
	exact(key: string): Place[];
	byCode(code: string): Place | undefined;
	/** For suggestions, the likeliest first. */
	suggest(typed: string, limit: number): Place[];
}

const MOST_OFFERED = 25;
/** Cities whose own name has a hyphen. */
const HYPHENATED = ["Winston-Salem", "Wilkes-Barre"];

export function createPlaceIndex(names: WageNames): PlaceIndex {
	const byCode = new Map(names.areas.map((area) => [area.code, area]));
	const place = (area: WageArea, within: string | null = null): Place => ({
		area: area.code,
		areaName: area.name,
		within,
	});
	/** What people are sure to mean: aliases, cities of area names, whole area names, counties by full name. */
	const sure = new Map<string, Place[]>();
	/** Counties without the word: `travis`. */
	const short = new Map<string, Place[]>();
	const add = (into: Map<string, Place[]>, key: string, found: Place) => {
		const list = into.get(key) ?? [];
		if (!list.some((p) => p.area === found.area && p.within === found.within)) list.push(found);
		into.set(key, list);
	};

	for (const area of names.areas) {
		add(sure, nameKey(area.name), place(area));
		for (const city of citiesOf(area.name)) add(sure, nameKey(city), place(area));
		for (const [state, counties] of Object.entries(area.counties)) {
			for (const county of counties) {
				const key = nameKey(county);
				const found = place(area, `${county}, ${state}`);
				add(short, key, found);
				add(short, key.replace(COUNTY_WORD, ""), found);
			}
		}
	}
	for (const [alias, places] of Object.entries(names.aliases.places)) {
		const found = places.flatMap(({ area, within }) => {
			const known = byCode.get(area);
			return known ? [place(known, within)] : [];
		});
		// Written by hand, so it beats what the names happen to hold.
		if (found.length > 0) sure.set(nameKey(alias), found);
	}

	/** Areas that people have own words for are those most often asked about. */
	const hubs = new Set(
		Object.values(names.aliases.places).flatMap((list) => list.map((p) => p.area)),
	);
	const rank = (p: Place, key: string): number =>
		(nameKey(p.areaName).startsWith(key) ? 0 : 2) + (hubs.has(p.area) ? 0 : 1);
	const likeliest = (places: readonly Place[], key: string): Place[] =>
		places.toSorted((a, b) => rank(a, key) - rank(b, key));
	const statesOf = (p: Place): string[] =>
		p.within?.includes(", ")
			? [p.within.slice(-2)]
			: Object.keys(byCode.get(p.area)?.counties ?? {});
	const inState = (places: readonly Place[] | undefined, state: string): Place[] =>
		(places ?? []).filter((p) => statesOf(p).includes(state));

	function exact(key: string): Place[] {
		const whole = sure.get(key);
		if (whole) return whole;
		const cut = splitState(key);
		if (cut && cut.rest !== "") {
			const cities = inState(sure.get(cut.rest), cut.state);
			return cities.length > 0 ? cities : inState(short.get(cut.rest), cut.state);
		}
		return COUNTY_WORD.test(key) ? (short.get(key) ?? []) : [];
	}

	function areasOf(state: string): Place[] {
		return names.areas.filter((area) => state in area.counties).map((area) => place(area));
	}

	function nearest(key: string, among: ReadonlyMap<string, readonly Place[]>): Place[] {
		const cut = splitState(key);
		if (!cut || cut.rest === "") return nearestIn(key, among);
		const found = inState(nearestIn(cut.rest, among), cut.state);
		return found.length > 0 ? found : nearestIn(key, among);
	}

	function starting(key: string): Place[] {
		if (key.length < 3) return [];
		const starts = [...sure].filter(([name]) => name.startsWith(key));
		const holds = [...sure].filter(([name]) => ` ${name}`.includes(` ${key}`));
		return (starts.length > 0 ? starts : holds).flatMap(([, places]) => places);
	}

	const find: PlaceIndex["find"] = (typed) => {
		const text = typed.normalize("NFKC").trim();
		const code = /^\d{5,7}$/.exec(text)?.[0];
		const known = code && byCode.get(code);
		if (known) return { kind: "one", item: place(known) };
		if (/^(?:zip ?(?:code)?:? ?)?\d{5}(?:-\d{4})?$/i.test(text)) return { kind: "zip" };
		const whole = nameKey(text);
		const key = whole.replace(AROUND, "");
		const said = wholeState(whole);
		const state = stateOf(key);
		const named = stateByFullName(key);
		for (const places of [
			said ? areasOf(said) : [],
			// `wyoming` is also a town near Grand Rapids: the state comes first.
			named && inState(exact(key), named).length === 0 ? [...areasOf(named), ...exact(key)] : [],
			exact(whole),
			exact(key),
			state ? areasOf(state) : [],
			short.has(key) ? [...nearest(key, sure), ...(short.get(key) ?? [])] : [],
			starting(key),
			nearest(key, sure),
			nearest(key, short),
		]) {
			const found = oneOrSeveral(places);
			if (found) return found;
		}
		return { kind: "none" };
	};

	return {
		find,
		exact,
		byCode: (code) => {
			const area = byCode.get(code);
			return area && place(area);
		},
		suggest(typed, limit) {
			const key = nameKey(typed);
			if (key === "") return [];
			const known = byCode.get(typed.trim());
			const state = stateOf(key);
			const begins = (from: Map<string, Place[]>) =>
				[...from].filter(([name]) => name.startsWith(key)).flatMap(([, places]) => places);
			return distinct([
				...(known ? [place(known)] : []),
				...exact(key),
				...likeliest(begins(sure), key),
				...(state ? likeliest(areasOf(state), "") : []),
				...starting(key),
				...begins(short),
				...(key.length > 4 ? nearest(key, sure) : []),
			]).slice(0, limit);
		},
	};
}

/** Words around a name that change nothing. */
const AROUND =
	/^(?:the )?(?:city of|state of|greater|metro|downtown|rural|nonmetro) | (?:metro(?:politan)?(?: area)?|area|state|usa?)$/g;
const COUNTY_WORD =
	/ (?:county|parish|borough|municipio|municipality|city and borough|census area|planning region)$/;

/** `Austin-Round Rock-San Marcos, TX`: Austin, Round Rock, San Marcos. */
function citiesOf(areaName: string): string[] {
	const cities = /^(.*), [A-Z]{2}(?:-[A-Z]{2})*$/.exec(areaName)?.[1];
	if (!cities) return [];
	return cities.split(/--|\//).flatMap((part) => {
		const whole = HYPHENATED.find((name) => part.includes(name));
		if (!whole) return part.split("-");
		return [whole, ...part.replace(whole, "").split("-")].filter((city) => city !== "");
	});
}

/** One area is one answer, however many of its towns fit. */
function distinct(places: readonly Place[]): Place[] {
	return places.filter((p, i) => places.findIndex((other) => other.area === p.area) === i);
}

function oneOrSeveral(places: readonly Place[]): Found<Place> | undefined {
	const areas = distinct(places);
	if (areas.length === 0) return undefined;
	if (areas.length === 1 && areas[0]) return { kind: "one", item: areas[0] };
	return { kind: "several", items: areas.slice(0, MOST_OFFERED) };
}
