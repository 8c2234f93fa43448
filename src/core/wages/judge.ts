import type { Place } from "./places.ts";
import { type Pay, type Reach, reach } from "./reach.ts";
import type { WageYear } from "./wage-year.ts";
import type { WageFile, WageRow, Wages, WageTable } from "./wages.ts";

/** One worksite with its figures, and where the offer stands there. */
export interface Site {
	place: Place;
	row: WageRow;
	file: WageFile;
	/** Null without a wage, and where no four levels are published. */
	reach: Reach | null;
}

/** An offer against the figures of one wage year. */
export interface Judged {
	year: WageYear;
	/** The table used; `all-industries` where the other one is not held. */
	table: WageTable;
	sites: Site[];
	/** Places whose figures are not held. */
	missing: Place[];
	/** The site that decides: the lowest level, 8 CFR 214.2(h)(8)(iii)(A)(4)(i). */
	deciding: Site | null;
}

export interface OfferToJudge {
	occupation: string;
	places: readonly Place[];
	pay: Pay | null;
	year: WageYear;
	table: WageTable;
}

/** Looks up every worksite and finds the one that decides. */
export function judgeOffer(wages: Wages, offer: OfferToJudge): Judged {
	const { occupation, places, pay, year } = offer;
	const isHeld = wages.files().some((f) => f.year === year && f.table === offer.table);
	const table = isHeld ? offer.table : "all-industries";
	const sites: Site[] = [];
	const missing: Place[] = [];
	for (const place of places) {
		const found = wages.find(year, table, place.area, occupation);
		if (!found) missing.push(place);
		else sites.push({ place, ...found, reach: pay ? reach(pay, found.row) : null });
	}
	const deciding = missing.length > 0 ? null : (sites.toSorted(byLevel)[0] ?? null);
	return { year, table, sites, missing, deciding };
}

/** A site without levels first: it leaves the whole offer open. Then the lowest level, then the farthest next one. */
function byLevel(a: Site, b: Site): number {
	if (!a.reach || !b.reach) return Number(b.reach === null) - Number(a.reach === null);
	const levelOf = (r: Reach) => (r.belowLevelOne ? -1 : r.level);
	return levelOf(a.reach) - levelOf(b.reach) || (b.reach.toNext ?? 0) - (a.reach.toNext ?? 0);
}
