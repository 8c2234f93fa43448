import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Occupation, WageArea } from "../core/wages/wages.ts";
import type { StarterNotes } from "./starter.ts";

const ONET =
	"O*NET titles: O*NET database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), CC BY 4.0";

/** Writes the names of all areas, counties and occupations of a year, for the program to come with. */
export function writeNames(
	folder: string,
	notes: StarterNotes,
	names: { areas: readonly WageArea[]; occupations: readonly Occupation[] },
): void {
	const head = [`# wage year: ${notes.year}`, `# source: ${notes.source}`];
	const areas = names.areas.flatMap(({ code, name, counties }) =>
		Object.entries(counties).map(([state, list]) => row(code, name, state, list.join("; "))),
	);
	const occupations = names.occupations.map(({ code, title, alsoCalled }) =>
		row(code, title, alsoCalled.join("; ")),
	);
	mkdirSync(folder, { recursive: true });
	const write = (name: string, lines: string[]) =>
		writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
	write("areas.csv", [...head, "Area,AreaName,StateAb,Counties", ...areas]);
	write("occupations.csv", [
		...head,
		`# attribution: ${ONET}`,
		"soccode,Title,ONetTitles",
		...occupations,
	]);
}

const row = (...fields: string[]): string =>
	fields
		.map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
		.join(",");
