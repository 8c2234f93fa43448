import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readWageYear, type WageYear } from "../core/wages/wage-year.ts";
import type { Occupation, WageAliases, WageArea, WageNames } from "../core/wages/wages.ts";
import { createCsvReader } from "./csv.ts";
import { createTableReader } from "./read-table.ts";
import { RECORD_BYTES, readRecord, type TableGrid } from "./table.ts";

/** Figures and names that come with the program, so that a newcomer gets answers at once. */
const BUNDLED = new URL("../core/wages/", import.meta.url);
export const STARTER_FOLDER = fileURLToPath(new URL("starter", BUNDLED));
const NAMES_FOLDER = fileURLToPath(new URL("names", BUNDLED));

/** A starter file: what it says of itself in lines that begin with `#`, then rows in the official columns. */
export interface StarterYear {
	year: WageYear;
	source: string;
	caution: string | null;
	grid: TableGrid;
}

/** Splits `# key: value` lines from the rows below them. */
export function splitNotes(text: string): { notes: Record<string, string>; rows: string } {
	const notes: Record<string, string> = {};
	const lines = text.split("\n");
	const first = lines.findIndex((line) => !line.startsWith("#"));
	for (const line of lines.slice(0, first)) {
		const match = /^# ([a-z ]+): (.*)$/.exec(line.trimEnd());
		if (match?.[1]) notes[match[1]] = match[2] ?? "";
	}
	return { notes, rows: lines.slice(first).join("\n") };
}

export function readStarters(folder = STARTER_FOLDER): StarterYear[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => name.endsWith(".csv"))
		.map((name) => {
			const { notes, rows } = splitNotes(readFileSync(join(folder, name), "utf8"));
			const year = readWageYear(notes["wage year"] ?? "");
			if (!year || !notes.source) throw new TypeError(`${name} names no wage year or no source`);
			const reader = createTableReader(name);
			reader.write(rows);
			const { table } = reader.end();
			return { year, source: notes.source, caution: notes.caution ?? null, grid: table.grid() };
		});
}

/** Official names of all areas with their counties and of all occupations, and what people call them. */
export function readNames(folder = NAMES_FOLDER): WageNames {
	const aliases = JSON.parse(readFileSync(join(folder, "aliases.json"), "utf8")) as WageAliases;
	const areas = new Map<string, WageArea & { counties: Record<string, string[]> }>();
	for (const [code = "", name = "", state = "", counties = ""] of rowsOf(folder, "areas.csv")) {
		const area = areas.get(code) ?? { code, name, counties: {} };
		areas.set(code, area);
		area.counties[state] = split(counties);
	}
	const occupations = rowsOf(folder, "occupations.csv").map(
		([code = "", title = "", onet = ""]): Occupation => ({ code, title, alsoCalled: split(onet) }),
	);
	return { areas: [...areas.values()], occupations, aliases };
}

const split = (list: string): string[] => (list === "" ? [] : list.split("; "));

function rowsOf(folder: string, name: string): string[][] {
	const rows: string[][] = [];
	const csv = createCsvReader(name, (fields) => rows.push(fields));
	csv.write(splitNotes(readFileSync(join(folder, name), "utf8")).rows);
	csv.end();
	return rows.slice(1);
}

/** What a starter file says of itself. */
export interface StarterNotes {
	year: WageYear;
	source: string;
	caution?: string | undefined;
}

/** Writes the rows of a selection; `areas` and `occupations` null: all of them. Returns how many. */
export function writeStarter(
	folder: string,
	notes: StarterNotes,
	grid: TableGrid,
	selected: { areas: readonly string[]; occupations: readonly string[] } | null,
): number {
	const rows = selectRows(grid, selected ?? grid);
	const head = [
		`# wage year: ${notes.year}`,
		`# source: ${notes.source}`,
		...(notes.caution ? [`# caution: ${notes.caution}`] : []),
		"Area,SocCode,GeoLvl,Level1,Level2,Level3,Level4,Average,Label",
	];
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `${notes.year}.csv`), `${[...head, ...rows].join("\n")}\n`);
	return rows.length;
}

/** Rows of a table as the official file writes them, area by area. */
function selectRows(
	grid: TableGrid,
	selected: { areas: readonly string[]; occupations: readonly string[] },
): string[] {
	return selected.areas.flatMap((area) =>
		selected.occupations.flatMap((soc) => {
			const row = grid.areas.indexOf(area);
			const column = grid.occupations.indexOf(soc);
			if (row < 0 || column < 0) return [];
			const at = (row * grid.occupations.length + column) * RECORD_BYTES;
			const record = readRecord(grid.records, at);
			return record ? [officialLine(area, soc, record)] : [];
		}),
	);
}

const LABELS = ["", "High Wage", "No Leveled Wage", "No ACWIA"];

function officialLine(
	area: string,
	soc: string,
	record: NonNullable<ReturnType<typeof readRecord>>,
): string {
	const { levels, isAnnual } = record;
	const amount = (cents: number | null | undefined) =>
		cents === null || cents === undefined ? "" : (cents / 100).toFixed(isAnnual ? 0 : 2);
	return [
		area,
		soc,
		record.geoLevel || "",
		...[0, 1, 2, 3].map((i) => amount(levels?.[i])),
		amount(record.average),
		isAnnual ? "Annual Wage" : LABELS[record.label],
	].join(",");
}
