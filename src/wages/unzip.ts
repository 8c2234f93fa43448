import { pipeline, type Readable, Transform } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, open, type ZipFile } from "yauzl";
import { ImportError } from "./errors.ts";
import { LARGEST_FILE } from "./official-files.ts";

/** A ZIP file opened for reading single entries. Nothing is ever unpacked to disk. */
export interface OpenZip {
	names: string[];
	/** The contents of an entry; the stream fails when size or checksum do not hold. */
	open(name: string): Promise<Readable>;
	close(): void;
}

const MOST_ENTRIES = 1_000;
// The official CSV files shrink by about 8; a zip bomb by a thousand and more.
const MOST_SHRINK = 200;

/** Opens a ZIP and checks its list of entries. Throws ImportError for anything that is not a plain, whole ZIP. */
export async function openZip(path: string): Promise<OpenZip> {
	const zip = await new Promise<ZipFile>((resolve, reject) => {
		open(
			path,
			{ lazyEntries: true, autoClose: false, validateEntrySizes: true },
			(error, opened) => (error ? reject(refused(error)) : resolve(opened)),
		);
	});
	try {
		const entries = await listEntries(zip);
		return {
			names: [...entries.keys()],
			open: (name) => openEntry(zip, entries.get(name) as Entry),
			close: () => zip.close(),
		};
	} catch (error) {
		zip.close();
		throw error;
	}
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
	if (zip.entryCount > MOST_ENTRIES) throw new ImportError("the ZIP holds too many files");
	const entries = new Map<string, Entry>();
	return new Promise((resolve, reject) => {
		zip.on("error", (error: Error) => reject(refused(error)));
		zip.on("end", () => resolve(entries));
		zip.on("entry", (entry: Entry) => {
			if (entries.has(entry.fileName))
				return reject(new ImportError("the ZIP names one file twice"));
			entries.set(entry.fileName, entry);
			zip.readEntry();
		});
		zip.readEntry();
	});
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
	const { uncompressedSize, compressedSize } = entry;
	if (uncompressedSize > LARGEST_FILE || uncompressedSize > compressedSize * MOST_SHRINK + 10_000) {
		throw new ImportError(`${entry.fileName} unpacks to far too much; this is no official file`);
	}
	if (entry.isEncrypted()) throw new ImportError("the ZIP is locked with a password");
	return new Promise((resolve, reject) => {
		zip.openReadStream(entry, (error, stream) => {
			if (error) return reject(refused(error));
			const out = checked(entry);
			stream.on("error", (problem) => out.destroy(refused(problem)));
			pipeline(stream, out, () => {});
			resolve(out);
		});
	});
}

/** Passes bytes on and fails at the end when the checksum is another than the ZIP states. */
function checked(entry: Entry): Transform {
	let sum = 0;
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			sum = crc32(chunk, sum);
			done(null, chunk);
		},
		flush(done) {
			done(
				sum === entry.crc32
					? null
					: new ImportError(`${entry.fileName} is damaged: its checksum does not fit`),
			);
		},
	});
}

function refused(error: Error): ImportError {
	if (error instanceof ImportError) return error;
	if (/invalid (?:relative path|characters)|absolute path/i.test(error.message))
		return new ImportError("the ZIP names a file outside its own folder");
	return new ImportError("this is not a whole ZIP file; download it again");
}
