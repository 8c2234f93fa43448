import type { TableRow } from "./read-table.ts";

/** Bytes of a record: five amounts of 4, then label, flags and two spare ones. */
export const RECORD_BYTES = 24;
const AMOUNTS = 5;
const HELD = 1;
const ANNUAL = 2;
const LEVELS = 4;
const AVERAGE = 8;

/** The rows of one table while they are read: records in the order of the file, found by area and occupation. */
export interface MutableTable {
	/** False when the pair is there already. */
	add(row: TableRow): boolean;
	size(): { areas: number; occupations: number };
	/** Occupations with wages by the year. */
	yearly(): ReadonlySet<string>;
	/** Codes in sorted order, and a record for each area with each occupation. */
	grid(): TableGrid;
}

/** A record for every area with every occupation, area by area; an absent pair is all zeros. */
export interface TableGrid {
	areas: string[];
	occupations: string[];
	rows: number;
	records: Buffer;
}

const FIRST_ROWS = 4_096;

export function createTable(): MutableTable {
	const areas = new Map<string, number>();
	const occupations = new Map<string, number>();
	const seen = new Set<number>();
	const yearly = new Set<string>();
	let records = Buffer.alloc(FIRST_ROWS * RECORD_BYTES);
	let places = new Uint32Array(FIRST_ROWS);
	let rows = 0;

	const numberOf = (codes: Map<string, number>, code: string): number => {
		const found = codes.get(code);
		if (found !== undefined) return found;
		codes.set(code, codes.size);
		return codes.size - 1;
	};
	const grow = () => {
		const larger = Buffer.alloc(records.length * 2);
		records.copy(larger);
		records = larger;
		const more = new Uint32Array(places.length * 2);
		more.set(places);
		places = more;
	};

	return {
		add(row) {
			const place = numberOf(areas, row.area) * 65_536 + numberOf(occupations, row.soc);
			if (seen.has(place)) return false;
			seen.add(place);
			if (row.isAnnual) yearly.add(row.soc);
			if (rows === places.length) grow();
			places[rows] = place;
			writeRecord(records, rows * RECORD_BYTES, row);
			rows++;
			return true;
		},
		size: () => ({ areas: areas.size, occupations: occupations.size }),
		yearly: () => yearly,
		grid() {
			const [areaCodes, areaAt] = sorted(areas, (a, b) => Number(a) - Number(b));
			const [socCodes, socAt] = sorted(occupations, (a, b) => (a < b ? -1 : 1));
			const grid = Buffer.alloc(areaCodes.length * socCodes.length * RECORD_BYTES);
			for (let i = 0; i < rows; i++) {
				const place = places[i] as number;
				const area = areaAt[Math.floor(place / 65_536)] as number;
				const at = (area * socCodes.length + (socAt[place % 65_536] as number)) * RECORD_BYTES;
				records.copy(grid, at, i * RECORD_BYTES, (i + 1) * RECORD_BYTES);
			}
			return { areas: areaCodes, occupations: socCodes, rows, records: grid };
		},
	};
}

/** The codes in order, and for each number given while reading its place in that order. */
function sorted(
	codes: Map<string, number>,
	compare: (a: string, b: string) => number,
): [string[], number[]] {
	const list = [...codes.keys()].sort(compare);
	const places: number[] = [];
	list.forEach((code, place) => {
		places[codes.get(code) as number] = place;
	});
	return [list, places];
}

function writeRecord(into: Buffer, at: number, row: TableRow): void {
	for (let i = 0; i < 4; i++) into.writeInt32LE(row.levels?.[i] ?? 0, at + i * 4);
	into.writeInt32LE(row.average ?? 0, at + 16);
	into[at + AMOUNTS * 4] = row.label;
	into[at + 21] =
		HELD |
		(row.isAnnual ? ANNUAL : 0) |
		(row.levels ? LEVELS : 0) |
		(row.average === null ? 0 : AVERAGE);
	into[at + 22] = row.geoLevel;
}

/** Reads a record back; undefined for an absent pair. */
export function readRecord(from: Buffer, at: number): Omit<TableRow, "area" | "soc"> | undefined {
	const flags = from[at + 21] ?? 0;
	if ((flags & HELD) === 0) return undefined;
	const amount = (i: number) => from.readInt32LE(at + i * 4);
	return {
		levels: flags & LEVELS ? [amount(0), amount(1), amount(2), amount(3)] : null,
		average: flags & AVERAGE ? amount(4) : null,
		label: from[at + AMOUNTS * 4] ?? 0,
		isAnnual: (flags & ANNUAL) !== 0,
		geoLevel: from[at + 22] ?? 0,
	};
}
