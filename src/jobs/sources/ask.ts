import { z } from "zod";
import { type PlainDate, plainDate } from "../../core/dates.ts";

export const FEDERAL_REGISTER = "https://www.federalregister.gov/api/v1";

/** The address cannot be asked now, or answers what is no answer. */
export class SourceError extends Error {
	readonly code: "UNREACHABLE" | "STATUS" | "TOO_LONG" | "NOT_UNDERSTOOD";
	/** How long the source asks to wait. */
	readonly afterMs: number;
	constructor(code: SourceError["code"], message: string, afterMs = 0) {
		super(message);
		this.name = "SourceError";
		this.code = code;
		this.afterMs = afterMs;
	}
}

/** The parts of a document that are used. Its title and text are a stranger's words: they are not read. */
export interface RegisterDocument {
	number: string;
	published: PlainDate;
	rins: string[];
	dockets: string[];
}

/** An answer kept for the next time: a source that says "not modified" sends nothing else. */
export interface Answered {
	etag?: string | undefined;
	modified?: string | undefined;
	documents: RegisterDocument[];
}

export type Ask = (path: string, before: Answered | undefined) => Promise<Answered>;

const LONGEST_ANSWER_MS = 20_000;
const MAX_BYTES = 2 * 1024 * 1024;
const MAX_DOCUMENTS = 200;
const LONGEST_AFTER_MS = 24 * 3_600_000;

const FIELDS = ["document_number", "publication_date", "docket_ids", "regulation_id_numbers"];
const fields = FIELDS.map((name) => `fields%5B%5D=${name}`).join("&");
const condition = (name: string, value: string): string =>
	`conditions%5B${name}%5D=${encodeURIComponent(value)}`;

// https://www.federalregister.gov/developers/documentation/api/v1
export const byNumbers = (numbers: readonly string[]): string =>
	`/documents/${numbers.map(encodeURIComponent).join(",")}.json?${fields}`;
export const byRin = (rin: string): string =>
	`/documents.json?${condition("regulation_id_number", rin)}&per_page=100&order=newest&${fields}`;
export const byDocket = (docket: string): string =>
	`/documents.json?${condition("docket_id", docket)}&per_page=100&order=newest&${fields}`;

/** Asks the Federal Register, conditionally where an earlier answer is known. Throws SourceError. */
export function createAsk(base: string, userAgent: string, stopping?: AbortSignal): Ask {
	return async (path, before) => {
		const response = await get(
			`${base.replace(/\/+$/, "")}${path}`,
			{
				accept: "application/json",
				"user-agent": userAgent,
				...(before?.etag && { "if-none-match": before.etag }),
				...(before?.modified && { "if-modified-since": before.modified }),
			},
			stopping,
		);
		if (response.status === 304 && before) {
			await response.body?.cancel();
			return before;
		}
		// The one document asked for is not there: an answer like an empty list.
		if (response.status === 404) {
			await response.body?.cancel();
			return { documents: [] };
		}
		if (response.status !== 200) {
			await response.body?.cancel();
			throw new SourceError(
				"STATUS",
				`answered ${response.status}`,
				retryAfterMs(response.headers.get("retry-after")),
			);
		}
		return {
			etag: short(response.headers.get("etag")),
			modified: short(response.headers.get("last-modified")),
			documents: readDocuments(await bodyOf(response)),
		};
	};
}

async function get(
	url: string,
	headers: Record<string, string>,
	stopping: AbortSignal | undefined,
): Promise<Response> {
	const tooLong = AbortSignal.timeout(LONGEST_ANSWER_MS);
	try {
		return await fetch(url, {
			headers,
			// Another address than the one that the operator named is not followed.
			redirect: "error",
			signal: stopping ? AbortSignal.any([tooLong, stopping]) : tooLong,
		});
	} catch {
		throw new SourceError("UNREACHABLE", "cannot be reached");
	}
}

async function bodyOf(response: Response): Promise<string> {
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const part of response.body ?? []) {
			size += part.byteLength;
			if (size > MAX_BYTES) throw new SourceError("TOO_LONG", "answered too much");
			parts.push(part);
		}
	} catch (error) {
		if (error instanceof SourceError) throw error;
		throw new SourceError("UNREACHABLE", "broke off");
	}
	return Buffer.concat(parts).toString("utf8");
}

const listOf = (shape: RegExp) =>
	z
		.array(z.unknown())
		.nullish()
		.transform((list) =>
			(list ?? [])
				.slice(0, 50)
				.flatMap((one) =>
					typeof one === "string" ? (shape.exec(one.slice(0, 200))?.[1] ?? []) : [],
				),
		);

const documentSchema = z
	.object({
		document_number: z.string().regex(/^(?:[A-Z]\d-)?\d{2,4}-\d{3,6}$/),
		publication_date: z.string(),
		docket_ids: listOf(/\b([A-Z]{2,6}-\d{4}-\d{4})\b/),
		regulation_id_numbers: listOf(/^(\d{4}-[A-Z]{2}\d{2})$/),
	})
	.transform((read, ctx): RegisterDocument => {
		const published = plainDate(read.publication_date);
		if (!published) {
			ctx.addIssue({ code: "custom", message: "not a day" });
			return z.NEVER;
		}
		return {
			number: read.document_number,
			published,
			rins: read.regulation_id_numbers,
			dockets: read.docket_ids,
		};
	});

// Without any match the list is left out; a single document comes without one.
const answerSchema = z.union([
	z.object({ results: z.array(z.unknown()) }).transform(({ results }) => results),
	z
		.object({ document_number: z.string() })
		.loose()
		.transform((one): unknown[] => [one]),
	z.object({ count: z.literal(0) }).transform((): unknown[] => []),
]);

/** The documents in an answer; one that has another shape is left out. Throws SourceError. */
export function readDocuments(json: string): RegisterDocument[] {
	let body: unknown;
	try {
		body = JSON.parse(json);
	} catch {
		throw new SourceError("NOT_UNDERSTOOD", "answered what is not JSON");
	}
	const found = answerSchema.safeParse(body);
	if (!found.success) throw new SourceError("NOT_UNDERSTOOD", "answered another form");
	return found.data
		.slice(0, MAX_DOCUMENTS)
		.flatMap((one) => documentSchema.safeParse(one).data ?? []);
}

function retryAfterMs(header: string | null): number {
	const seconds = Number(header ?? 0);
	return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1_000, LONGEST_AFTER_MS) : 0;
}

const short = (header: string | null): string | undefined =>
	header && header.length <= 200 ? header : undefined;
