import { ImportError } from "./errors.ts";

// A line of the official files has under 200 characters, an occupation's description under 3,000.
const LONGEST_FIELD = 100_000;
const MOST_FIELDS = 100;

/**
 * Reads comma-separated values from pieces of text: quoted or not, CRLF or LF, with or without a BOM,
 * quotes doubled inside quotes. Calls `onRow` with each row and the line it starts on, from 1.
 */
export function createCsvReader(name: string, onRow: (fields: string[], line: number) => void) {
	let fields: string[] = [];
	let field = "";
	let isQuoted = false;
	let wasQuoted = false;
	let line = 1;
	let startLine = 1;
	let isFirst = true;
	// A quote at the end of a piece may be doubled in the next.
	let held = "";

	const endField = () => {
		fields.push(field);
		field = "";
		wasQuoted = false;
		if (fields.length > MOST_FIELDS)
			throw new ImportError(`${name}, line ${startLine}: too many columns`);
	};
	const endRow = () => {
		endField();
		const isEmpty = fields.length === 1 && fields[0] === "";
		if (!isEmpty) onRow(fields, startLine);
		fields = [];
		startLine = line;
	};

	function read(text: string): void {
		let at = 0;
		while (at < text.length) {
			if (isQuoted) {
				const quote = text.indexOf('"', at);
				const end = quote < 0 ? text.length : quote;
				const part = text.slice(at, end);
				field += part;
				line += countLines(part);
				if (field.length > LONGEST_FIELD)
					throw new ImportError(`${name}, line ${startLine}: a quote is never closed`);
				if (quote < 0) return;
				if (text[quote + 1] === '"') {
					field += '"';
					at = quote + 2;
				} else {
					isQuoted = false;
					at = quote + 1;
				}
				continue;
			}
			const c = text[at] as string;
			if (c === '"' && field === "" && !wasQuoted) {
				isQuoted = true;
				wasQuoted = true;
				at++;
			} else if (c === ",") {
				endField();
				at++;
			} else if (c === "\n") {
				line++;
				endRow();
				at++;
			} else if (c === "\r") {
				at++;
			} else {
				const end = plainEnd(text, at);
				field += text.slice(at, end);
				if (wasQuoted || field.length > LONGEST_FIELD)
					throw new ImportError(`${name}, line ${startLine}: a quote is out of place`);
				at = end;
			}
		}
	}

	return {
		write(piece: string): void {
			let text = held + piece;
			held = "";
			if (isFirst && text !== "") {
				isFirst = false;
				// The mark as it is decoded from UTF-8 and from single bytes.
				text = text.replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, "");
			}
			if (text.endsWith('"')) {
				held = '"';
				text = text.slice(0, -1);
			}
			read(text);
		},
		end(): void {
			read(held);
			if (isQuoted) throw new ImportError(`${name}: the file ends inside a quote; it is cut short`);
			if (fields.length > 0 || field !== "" || wasQuoted) endRow();
		},
	};
}

function plainEnd(text: string, from: number): number {
	let end = from + 1;
	for (; end < text.length; end++) {
		const c = text.charCodeAt(end);
		// , LF CR "
		if (c === 44 || c === 10 || c === 13 || c === 34) break;
	}
	return end;
}

function countLines(text: string): number {
	let count = 0;
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
	return count;
}

/** Checks the header: the official columns in the official order; more columns after them are no mistake. */
export function checkHeader(
	name: string,
	header: readonly string[],
	wanted: readonly string[],
	optional: readonly string[] = [],
): void {
	const clean = header.map((column) => column.trim().toLowerCase());
	const known = [...new Set([...wanted, ...optional])];
	const all = known.slice(0, Math.max(wanted.length, clean.length));
	const wrong = all.findIndex((column, i) => clean[i] !== column.toLowerCase());
	if (wrong < 0) return;
	throw new ImportError(
		`${name}: column ${wrong + 1} must be ${all[wrong]}, but the file has ${clean[wrong] ? `"${header[wrong]?.trim().slice(0, 30)}"` : "none"}`,
	);
}
