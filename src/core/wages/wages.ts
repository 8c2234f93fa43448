import type { PlainDate } from "../dates.ts";
import type { WageYear } from "./wage-year.ts";

/** Hours of a full-time year, 40 by 52: how a wage by the hour and one by the year compare. */
export const HOURS_A_YEAR = 2080;

export type WagePeriod = "hour" | "year";

/** `all-industries` (ALC) for most employers; `higher-education` (EDC) for colleges, their affiliates and research bodies. */
const WAGE_TABLES = ["all-industries", "higher-education"] as const;
export type WageTable = (typeof WAGE_TABLES)[number];

/** Levels I to IV in whole cents, each for `per`. */
export type FourWages = readonly [number, number, number, number];

/** The figures of one occupation in one area, as published. */
export interface WageRow {
	per: WagePeriod;
	/** Null where OFLC publishes no four levels. */
	levels: FourWages | null;
	/** Cents, or null. */
	average: number | null;
	/** Why there are no levels, in OFLC's words; null in an ordinary row. */
	label: "High Wage" | "No Leveled Wage" | "No ACWIA" | null;
	/** 1: the area itself; 2: with its neighbours; 3: the state; 4: the nation; null: not known. */
	geoLevel: 1 | 2 | 3 | 4 | null;
}

/** Where the figures of a wage year came from. */
export interface WageFile {
	year: WageYear;
	table: WageTable;
	/** `imported`: the operator's own official file; `starter`: the selection that comes with the program. */
	kind: "imported" | "starter";
	/** The file, as words for a card. */
	source: string;
	/** What to know before relying on it, or null. */
	caution: string | null;
	/** Rows held. */
	rows: number;
	/** The day of import, for imported files. */
	importedOn: PlainDate | null;
}

export interface WageArea {
	/** As OFLC writes it: 5 digits a metropolitan area, 6 or 7 a rest of a state. Never padded. */
	code: string;
	name: string;
	/** `TX`: its counties and towns, by state. */
	counties: Readonly<Record<string, readonly string[]>>;
}

export interface Occupation {
	/** `15-1252` */
	code: string;
	title: string;
	/** O*NET titles: for searching, never shown. */
	alsoCalled: readonly string[];
}

/** A place that people name, and the area it lies in. */
export interface NamedPlace {
	area: string;
	/** The county or town, such as `Travis County, TX`. */
	within: string;
}

/** What people type, beside official names. More than one entry: ask, do not guess. */
export interface WageAliases {
	occupations: Readonly<Record<string, readonly string[]>>;
	places: Readonly<Record<string, readonly NamedPlace[]>>;
}

/** Names of areas and occupations. */
export interface WageNames {
	areas: readonly WageArea[];
	occupations: readonly Occupation[];
	aliases: WageAliases;
}

/** The wage figures at hand, read from files by `src/wages`. */
export interface Wages {
	/** Every file held, the newest wage year first. */
	files(): readonly WageFile[];
	/** The row and the file it came from; undefined when it is not held. */
	find(
		year: WageYear,
		table: WageTable,
		area: string,
		occupation: string,
	): { row: WageRow; file: WageFile } | undefined;
	/** The same object until other files are held. */
	names(): WageNames;
}

/** A desk without figures. */
export const NO_WAGES: Wages = {
	files: () => [],
	find: () => undefined,
	names: () => NO_NAMES,
};
const NO_NAMES: WageNames = {
	areas: [],
	occupations: [],
	aliases: { occupations: {}, places: {} },
};
