import {
	closeSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readSync,
	renameSync,
	rmSync,
	fstatSync,
	writeSync,
} from "node:fs";
import { dirname } from "node:path";
import type { PlainDate } from "../core/dates.ts";
import type { WageYear } from "../core/wages/wage-year.ts";
import type { Occupation, WageArea, WageRow, WageTable } from "../core/wages/wages.ts";
import { RECORD_BYTES, readRecord, type TableGrid } from "./table.ts";

/*
 * One file holds a wage year: a mark, the length of the header, the header as JSON, then the records of
 * each table (table.ts). Look-ups read one record from disk, so that opening costs the header alone.
 */
const MARK = Buffer.from("H1BWAGES1\n", "latin1");
const LARGEST_HEADER = 32 * 1024 * 1024;

export interface YearHeader {
	year: WageYear;
	source: string;
	importedOn: PlainDate;
	areas: WageArea[];
	occupations: Occupation[];
	tables: {
		table: WageTable;
		rows: number;
		areas: string[];
		occupations: string[];
		/** Bytes from the end of the header. */
		at: number;
	}[];
}

/** A year as read by the importer. */
export interface YearContents extends Omit<YearHeader, "tables"> {
	tables: ReadonlyMap<WageTable, TableGrid>;
}

/** Writes beside the target, flushes, then renames: whoever reads sees the old year or the new one, whole. */
export function writeYearFile(path: string, contents: YearContents): void {
	let at = 0;
	const header: YearHeader = {
		...contents,
		tables: [...contents.tables].map(([table, { records, ...grid }]) => {
			const entry = { table, ...grid, at };
			at += records.length;
			return entry;
		}),
	};
	const json = Buffer.from(JSON.stringify(header));
	const length = Buffer.alloc(4);
	length.writeUInt32LE(json.length);
	mkdirSync(dirname(path), { recursive: true });
	const fresh = `${path}.${process.pid}.tmp`;
	const file = openSync(fresh, "w", 0o644);
	try {
		for (const part of [MARK, length, json]) writeAll(file, part);
		for (const { records } of contents.tables.values()) writeAll(file, records);
		fsyncSync(file);
	} catch (error) {
		closeSync(file);
		rmSync(fresh, { force: true });
		throw error;
	}
	closeSync(file);
	renameSync(fresh, path);
}

function writeAll(file: number, bytes: Buffer): void {
	for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** A year file opened for look-ups. */
export interface OpenYear {
	header: YearHeader;
	find(table: WageTable, area: string, occupation: string): WageRow | undefined;
	close(): void;
}

const NOT_OURS = "not a wage file of this program, or cut short; import the year again";

/** Opens a year file. Throws an Error with a plain reason when it is not one, or not whole. */
export function openYearFile(path: string): OpenYear {
	const file = openSync(path, "r");
	try {
		const start = read(file, 0, MARK.length + 4);
		if (!start.subarray(0, MARK.length).equals(MARK)) throw new Error(NOT_OURS);
		const length = start.readUInt32LE(MARK.length);
		if (length > LARGEST_HEADER) throw new Error(NOT_OURS);
		const json = read(file, start.length, length);
		const header = JSON.parse(json.toString("utf8")) as YearHeader;
		const base = start.length + length;
		const size = header.tables.reduce(
			(sum, t) => sum + t.areas.length * t.occupations.length * RECORD_BYTES,
			base,
		);
		if (fstatSync(file).size !== size) throw new Error(NOT_OURS);
		return { header, find: finder(file, base, header), close: () => closeSync(file) };
	} catch (error) {
		closeSync(file);
		throw error instanceof SyntaxError ? new Error(NOT_OURS) : error;
	}
}

function finder(file: number, base: number, header: YearHeader): OpenYear["find"] {
	const tables = new Map(
		header.tables.map((t) => [
			t.table,
			{
				at: base + t.at,
				width: t.occupations.length,
				areas: new Map(t.areas.map((code, i) => [code, i])),
				occupations: new Map(t.occupations.map((code, i) => [code, i])),
			},
		]),
	);
	return (name, area, occupation) => {
		const table = tables.get(name);
		const row = table?.areas.get(area);
		const column = table?.occupations.get(occupation);
		if (!table || row === undefined || column === undefined) return undefined;
		const at = table.at + (row * table.width + column) * RECORD_BYTES;
		return toRow(readRecord(read(file, at, RECORD_BYTES), 0));
	};
}

const LABELS = [null, "High Wage", "No Leveled Wage", "No ACWIA"] as const;

/** A record as core reads it. */
export function toRow(record: ReturnType<typeof readRecord>): WageRow | undefined {
	if (!record) return undefined;
	return {
		per: record.isAnnual ? "year" : "hour",
		levels: record.levels,
		average: record.average,
		label: LABELS[record.label] ?? null,
		geoLevel: record.geoLevel === 0 ? null : (record.geoLevel as 1 | 2 | 3 | 4),
	};
}

function read(file: number, at: number, length: number): Buffer {
	const bytes = Buffer.alloc(length);
	if (readSync(file, bytes, 0, length, at) !== length) throw new Error(NOT_OURS);
	return bytes;
}
