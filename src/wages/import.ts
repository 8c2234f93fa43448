import { basename, join, resolve } from "node:path";
import type { PlainDate } from "../core/dates.ts";
import { readWageYear, type WageYear } from "../core/wages/wage-year.ts";
import type { WageTable } from "../core/wages/wages.ts";
import { ImportError } from "./errors.ts";
import { OFFICIAL_FILES, type OfficialFiles, openOfficialFiles } from "./official-files.ts";
import { readAreas, readOccupations } from "./read-names.ts";
import { readTable, type TableCounts } from "./read-table.ts";
import type { TableGrid } from "./table.ts";
import { writeYearFile, type YearContents } from "./year-file.ts";

/** What an import brought in. */
export interface ImportReport {
	year: WageYear;
	areas: number;
	counties: number;
	occupations: number;
	tables: Partial<Record<WageTable, TableCounts>>;
}

/** The folder of imported years. */
export const wagesFolder = (dataDir: string): string => join(dataDir, "wages");
export const yearPath = (dataDir: string, year: WageYear): string =>
	join(wagesFolder(dataDir), `${year}.wages`);

/**
 * Reads a ZIP or folder in the official layout and puts the year in place of what was held of it.
 * Throws ImportError with the reason when anything is wrong; the year held before then stays as it was.
 */
export async function importYear(
	path: string,
	into: { dataDir: string; year?: WageYear | undefined; today: PlainDate },
): Promise<ImportReport> {
	const year = into.year ?? yearInName(path);
	if (!year)
		throw new ImportError(
			"the name does not say which wage year this is; add --year, such as --year 2026-27",
		);
	const { contents, report } = await readYear(path, year, into.today);
	writeYearFile(yearPath(into.dataDir, year), contents);
	return report;
}

/** Reads a year in the official layout without writing anything. */
export async function readYear(
	path: string,
	year: WageYear,
	today: PlainDate,
): Promise<{ contents: YearContents; report: ImportReport }> {
	const files = await openOfficialFiles(path);
	try {
		const areas = await readAreas(await files.open("geography"));
		const occupations = await readOccupations(
			await files.open("occupations"),
			files.has("onet") ? await files.open("onet") : null,
		);
		const { tables, counts } = await readTables(files);
		const known = {
			areas: new Set(areas.map((area) => area.code)),
			occupations: new Set(occupations.map((occupation) => occupation.code)),
		};
		for (const grid of tables.values()) checkCodes(grid, known);
		const counties = areas.reduce(
			(sum, area) => sum + Object.values(area.counties).flat().length,
			0,
		);
		return {
			contents: {
				year,
				source: `Labor Department (OFLC) file of ${year} (${basename(resolve(path))})`,
				importedOn: today,
				areas,
				occupations,
				tables,
			},
			report: {
				year,
				areas: areas.length,
				counties,
				occupations: occupations.length,
				tables: counts,
			},
		};
	} finally {
		files.close();
	}
}

async function readTables(files: OfficialFiles) {
	const tables = new Map<WageTable, TableGrid>();
	const counts: ImportReport["tables"] = {};
	let yearly: ReadonlySet<string> | undefined;
	for (const [table, file] of [
		["all-industries", "allIndustries"],
		["higher-education", "higherEducation"],
	] as const) {
		if (!files.has(file)) continue;
		const read = await readTable(OFFICIAL_FILES[file], await files.open(file), yearly);
		yearly ??= read.table.yearly();
		tables.set(table, read.table.grid());
		counts[table] = read.counts;
	}
	return { tables, counts };
}

/** Figures of an area or occupation without a name point at files of two different years. */
function checkCodes(
	grid: TableGrid,
	known: { areas: Set<string>; occupations: Set<string> },
): void {
	const area = grid.areas.find((code) => !known.areas.has(code));
	if (area) throw new ImportError(`area ${area} has figures but is not in Geography.csv`);
	const soc = grid.occupations.find((code) => !known.occupations.has(code));
	if (soc) throw new ImportError(`occupation ${soc} has figures but is not in oes_soc_occs.csv`);
}

/** `OFLC_Wages_2025-26_Updated.zip`: the wage year that the official name states. */
function yearInName(path: string): WageYear | undefined {
	const match = /(?<!\d)(20\d{2}-(?:20)?\d{2})(?!\d)/.exec(basename(resolve(path)));
	return match?.[1] ? readWageYear(match[1]) : undefined;
}
