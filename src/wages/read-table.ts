import type { Readable } from "node:stream";
import { checkHeader, createCsvReader } from "./csv.ts";
import { ImportError } from "./errors.ts";
import { createTable, type MutableTable } from "./table.ts";

/** What one file of figures held. */
export interface TableCounts {
	rows: number;
	areas: number;
	occupations: number;
	annual: number;
	highWage: number;
	noLeveledWage: number;
	noAcwia: number;
	/** Rows whose figures come from a wider area; null: the file says so of no row. */
	fromWiderArea: number | null;
	/** Occupations by areas, less the rows held. */
	missing: number;
}

const COLUMNS = ["Area", "SocCode", "GeoLvl", "Level1", "Level2", "Level3", "Level4", "Average"];
const LABELS = ["", "Annual Wage", "High Wage", "No Leveled Wage", "No ACWIA"];
// An official table has a row for each occupation in each area; a cut one does not.
const WHOLE_FROM_ROWS = 50_000;
const MOST_ROWS = 2_000_000;
// INA 212(p)(4): levels II and III lie on the straight line from I to IV. A few odd rows do not condemn a file.
const MOST_OFF_LINE = 0.005;

/** A table with what it held. */
export interface TableRead {
	table: MutableTable;
	counts: TableCounts;
}

/** Reads ALC_Export.csv or EDC_Export.csv. Throws ImportError at the first thing that can't be right. */
export async function readTable(
	name: string,
	stream: Readable,
	yearly: ReadonlySet<string> | null = null,
): Promise<TableRead> {
	const reader = createTableReader(name, yearly);
	stream.setEncoding("latin1");
	for await (const piece of stream) reader.write(piece as string);
	return reader.end();
}

/**
 * Reads a table from pieces of text. Older higher-education tables have no Label column: `yearly` are then
 * the occupations whose wages are by the year. Without `yearly` the column must be there.
 */
export function createTableReader(
	name: string,
	yearly: ReadonlySet<string> | null = null,
): { write(piece: string): void; end(): TableRead } {
	const table = createTable();
	const counts = { annual: 0, highWage: 0, noLeveledWage: 0, noAcwia: 0 };
	let offLine = 0;
	let geoKnown = 0;
	let wider = 0;
	let rows = 0;
	let columns = 0;

	const csv = createCsvReader(name, (fields, line) => {
		if (columns === 0) {
			checkHeader(name, fields, yearly ? COLUMNS : [...COLUMNS, "Label"], ["Label"]);
			columns = fields.length;
			return;
		}
		if (fields.length !== columns)
			throw new ImportError(
				`${name}, line ${line}: ${fields.length} columns instead of ${columns}; the file is damaged or cut short`,
			);
		if (yearly && columns === COLUMNS.length) fields.push(labelOf(fields, yearly));
		const row = readRow(fields, (problem) => new ImportError(`${name}, line ${line}: ${problem}`));
		if (!table.add(row))
			throw new ImportError(`${name}, line ${line}: a second row for ${row.area} ${row.soc}`);
		if (++rows > MOST_ROWS) throw new ImportError(`${name}: too many rows`);
		if (row.isAnnual) counts.annual++;
		if (row.label === 1) counts.highWage++;
		if (row.label === 2) counts.noLeveledWage++;
		if (row.label === 3) counts.noAcwia++;
		if (row.levels && isOffLine(row.levels, row.isAnnual)) offLine++;
		if (row.geoLevel > 0) geoKnown++;
		if (row.geoLevel > 1) wider++;
	});

	const end = (): TableRead => {
		csv.end();
		if (columns === 0) throw new ImportError(`${name} is empty`);
		if (rows === 0) throw new ImportError(`${name} has a header and no rows`);
		if (offLine > rows * MOST_OFF_LINE && offLine > 1)
			throw new ImportError(
				`${name}: in ${offLine} of ${rows} rows levels II and III are not evenly spaced; the columns do not hold what their names say`,
			);
		const { areas, occupations } = table.size();
		const missing = areas * occupations - rows;
		if (missing > 0 && rows >= WHOLE_FROM_ROWS)
			throw new ImportError(
				`${name}: ${missing} rows are missing (${areas} areas with ${occupations} occupations make ${areas * occupations}, the file has ${rows}); it is cut short`,
			);
		const fromWiderArea = geoKnown > 0 ? wider : null;
		return { table, counts: { rows, areas, occupations, ...counts, fromWiderArea, missing } };
	};
	return { write: csv.write, end };
}

