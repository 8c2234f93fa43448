import {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { WageYear } from "../core/wages/wage-year.ts";
import { DownloadError } from "./errors.ts";
import { wagesFolder } from "./import.ts";

/** The Labor Department's folder of wage files; OFLC_URL puts another in its place. */
const OFFICIAL_BASE = "https://flag.dol.gov/sites/default/files/wages";
const OFFICIAL_PATH = "/sites/default/files/wages";

export interface DownloadParts {
	dataDir: string;
	/** OFLC_URL, or undefined for the Labor Department itself. */
	base?: string | undefined;
	fetch: typeof fetch;
	wait: (ms: number) => Promise<void>;
	/** Bytes so far, and in all when the server says. */
	onProgress: (done: number, total: number | null) => void;
	/** Told of each failed try, in plain words. */
	onRetry: (reason: string) => void;
}

const TRIES_AFTER_MS = [0, 1_000, 4_000, 15_000, 30_000];
const LONGEST_WAIT_MS = 60_000;
const SILENT_MS = 30_000;
// The official ZIP has about 13 MB.
const LARGEST_ZIP = 200 * 1024 * 1024;

/** The addresses a year's file may have, the likeliest first. Revised years carry a suffix. */
export function addressesOf(year: WageYear, base: string = OFFICIAL_BASE): string[] {
	const folder = base.replace(/\/+$/, "");
	const folders = folder.endsWith(OFFICIAL_PATH) ? [folder] : [folder, folder + OFFICIAL_PATH];
	const names = [`OFLC_Wages_${year}.zip`, `OFLC_Wages_${year}_Updated.zip`];
	// The first edition of 2025-26 has no figures of Colorado's own.
	if (year === "2025-26") names.reverse();
	return names.flatMap((name) => folders.map((at) => `${at}/${name}`));
}

/**
 * Downloads a year's official ZIP and returns its path. What arrived before a break is kept and
 * continued. Throws DownloadError with the reason when no address gives a whole file.
 */
export async function downloadYear(year: WageYear, parts: DownloadParts): Promise<string> {
	const target = join(wagesFolder(parts.dataDir), "download", `OFLC_Wages_${year}.zip`);
	mkdirSync(dirname(target), { recursive: true });
	const addresses = addressesOf(year, parts.base);
	for (const address of addresses) {
		if (await downloadOne(address, target, parts)) return target;
	}
	throw new DownloadError(
		`the server has no file of wage year ${year} (404): it may not be published yet, or has another name; see https://flag.dol.gov/wage-data/wage-data-downloads`,
	);
}

/** False when the server has no such file. */
async function downloadOne(
	address: string,
	target: string,
	parts: DownloadParts,
): Promise<boolean> {
	let reason = "";
	for (const ms of TRIES_AFTER_MS) {
		if (ms > 0) await parts.wait(ms);
		try {
			const done = await attempt(address, target, parts);
			if (done === "missing") return false;
			renameSync(partOf(target), target);
			rmSync(noteOf(target), { force: true });
			return true;
		} catch (error) {
			if (error instanceof DownloadError) throw error;
			reason =
				error instanceof RetryError
					? error.message
					: "the server cannot be reached, or the connection broke off";
			parts.onRetry(reason);
			if (error instanceof RetryError && error.afterMs) await parts.wait(error.afterMs);
		}
	}
	throw new DownloadError(`${reason}; what has arrived is kept, so run the same command again`);
}

/** Worth another try. */
class RetryError extends Error {
	readonly afterMs: number | undefined;
	constructor(reason: string, afterMs?: number) {
		super(reason);
		this.name = "RetryError";
		this.afterMs = afterMs;
	}
}

const partOf = (target: string): string => `${target}.part`;
const noteOf = (target: string): string => `${target}.part.json`;

/** What was being downloaded: a part is continued only while the server still has the same file. */
interface PartNote {
	address: string;
	validator: string;
}

async function attempt(
	address: string,
	target: string,
	parts: DownloadParts,
): Promise<"done" | "missing"> {
	const had = resumable(address, target);
	const silence = new AbortController();
	const response = await parts.fetch(address, {
		headers: {
			// Lengths and ranges count the bytes of the file itself.
			"Accept-Encoding": "identity",
			...(had && { Range: `bytes=${had.bytes}-`, "If-Range": had.validator }),
		},
		redirect: "follow",
		signal: silence.signal,
	});
	if (response.status === 404 || response.status === 410) {
		await response.body?.cancel();
		return "missing";
	}
	if (response.status === 416) {
		forget(target);
		throw new RetryError("the part that was kept no longer fits; starting over");
	}
	if (!response.ok || !response.body) {
		await response.body?.cancel();
		const says = `the server answered ${response.status}`;
		if (response.status < 500 && response.status !== 429 && response.status !== 408)
			throw new DownloadError(says);
		throw new RetryError(says, retryAfterMs(response));
	}
	const start = response.status === 206 && had ? had.bytes : 0;
	if (start === 0) forget(target);
	const length = Number(response.headers.get("content-length") ?? Number.NaN);
	const total = Number.isFinite(length) ? start + length : null;
	if (total !== null && total > LARGEST_ZIP) throw new DownloadError("the file is far too large");
	remember(address, target, response);
	await save(response.body, target, start, total, silence, parts.onProgress);
	const size = statSync(partOf(target)).size;
	if (total !== null && size !== total)
		throw new RetryError(`the file arrived cut short (${size} of ${total} bytes)`);
	checkIsZip(target);
	return "done";
}

async function save(
	body: NonNullable<Response["body"]>,
	target: string,
	start: number,
	total: number | null,
	silence: AbortController,
	onProgress: DownloadParts["onProgress"],
): Promise<void> {
	let done = start;
	const giveUp = () => silence.abort();
	let timer = setTimeout(giveUp, SILENT_MS);
	// Written piece by piece, so that a break loses nothing that had arrived.
	const file = await open(partOf(target), start > 0 ? "a" : "w");
	try {
		for await (const chunk of body as AsyncIterable<Uint8Array>) {
			clearTimeout(timer);
			timer = setTimeout(giveUp, SILENT_MS);
			done += chunk.length;
			if (done > LARGEST_ZIP) throw new DownloadError("the file is far too large");
			await file.writeFile(chunk);
			onProgress(done, total);
		}
	} finally {
		clearTimeout(timer);
		await file.close();
	}
}

/** A page that says "not found" with a 200 is no ZIP. */
function checkIsZip(target: string): void {
	const head = readFileSync(partOf(target)).subarray(0, 4);
	if (head.toString("latin1") === "PK\u0003\u0004") return;
	forget(target);
	throw new DownloadError("what the server sent is no ZIP file");
}

function resumable(address: string, target: string): { bytes: number; validator: string } | null {
	const bytes = statSync(partOf(target), { throwIfNoEntry: false })?.size ?? 0;
	if (bytes === 0 || !existsSync(noteOf(target))) return null;
	try {
		const note = JSON.parse(readFileSync(noteOf(target), "utf8")) as PartNote;
		return note.address === address && note.validator ? { bytes, validator: note.validator } : null;
	} catch {
		return null;
	}
}

function remember(address: string, target: string, response: Response): void {
	// A weak tag does not vouch for single bytes (RFC 9110, 13.1.5).
	const tag = response.headers.get("etag");
	const validator =
		(tag?.startsWith("W/") ? null : tag) ?? response.headers.get("last-modified") ?? "";
	writeFileSync(noteOf(target), JSON.stringify({ address, validator } satisfies PartNote));
}

function forget(target: string): void {
	rmSync(partOf(target), { force: true });
	rmSync(noteOf(target), { force: true });
}

function retryAfterMs(response: Response): number | undefined {
	const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
	return Number.isFinite(seconds) && seconds > 0
		? Math.min(seconds * 1000, LONGEST_WAIT_MS)
		: undefined;
}
