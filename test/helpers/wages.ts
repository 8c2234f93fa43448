import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeZip } from "./zip.ts";

/** A small year in the official layout: real figures of 2025-26, with placeholder descriptions. */
export const SAMPLE = "test/wages/sample-official";

export const tempFolder = (): string => mkdtempSync(join(tmpdir(), "h1b-desk-wages-"));

/** The sample's files by name. */
export function sampleFiles(): Map<string, Buffer> {
	return new Map(readdirSync(SAMPLE).map((name) => [name, readFileSync(join(SAMPLE, name))]));
}

/** A folder with the sample, changed: a text replaces a file, a function edits it, null leaves it out. */
export function sampleFolder(
	changes: Record<string, string | Buffer | null | ((text: string) => string)> = {},
): string {
	const folder = tempFolder();
	for (const [name, bytes] of sampleFiles()) {
		const change = name in changes ? changes[name] : undefined;
		if (change === null) continue;
		const changed =
			typeof change === "function" ? change(bytes.toString("utf8")) : (change ?? bytes);
		writeFileSync(join(folder, name), changed);
	}
	return folder;
}

/** The sample as a ZIP, its files in a folder or at the top. */
export function sampleZip(folder = ""): Buffer {
	return makeZip([...sampleFiles()].map(([name, data]) => ({ name: `${folder}${name}`, data })));
}

/** Writes bytes to a file of its own and returns its path. */
export function tempFile(name: string, bytes: Buffer | string): string {
	const path = join(tempFolder(), name);
	writeFileSync(path, bytes);
	return path;
}
