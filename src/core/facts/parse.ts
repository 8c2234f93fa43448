import { z } from "zod";
import { type Fact, factSchema, type Topic, topicSchema } from "./fact.ts";

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

/** Groups of words that mean the same; a word stands in one group only. */
export function parseSameWords(data: unknown): { groups: string[][]; problems: string[] } {
	const parsed = z.array(z.array(z.string().min(1)).min(1)).safeParse(data ?? []);
	if (!parsed.success) {
		return {
			groups: [],
			problems: parsed.error.issues.map(
				(issue) => `same-words: ${where(issue.path)}${issue.message}`,
			),
		};
	}
	const seen = new Set<string>();
	const twice = parsed.data.flat().filter((word) => seen.size === seen.add(word).size);
	return {
		groups: parsed.data,
		problems: twice.map((word) => `same-words: "${word}" stands in two groups`),
	};
}

function where(path: readonly PropertyKey[]): string {
	return path.length > 0 ? `${path.map(String).join(".")}: ` : "";
}
