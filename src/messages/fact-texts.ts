import { createHash } from "node:crypto";
import { z } from "zod";
import { sameFigures } from "../core/figures-in-words.ts";
import type { Statement, Translated } from "../core/say.ts";

/** One file of translations: facts by id. */
export const translationsSchema = z.record(
	z.string(),
	z.strictObject({
		title: z.string().optional(),
		statements: z
			.array(
				z.strictObject({
					/** `from` of the entry; null: long-standing. */
					from: z.string().nullable(),
					/** What the English statement was: `markOf`. */
					of: z.string().length(8),
					text: z.string().min(1),
				}),
			)
			.default([]),
		/** Events, notes and what is often mistaken, by the mark of the English. */
		remarks: z
			.array(z.strictObject({ of: z.string().length(8), text: z.string().min(1) }))
			.default([]),
	}),
);
export type FactTexts = z.infer<typeof translationsSchema>;

/** A short hash of an English statement, kept beside its translation to tell when it has changed. */
export const markOf = (statement: string): string =>
	createHash("sha256").update(statement).digest("hex").slice(0, 8);

/**
 * The translation of an entry's statement. When the English has changed since, it is marked as older;
 * when numbers or days differ too, it would mislead and is not given.
 */
export function translated(texts: FactTexts, id: string, entry: Statement): Translated | undefined {
	const of = markOf(entry.statement);
	const known = texts[id]?.statements ?? [];
	const exact = known.find((statement) => statement.of === of);
	if (exact) return { text: exact.text, isOlder: false };
	const older = known.find((statement) => statement.from === entry.from);
	return older && sameFigures(older.text, entry.statement)
		? { text: older.text, isOlder: true }
		: undefined;
}

/** The translation of an event or remark, word for word the English that it was made from; else undefined. */
export function translatedRemark(
	texts: FactTexts,
	id: string,
	english: string,
): string | undefined {
	const remarks = texts[id]?.remarks ?? [];
	if (remarks.length === 0) return undefined;
	const of = markOf(english);
	return remarks.find((remark) => remark.of === of)?.text;
}
