import { z } from "zod";
import type { PlainDate } from "../dates.ts";
import type { FactOutlook, FactValue } from "../facts/fact.ts";
import { type Facts, knownFrom } from "../facts/lookup.ts";
import { STATUSES } from "../status.ts";

const date = z.string().transform((text) => text as PlainDate);

const stateSchema = z.object({
	status: z.enum(STATUSES).nullable(),
	statement: z.string(),
	/** The first day it applied; null: long-standing. */
	from: date.nullable(),
	/** When it became known, to tell news from background. */
	known: date,
	/** The day of confirmation. */
	asOf: date.nullable(),
	/** What is adopted for later, or was proposed: changes of it are news too. */
	next: z.array(z.object({ from: date, statement: z.string() })),
	sources: z.array(z.object({ label: z.string(), url: z.string(), published: date.nullable() })),
	/** Equal as long as nothing changed that a reader would call a change. */
	mark: z.string(),
});

const snapshotFactSchema = z.object({ topic: z.string(), title: z.string(), state: stateSchema });
export const snapshotSchema = z.record(z.string(), snapshotFactSchema);

/** What a fact said on one day, as channels are told it. */
export type FactState = z.infer<typeof stateSchema>;
export type SnapshotFact = z.infer<typeof snapshotFactSchema>;
/** What all facts said on one day, by id. A fact that says nothing on that day is absent. */
export type Snapshot = z.infer<typeof snapshotSchema>;

export const stateSchemaOf = { fact: snapshotFactSchema, state: stateSchema };

export function takeSnapshot(facts: Facts, on: PlainDate): Snapshot {
	return Object.fromEntries(
		facts.all.flatMap((fact): [string, SnapshotFact][] => {
			const view = facts.stateOn(fact.id, on);
			// What the odds assume is ours: nobody's policy.
			if (!view.known || view.entry.confidence === "assumed") return [];
			const { entry, status, scheduled } = view;
			const coming: (FactValue | FactOutlook)[] = [
				...(scheduled ? [scheduled] : []),
				...facts.outlookOn(fact.id, on).map((outlook) => outlook.entry as FactOutlook),
			].filter((one) => one !== entry);
			const state = {
				status,
				statement: entry.statement,
				from: entry.from,
				known: knownFrom(entry),
				asOf: entry.confirmed ?? null,
				next: coming.map((one) => ({ from: one.from as PlainDate, statement: one.statement })),
				sources: entry.sources.map(({ label, url, published }) => ({
					label,
					url,
					published: published ?? null,
				})),
				mark: markOf([entry, ...coming], status),
			};
			return [[fact.id, { topic: fact.topic, title: fact.title, state }]];
		}),
	);
}

/** Dates of confirmation, sources and remarks do not count, nor do case, spacing and punctuation. */
function markOf(entries: (FactValue | FactOutlook)[], status: string | null): string {
	const parts = entries.map((entry) => [
		entry.status ?? null,
		entry.from,
		entry.value ?? null,
		Object.entries(entry.figures ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
		words(entry.statement),
	]);
	return hash(JSON.stringify([status, parts]));
}

const words = (text: string): string =>
	text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}$%]+/gu, " ")
		.trim();

/** FNV-1a over UTF-16 units, twice with other beginnings: enough to tell two texts of one fact apart. */
export function hash(text: string): string {
	let a = 0x811c9dc5;
	let b = 0x9747b28c;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		a = Math.imul(a ^ unit, 0x01000193) >>> 0;
		b = Math.imul(b ^ unit, 0x85ebca6b) >>> 0;
		b ^= b >>> 13;
	}
	return a.toString(36).padStart(7, "0") + (b >>> 0).toString(36).padStart(7, "0");
}