/** A row in whole cents. `label`: 0 ordinary, 1 High Wage, 2 No Leveled Wage, 3 No ACWIA. */
export interface TableRow {
	area: string;
	soc: string;
	/** 0: not known. */
	geoLevel: number;
	levels: [number, number, number, number] | null;
	average: number | null;
	isAnnual: boolean;
	label: number;
}

/** The label that a row of an older table would have. */
function labelOf(fields: readonly string[], yearly: ReadonlySet<string>): string {
	if (fields.slice(3, 7).every((level) => level === "")) return "No Leveled Wage";
	return yearly.has(fields[1] ?? "") ? "Annual Wage" : "";
}

function readRow(fields: string[], wrong: (problem: string) => ImportError): TableRow {
	const [area = "", soc = "", geo = "", ...rest] = fields as string[];
	if (!/^[1-9]\d{4,6}$/.test(area)) throw wrong(`"${area.slice(0, 20)}" is no area code`);
	if (!/^\d{2}-\d{4}$/.test(soc)) throw wrong(`"${soc.slice(0, 20)}" is no occupation code`);
	if (geo !== "" && !/^[1-4]$/.test(geo)) throw wrong(`"${geo.slice(0, 20)}" is no GeoLvl`);
	const label = LABELS.indexOf((rest[5] ?? "").trim());
	if (label < 0) throw wrong(`"${rest[5]?.slice(0, 30)}" is no label that is known`);
	const money = rest.slice(0, 5).map((text) => cents(text, wrong));
	const levels = money.slice(0, 4).filter((value) => value !== null);
	// The label decides between hour and year, never the size of the number.
	const isAnnual = label === 1;
	const hasLevels = label <= 1;
	if (hasLevels ? levels.length !== 4 : levels.length !== 0)
		throw wrong(
			hasLevels
				? "a level is blank in a row that must have four"
				: `a level stands beside the label "${LABELS[label]}"`,
		);
	for (let i = 1; i < levels.length; i++) {
		if ((levels[i] as number) < (levels[i - 1] as number))
			throw wrong(`level ${i + 1} is lower than level ${i}; the columns are not in order`);
	}
	return {
		area,
		soc,
		geoLevel: Number(geo),
		levels: hasLevels ? (levels as TableRow["levels"]) : null,
		average: money[4] ?? null,
		isAnnual,
		label: hasLevels ? 0 : label - 1,
	};
}

const MOST_CENTS = 2_000_000_000;

function cents(text: string, wrong: (problem: string) => ImportError): number | null {
	if (text === "") return null;
	const match = /^\s*(\d{1,8})(?:\.(\d{1,2}))?\s*$/.exec(text.replaceAll(",", ""));
	if (!match) throw wrong(`"${text.slice(0, 20)}" is no wage`);
	const value = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
	if (value === 0 || value > MOST_CENTS) throw wrong(`${text} is no wage that can be`);
	return value;
}

/** Rounding moves a level by a cent an hour, or a dollar a year, at most. */
function isOffLine(levels: readonly number[], isAnnual: boolean): boolean {
	const [one, two, three, four] = levels as [number, number, number, number];
	const most = isAnnual ? 101 : 1.01;
	return (
		Math.abs(two - (one + (four - one) / 3)) > most ||
		Math.abs(three - (one + ((four - one) * 2) / 3)) > most
	);
}
