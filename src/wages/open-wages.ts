import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { readWageYear, type WageYear } from "../core/wages/wage-year.ts";
import type { WageFile, WageNames, WageTable, Wages } from "../core/wages/wages.ts";
import { wagesFolder } from "./import.ts";
import { readNames, readStarters, type StarterYear } from "./starter.ts";
import { RECORD_BYTES, readRecord } from "./table.ts";
import { type OpenYear, openYearFile, toRow } from "./year-file.ts";

export interface OpenedWages {
	wages: Wages;
	/** Year files that cannot be used, one a line; read again whenever the folder has changed. */
	problems(): readonly string[];
}

interface Imported {
	years: ReadonlyMap<WageYear, OpenYear>;
	problems: string[];
	/** When the folder last changed: an import renames a file into it. */
	stamp: number;
}

/** The imported years in `DATA_DIR`, over the starter figures. An import shows without a restart. Null: starter only. */
export function openWages(dataDir: string | null): OpenedWages {
	const folder = dataDir === null ? null : wagesFolder(dataDir);
	let imported: Imported = { years: new Map(), problems: [], stamp: -1 };
	let starters: ReadonlyMap<WageYear, StarterYear> | undefined;
	let bundledNames: WageNames | undefined;
	let names: { of: Imported; value: WageNames } | undefined;

	const current = (): Imported => {
		if (folder === null) return imported;
		const stamp = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
		if (stamp === imported.stamp) return imported;
		const before = imported;
		imported = openFolder(folder, stamp);
		for (const year of before.years.values()) year.close();
		return imported;
	};
	const starter = (): ReadonlyMap<WageYear, StarterYear> => {
		starters ??= new Map(readStarters().map((file) => [file.year, file]));
		return starters;
	};

	const wages: Wages = {
		files() {
			const mine = [...current().years.values()].flatMap((year) =>
				year.header.tables.map(({ table }) => importedFile(year, table)),
			);
			const held = new Set(mine.filter((f) => f.table === "all-industries").map((f) => f.year));
			const bundled = [...starter().values()].filter((file) => !held.has(file.year));
			return [...mine, ...bundled.map(starterFile)].sort(
				(a, b) => b.year.localeCompare(a.year) || a.table.localeCompare(b.table),
			);
		},
		find(year, table, area, occupation) {
			const own = current().years.get(year);
			// The operator's file is whole: what it does not hold, the starter figures must not fill in.
			if (own?.header.tables.some((t) => t.table === table)) {
				const row = own.find(table, area, occupation);
				return row && { row, file: importedFile(own, table) };
			}
			const bundled = table === "all-industries" ? starter().get(year) : undefined;
			const row = bundled && findStarter(bundled, area, occupation);
			return bundled && row && { row, file: starterFile(bundled) };
		},
		names() {
			const now = current();
			if (names?.of === now) return names.value;
			bundledNames ??= readNames();
			const newest = [...now.years.values()].sort((a, b) =>
				a.header.year < b.header.year ? 1 : -1,
			)[0];
			names = { of: now, value: withImported(bundledNames, newest) };
			return names.value;
		},
	};
	return { wages, problems: () => current().problems };
}

function openFolder(folder: string, stamp: number): Imported {
	const years = new Map<WageYear, OpenYear>();
	const problems: string[] = [];
	for (const name of stamp === 0 ? [] : readdirSync(folder)) {
		const year = readWageYear(/^(.*)\.wages$/.exec(name)?.[1] ?? "");
		if (!year) continue;
		try {
			years.set(year, openYearFile(join(folder, name)));
		} catch (error) {
			problems.push(`${name}: ${error instanceof Error ? error.message : "cannot be read"}`);
		}
	}
	return { years, problems, stamp };
}

/** Names of the newest imported year win; a small file must not take away the names that all people need. */
function withImported(bundled: WageNames, newest: OpenYear | undefined): WageNames {
	if (!newest) return bundled;
	const merge = <T extends { code: string }>(base: readonly T[], over: readonly T[]): T[] => {
		const found = new Map(base.map((item) => [item.code, item]));
		for (const item of over) found.set(item.code, item);
		return [...found.values()];
	};
	return {
		areas: merge(bundled.areas, newest.header.areas),
		occupations: merge(bundled.occupations, newest.header.occupations),
		aliases: bundled.aliases,
	};
}

function importedFile({ header }: OpenYear, table: WageTable): WageFile {
	return {
		year: header.year,
		table,
		kind: "imported",
		source: header.source,
		caution: null,
		rows: header.tables.find((t) => t.table === table)?.rows ?? 0,
		importedOn: header.importedOn,
	};
}

function starterFile(file: StarterYear): WageFile {
	return {
		year: file.year,
		table: "all-industries",
		kind: "starter",
		source: file.source,
		caution: file.caution,
		rows: file.grid.rows,
		importedOn: null,
	};
}

function findStarter({ grid }: StarterYear, area: string, occupation: string) {
	const row = grid.areas.indexOf(area);
	const column = grid.occupations.indexOf(occupation);
	if (row < 0 || column < 0) return undefined;
	return toRow(readRecord(grid.records, (row * grid.occupations.length + column) * RECORD_BYTES));
}
