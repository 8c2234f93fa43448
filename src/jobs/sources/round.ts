import { z } from "zod";
import type { PlainDate } from "../../core/dates.ts";
import type { Facts } from "../../core/facts/lookup.ts";
import { registerNames } from "../../core/facts/register-names.ts";
import { hash } from "../../core/watching/snapshot.ts";
import type { Store } from "../../store/store.ts";
import {
	type Answered,
	type Ask,
	byDocket,
	byNumbers,
	byRin,
	type RegisterDocument,
	SourceError,
} from "./ask.ts";
import { factsBehind, findNewer, type Found } from "./find-newer.ts";

export interface RoundParts {
	store: Store;
	facts: Facts;
	today(): PlainDate;
	ask: Ask;
	/** Passes the time between two questions. */
	wait(ms: number): Promise<void>;
	mayGoOn(): boolean;
}

export interface Round {
	found: Found[];
	asked: number;
	/** Questions that were not answered; what they answered before stood in. */
	failed: SourceError[];
}

const BETWEEN_MS = 1_000;
const NUMBERS_AT_ONCE = 20;
/** After so many failures in a row the rest is not asked: the source has trouble enough. */
const ENOUGH_FAILURES = 3;
/** An answer is kept until the question was not asked for this long. */
const KEPT_MS = 90 * 86_400_000;

/** Asks once for everything that facts name, one question after the other. Throws StoreError. */
export async function askAll(parts: RoundParts): Promise<Round> {
	const names = registerNames(parts.facts);
	const failed: SourceError[] = [];
	let asked = 0;
	let inARow = 0;

	async function documentsAt(path: string): Promise<RegisterDocument[]> {
		const answers = parts.store.map("jobs");
		const key = `sources/answers/${hash(path)}`;
		const before = readAnswered(await answers.get(key));
		if (inARow >= ENOUGH_FAILURES || !parts.mayGoOn()) return before?.documents ?? [];
		if (asked > 0) await parts.wait(BETWEEN_MS);
		asked++;
		try {
			const answer = await parts.ask(path, before);
			inARow = 0;
			await answers.set(key, answer, KEPT_MS);
			return answer.documents;
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			inARow++;
			failed.push(error);
			return before?.documents ?? [];
		}
	}

	const named: RegisterDocument[] = [];
	for (const numbers of inParts([...names.documents.keys()].sort(), NUMBERS_AT_ONCE))
		named.push(...(await documentsAt(byNumbers(numbers))));
	const behind = factsBehind(names, named);
	const listed: RegisterDocument[] = [];
	for (const rin of [...behind.byRin.keys()].sort())
		listed.push(...(await documentsAt(byRin(rin))));
	for (const docket of [...behind.byDocket.keys()].sort())
		listed.push(...(await documentsAt(byDocket(docket))));
	return { found: findNewer(parts.facts, names, parts.today(), { named, listed }), asked, failed };
}

const answeredSchema = z.object({
	etag: z.string().optional(),
	modified: z.string().optional(),
	documents: z.array(
		z.object({
			number: z.string(),
			published: z.string().transform((text) => text as PlainDate),
			rins: z.array(z.string()),
			dockets: z.array(z.string()),
		}),
	),
});

const readAnswered = (stored: unknown): Answered | undefined =>
	answeredSchema.safeParse(stored).data;

function inParts<T>(list: readonly T[], size: number): T[][] {
	const parts: T[][] = [];
	for (let i = 0; i < list.length; i += size) parts.push(list.slice(i, i + size));
	return parts;
}
