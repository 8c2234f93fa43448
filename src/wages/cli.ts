import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { PlainDate } from "../core/dates.ts";
import { count } from "../core/format.ts";
import { readWageYear, type WageYear, wageYearOn } from "../core/wages/wage-year.ts";
import type { WageTable } from "../core/wages/wages.ts";
import { addressesOf, downloadYear } from "./download.ts";
import { DownloadError, ImportError } from "./errors.ts";
import { type ImportReport, importYear, readYear, yearPath } from "./import.ts";
import { openWages } from "./open-wages.ts";
import { progressLine } from "./progress.ts";
import { STARTER_AREAS, STARTER_OCCUPATIONS } from "./selection.ts";
import { writeStarter } from "./starter.ts";
import { writeNames } from "./write-names.ts";

export interface WagesTerminal {
	dataDir: string;
	/** OFLC_URL. */
	base?: string | undefined;
	/** Relative paths start here. */
	cwd: string;
	today: PlainDate;
	isTerminal: boolean;
	fetch: typeof fetch;
	wait: (ms: number) => Promise<void>;
	out(text: string): void;
	err(text: string): void;
}

const EXIT = { ok: 0, refused: 1, usage: 2 } as const;

const USAGE = `Usage:
  npm run wages -- import FILE.zip|FOLDER [--year 2026-27]   reads the official files of a wage year
  npm run wages -- download [--year 2026-27]                 downloads the official ZIP and imports it
  npm run wages -- list                                      the wage years at hand
  npm run wages -- starter FILE.zip|FOLDER --year 2026-27 --source WORDS [--caution WORDS] [--all] [--names] --to FOLDER
                                                             writes the starter figures, and the names with --names`;

/** Runs `npm run wages`; gives the exit code. */
export async function run(args: readonly string[], terminal: WagesTerminal): Promise<number> {
	const parsed = readArgs(args);
	if (!parsed) return usage(terminal);
	const { values, positionals } = parsed;
	const year = values.year === undefined ? undefined : readWageYear(values.year);
	if (values.year !== undefined && !year) {
		terminal.err("--year: type a wage year such as 2026-27.\n");
		return EXIT.usage;
	}
	const [task, path, ...more] = positionals;
	const file = path === undefined ? undefined : resolve(terminal.cwd, path);
	try {
		if (task === "list" && !path) return list(terminal);
		if (task === "download" && !path)
			return await download(year ?? wageYearOn(terminal.today), terminal);
		if (task === "import" && file && more.length === 0)
			return report(await importYear(file, { ...terminal, year }), terminal);
		if (task === "starter" && file && year && values.source && values.to)
			return await starter(
				file,
				year,
				{ ...values, source: values.source, to: values.to },
				terminal,
			);
	} catch (error) {
		if (!(error instanceof ImportError || error instanceof DownloadError)) throw error;
		const what = error instanceof ImportError ? "Not imported" : "Not downloaded";
		terminal.err(`${what}: ${error.message}. What was held before is unchanged.\n`);
		return EXIT.refused;
	}
	return usage(terminal);
}

function readArgs(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				year: { type: "string" },
				source: { type: "string" },
				caution: { type: "string" },
				to: { type: "string" },
				all: { type: "boolean" },
				names: { type: "boolean" },
			},
		});
	} catch {
		return undefined;
	}
}

function usage(terminal: WagesTerminal): number {
	terminal.err(`${USAGE}\n`);
	return EXIT.usage;
}

async function download(year: WageYear, terminal: WagesTerminal): Promise<number> {
	terminal.err(`Downloading ${addressesOf(year, terminal.base)[0]}\n`);
	const progress = progressLine(terminal.err, terminal.isTerminal);
	const zip = await downloadYear(year, {
		...terminal,
		onProgress: progress.show,
		onRetry: (reason) => progress.say(`${reason}; trying again`),
	});
	progress.end();
	// A file that is refused must not be continued by the next download.
	try {
		return report(await importYear(zip, { ...terminal, year }), terminal);
	} finally {
		rmSync(zip, { force: true });
	}
}

const TABLE_NAMES: Record<WageTable, string> = {
	"all-industries": "All industries",
	"higher-education": "Higher education",
};

function report(found: ImportReport, terminal: WagesTerminal): number {
	terminal.out(
		`Imported wage year ${found.year} into ${yearPath(terminal.dataDir, found.year)}: ${count(found.areas)} areas with ${count(found.counties)} counties, ${count(found.occupations)} occupations.\n`,
	);
	for (const [table, c] of Object.entries(found.tables)) {
		const wider =
			c.fromWiderArea === null ? "not stated" : `${count(c.fromWiderArea)} from a wider area`;
		terminal.out(
			`${TABLE_NAMES[table as WageTable]}: ${count(c.rows)} rows (${count(c.areas)} areas, ${count(c.occupations)} occupations); ${count(c.annual)} by the year, ${count(c.highWage)} High Wage, ${count(c.noLeveledWage)} No Leveled Wage${c.noAcwia ? `, ${count(c.noAcwia)} No ACWIA` : ""}; ${wider}.\n`,
		);
		if (c.missing > 0)
			terminal.out(
				`  A selection, not the whole table: ${count(c.missing)} pairs of area and occupation have no row.\n`,
			);
	}
	if (!found.tables["higher-education"])
		terminal.out(
			"Higher education: no EDC_Export.csv, so colleges get the all-industries figures, and are told so.\n",
		);
	return EXIT.ok;
}

function list(terminal: WagesTerminal): number {
	const { wages, problems } = openWages(terminal.dataDir);
	const now = wageYearOn(terminal.today);
	for (const file of wages.files()) {
		const origin = file.kind === "starter" ? "starter figures" : `imported ${file.importedOn}`;
		terminal.out(
			`${file.year}${file.year === now ? " (in force)" : ""}  ${TABLE_NAMES[file.table]}  ${count(file.rows)} rows, ${origin}: ${file.source}\n`,
		);
	}
	for (const problem of problems()) terminal.err(`${problem}\n`);
	return problems().length > 0 ? EXIT.refused : EXIT.ok;
}

async function starter(
	file: string,
	year: WageYear,
	values: { source: string; to: string; caution?: string; all?: boolean; names?: boolean },
	terminal: WagesTerminal,
): Promise<number> {
	const { contents } = await readYear(file, year, terminal.today);
	const grid = contents.tables.get("all-industries");
	if (!grid) throw new ImportError("there are no figures");
	const folder = resolve(terminal.cwd, values.to);
	const notes = { year, source: values.source, caution: values.caution };
	const selected = values.all ? null : { areas: STARTER_AREAS, occupations: STARTER_OCCUPATIONS };
	const rows = writeStarter(resolve(folder, "starter"), notes, grid, selected);
	if (values.names) writeNames(resolve(folder, "names"), notes, contents);
	terminal.out(`Wrote ${count(rows)} rows of wage year ${year}.\n`);
	return EXIT.ok;
}
