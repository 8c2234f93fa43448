import { z } from "zod";
import {
	type Fact,
	factSchema,
	type Topic,
	topicSchema,
	type Vocabulary,
	vocabularySchema,
} from "./fact.ts";

/** A fact file as read: its path below the facts folder, without `.yaml`, and what it holds. */
export interface FactFile {
	path: string;
	data: unknown;
}

export interface ParsedFacts {
	facts: Fact[];
	/** `path: problem`, one a line, for files that are not facts at all. */
	problems: string[];
}

/** Reads fact files against the schema; ids come from paths, facts from files that hold one. */
export function parseFacts(files: readonly FactFile[]): ParsedFacts {
	const facts: Fact[] = [];
	const problems: string[] = [];
	for (const file of files) {
		const parsed = factSchema.safeParse(file.data);
		if (parsed.success) facts.push({ ...parsed.data, id: file.path });
		else
			problems.push(
				...parsed.error.issues.map((issue) => `${file.path}: ${where(issue.path)}${issue.message}`),
			);
	}
	facts.sort((a, b) => (a.id < b.id ? -1 : 1));
	return { facts, problems };
}

export function parseTopics(data: unknown): { topics: Topic[]; problems: string[] } {
	const parsed = z.array(topicSchema).safeParse(data);
	if (parsed.success) return { topics: parsed.data, problems: [] };
	return {
		topics: [],
		problems: parsed.error.issues.map((issue) => `topics: ${where(issue.path)}${issue.message}`),
	};
}

/** The words of `vocabulary.yaml`; a word stands in one group only. */
export function parseVocabulary(data: unknown): { vocabulary: Vocabulary; problems: string[] } {
	const parsed = vocabularySchema.safeParse(data ?? {});
	if (!parsed.success) {
		return {
			vocabulary: { same: [], opposite: [], telling: [] },
			problems: parsed.error.issues.map(
				(issue) => `vocabulary: ${where(issue.path)}${issue.message}`,
			),
		};
	}
	const { same, opposite } = parsed.data;
	const seen = new Set<string>();
	const twice = same.flat().filter((word) => seen.size === seen.add(word).size);
	const heads = new Set(same.map(([head]) => head));
	const strange = opposite.flat().filter((word) => !heads.has(word));
	return {
		vocabulary: parsed.data,
		problems: [
			...twice.map((word) => `vocabulary: "${word}" stands in two groups`),
			...strange.map((word) => `vocabulary: "${word}" is opposite but begins no group`),
		],
	};
}

function where(path: readonly PropertyKey[]): string {
	return path.length > 0 ? `${path.map(String).join(".")}: ` : "";
}
