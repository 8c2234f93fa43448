import { createReadStream, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { ImportError } from "./errors.ts";
import { openZip } from "./unzip.ts";

/** The files of a wage year that are read. Everything else in the folder or the ZIP is left alone. */
export const OFFICIAL_FILES = {
	allIndustries: "ALC_Export.csv",
	higherEducation: "EDC_Export.csv",
	geography: "Geography.csv",
	occupations: "oes_soc_occs.csv",
	onet: "xwalk_plus.csv",
} as const;
export type OfficialFile = keyof typeof OFFICIAL_FILES;

/** The files of one wage year, wherever they lie. */
export interface OfficialFiles {
	has(file: OfficialFile): boolean;
	open(file: OfficialFile): Promise<Readable>;
	close(): void;
}

// The largest official file, ALC_Export.csv, has about 30 MB.
export const LARGEST_FILE = 200 * 1024 * 1024;

/** Opens a folder or a ZIP in the official layout; its files may lie in one folder inside. */
export async function openOfficialFiles(path: string): Promise<OfficialFiles> {
	const stat = statSync(path, { throwIfNoEntry: false });
	if (!stat) throw new ImportError("there is no such file or folder");
	if (stat.isDirectory()) return openFolder(path);
	if (stat.size === 0) throw new ImportError("the file is empty");
	const zip = await openZip(path);
	const found = pick(zip.names);
	return {
		has: (file) => found.has(file),
		open: (file) => zip.open(found.get(file) as string),
		close: zip.close,
	};
}

function openFolder(folder: string): OfficialFiles {
	const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory()
			? readdirSync(join(folder, entry.name)).map((name) => `${entry.name}/${name}`)
			: [entry.name],
	);
	const found = pick(names);
	return {
		has: (file) => found.has(file),
		async open(file) {
			const path = join(folder, found.get(file) as string);
			const { size } = statSync(path);
			if (size > LARGEST_FILE) throw new ImportError(`${OFFICIAL_FILES[file]}: too large`);
			return createReadStream(path);
		},
		close: () => {},
	};
}

/** Finds each official file by its name, in any letter case, once. */
function pick(names: readonly string[]): Map<OfficialFile, string> {
	const found = new Map<OfficialFile, string>();
	for (const [file, official] of Object.entries(OFFICIAL_FILES) as [OfficialFile, string][]) {
		const fits = names.filter(
			(name) =>
				basename(name).toLowerCase() === official.toLowerCase() && !name.startsWith("__MACOSX/"),
		);
		if (fits.length > 1) throw new ImportError(`${official} is there ${fits.length} times`);
		if (fits[0] !== undefined) found.set(file, fits[0]);
	}
	for (const file of ["allIndustries", "geography", "occupations"] as const) {
		if (!found.has(file)) throw new ImportError(`${OFFICIAL_FILES[file]} is missing`);
	}
	return found;
}
