import { z } from "zod";
import { type PlainDate, plainDate } from "../dates.ts";

/** A day in a fact file. YAML hands unquoted days over as text. */
const date = z.string().transform((text, ctx): PlainDate => {
	const found = plainDate(text);
	if (found) return found;
	ctx.addIssue({ code: "custom", message: `not a calendar day (YYYY-MM-DD): ${text}` });
	return z.NEVER;
});

const CONFIDENCES = [
	"primary",
	"two-secondary",
	"one-secondary",
	"background",
	"conflicting",
	// Ours, for the odds only: never stated as a fact.
	"assumed",
] as const;
export type Confidence = (typeof CONFIDENCES)[number];

const sourceSchema = z.strictObject({
	label: z.string().min(2).max(160),
	url: z.url({ protocol: /^https?$/ }),
	/** When the page was published; absent when that is not known. */
	published: date.optional(),
});

const sources = z.array(sourceSchema).min(1);
const confidence = z.enum(CONFIDENCES);
const statement = z.string().min(12).max(900);

const entry = {
	value: z.union([z.number(), z.string()]).optional(),
	/** Named numbers, days or words. Null: never published. */
	figures: z.record(z.string(), z.union([z.number(), z.string(), z.null()])).optional(),
	statement,
	/** Claims that are true while this applies, as people put them. */
	holds: z.array(z.string().min(8)).default([]),
	/** Claims that are false while this applies. */
	denies: z.array(z.string().min(8)).default([]),
	confidence,
	confirmed: date.optional(),
	sources,
};

const valueSchema = z.strictObject({
	/** The first day it applies. Null: long-standing, the start is not recorded. */
	from: date.nullable(),
	/** Since when things stand so, where this entry only tells more than the one before it. */
	since: date.optional(),
	until: date.optional(),
	status: z.enum(["in-effect", "blocked", "pending", "ended", "expired"]).optional(),
	...entry,
});

const outlookSchema = z.strictObject({
	from: date,
	status: z.enum(["proposed", "pending", "estimated"]),
	...entry,
});

const eventSchema = z.strictObject({
	on: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, "a day (YYYY-MM-DD) or a month (YYYY-MM)"),
	text: z.string().min(5).max(400),
	confidence,
	sources,
});

export const factSchema = z.strictObject({
	title: z.string().min(3).max(90),
	topic: z.string(),
	headline: z.literal(true).optional(),
	/** The card says that no figure or statement was found. */
	unknown: z.literal(true).optional(),
	kind: z.enum(["rule", "count", "event", "position"]),
	unit: z.string().optional(),
	reviewBy: date.optional(),
	/** Positions only: what people call this person, first names and short forms too. */
	names: z.array(z.string()).default([]),
	words: z.array(z.string()).default([]),
	asks: z.array(z.string()).default([]),
	values: z.array(valueSchema),
	events: z.array(eventSchema).default([]),
	outlook: z.array(outlookSchema).default([]),
	misread: z.string().optional(),
	note: z.string().optional(),
});

export const topicSchema = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	title: z.string(),
	/** On the status board of /policy. */
	board: z.boolean().default(false),
	also: z.array(z.string()).default([]),
});

export const vocabularySchema = z.strictObject({
	/** Groups of words and phrases that mean the same; the first stands for all. */
	same: z.array(z.array(z.string().min(1)).min(1)).default([]),
	/** Pairs of first words that turn a sentence round. */
	opposite: z.array(z.tuple([z.string(), z.string()])).default([]),
	/** Lines of words that tell what a question is about. */
	telling: z.array(z.array(z.string().min(1)).min(1)).default([]),
});

/** A fact with the id that its path gives it, such as `uscis/registration-fee`. */
export type Fact = z.infer<typeof factSchema> & { readonly id: string };
export type FactValue = z.infer<typeof valueSchema>;
export type FactOutlook = z.infer<typeof outlookSchema>;
export type FactEvent = z.infer<typeof eventSchema>;
export type Vocabulary = z.infer<typeof vocabularySchema>;
export type Topic = z.infer<typeof topicSchema>;
