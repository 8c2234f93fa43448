import type { Readable } from "node:stream";
import type { Occupation, WageArea } from "../core/wages/wages.ts";
import { checkHeader, createCsvReader } from "./csv.ts";
import { ImportError } from "./errors.ts";
import { OFFICIAL_FILES } from "./official-files.ts";

const LARGEST_NAMES = 20 * 1024 * 1024;

/** Geography.csv: every area with its counties by state. */
export async function readAreas(stream: Readable): Promise<WageArea[]> {
	const name = OFFICIAL_FILES.geography;
	const areas = new Map<string, WageArea & { counties: Record<string, string[]> }>();
	const columns = ["Area", "AreaName", "StateAb", "State", "CountyTownName"];
	await readSmall(
		name,
		stream,
		columns,
		([code = "", areaName = "", state = "", , county = ""], line) => {
			if (!/^[1-9]\d{4,6}$/.test(code))
				throw new ImportError(`${name}, line ${line}: "${code.slice(0, 20)}" is no area code`);
			if (!/^[A-Z]{2}$/.test(state))
				throw new ImportError(`${name}, line ${line}: "${state.slice(0, 20)}" is no state`);
			if (areaName === "") throw new ImportError(`${name}, line ${line}: the area has no name`);
			const area = areas.get(code) ?? { code, name: areaName, counties: {} };
			areas.set(code, area);
			area.counties[state] ??= [];
			if (county !== "" && !area.counties[state].includes(county))
				area.counties[state].push(county);
		},
	);
	if (areas.size === 0) throw new ImportError(`${name} has no areas`);
	return [...areas.values()].sort((a, b) => Number(a.code) - Number(b.code));
}

/** oes_soc_occs.csv, with the O*NET titles of xwalk_plus.csv where it is there. */
export async function readOccupations(
	titles: Readable,
	onet: Readable | null,
): Promise<Occupation[]> {
	const found = new Map<string, { code: string; title: string; alsoCalled: string[] }>();
	const name = OFFICIAL_FILES.occupations;
	await readSmall(name, titles, ["soccode", "Title"], ([code = "", title = ""], line) => {
		if (!/^\d{2}-\d{4}$/.test(code))
			throw new ImportError(`${name}, line ${line}: "${code.slice(0, 20)}" is no occupation code`);
		if (title === "") throw new ImportError(`${name}, line ${line}: the occupation has no title`);
		found.set(code, { code, title, alsoCalled: [] });
	});
	if (found.size === 0) throw new ImportError(`${name} has no occupations`);
	if (onet) {
		const columns = ["OES_SOCCODE", "OES_SOCTITLE", "TruncOnetCode", "OnetCode", "ONetTitle"];
		await readSmall(OFFICIAL_FILES.onet, onet, columns, ([code = "", , , , title = ""]) => {
			const occupation = found.get(code);
			if (!occupation || title === "" || title === occupation.title) return;
			if (!occupation.alsoCalled.includes(title)) occupation.alsoCalled.push(title);
		});
	}
	return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

async function readSmall(
	name: string,
	stream: Readable,
	columns: readonly string[],
	onRow: (fields: string[], line: number) => void,
): Promise<void> {
	const pieces: Buffer[] = [];
	let size = 0;
	for await (const piece of stream as AsyncIterable<Buffer>) {
		size += piece.length;
		if (size > LARGEST_NAMES) throw new ImportError(`${name} is too large`);
		pieces.push(piece);
	}
	let width = 0;
	const csv = createCsvReader(name, (fields, line) => {
		if (width === 0) {
			checkHeader(name, fields, columns);
			width = fields.length;
			return;
		}
		if (fields.length !== width)
			throw new ImportError(
				`${name}, line ${line}: ${fields.length} columns instead of ${width}; the file is damaged or cut short`,
			);
		onRow(
			fields.map((field) => field.trim()),
			line,
		);
	});
	csv.write(decodeNames(Buffer.concat(pieces)));
	csv.end();
	if (width === 0) throw new ImportError(`${name} is empty`);
}

// 0x81 is u-umlaut in a DOS code page; since 2025-26 a plain u may stand after it.
const DAMAGED_U = /\u0081u?/g;
// DOS code page 437, as older files have it: the letters that names of places need.
const DOS_LETTERS: Record<string, string> = {
	"\u0082": "é",
	"\u00a0": "á",
	"\u00a1": "í",
	"\u00a2": "ó",
	"\u00a3": "ú",
	"\u00a4": "ñ",
	"\u00a5": "Ñ",
};

/** UTF-8, or single bytes of a DOS code page where it is none; a damaged u-umlaut is repaired in both. */
function decodeNames(bytes: Buffer): string {
	try {
		const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
		return text.replace(DAMAGED_U, "ü");
	} catch {
		return bytes
			.toString("latin1")
			.replace(DAMAGED_U, "ü")
			.replace(/[\u0082\u00a0-\u00a5]/g, (letter) => DOS_LETTERS[letter] ?? letter);
	}
}
