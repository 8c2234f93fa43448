import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { IS_BUILT, readBuilt } from "./built.ts";
import { type PlainDate, plainDate } from "./core/dates.ts";
import { checkFacts } from "./core/facts/check.ts";
import type { Fact, Topic, Vocabulary } from "./core/facts/fact.ts";
import { createFacts, type Facts } from "./core/facts/lookup.ts";
import { type FactFile, parseFacts, parseTopics, parseVocabulary } from "./core/facts/parse.ts";

/** The YAML folder beside this file: `src/core/facts`, or its copy in `dist`. */
const FACTS_FOLDER = fileURLToPath(new URL("./core/facts", import.meta.url));

/** A YAML file as read: its path below the facts folder, with `/` and without `.yaml`. */
export interface FactText {
	path: string;
	text: string;
}

/** All facts after parsing and checking, as plain data. */
export interface CheckedFacts {
	/** A short hash of all texts: the same facts, the same version. */
	version: string;
	horizon: PlainDate;
	topics: Topic[];
	/** Words that mean the same, and words that turn a sentence round. */
	vocabulary: Vocabulary;
	/** A file that is not a fact is left out. */
	facts: Fact[];
	/** `path: problem` or `check: path: problem`, one a line. */
	problems: string[];
}

/** Reads all facts. Never throws for what a file holds: the problems come back as lines. */
export async function loadFacts(): Promise<{ facts: Facts; problems: string[] }> {
	const { facts, topics, vocabulary, horizon, version, problems } =
		readBundle() ?? (await checkTexts(readFactTexts(FACTS_FOLDER)));
	return { facts: createFacts(facts, topics, { horizon, version, vocabulary }), problems };
}

export function readFactTexts(folder: string): FactText[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".yaml"))
		.map((name) => ({
			path: name.replaceAll("\\", "/").slice(0, -".yaml".length),
			text: readFileSync(join(folder, name), "utf8"),
		}))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
}

// Files of the folder that describe the facts and are none.
const NOT_FACTS = new Set(["topics", "meta", "vocabulary"]);

/** Parses and checks every text in full. */
export async function checkTexts(texts: readonly FactText[]): Promise<CheckedFacts> {
	const { files, problems } = await parseYaml(texts);
	const named = new Map(files.map((file) => [file.path, file.data]));
	const topics = parseTopics(named.get("topics"));
	const vocabulary = parseVocabulary(named.get("vocabulary"));
	const parsed = parseFacts(files.filter((file) => !NOT_FACTS.has(file.path)));
	const horizon = readHorizon(named.get("meta"));
	return {
		version: versionOf(texts),
		horizon: horizon ?? EARLIEST,
		topics: topics.topics,
		vocabulary: vocabulary.vocabulary,
		facts: parsed.facts,
		problems: [
			...problems,
			...(horizon
				? []
				: ["meta: horizon: must be the newest day that the evidence reaches, as YYYY-MM-DD"]),
			...topics.problems,
			...vocabulary.problems,
			...parsed.problems,
			...checkFacts(parsed.facts, topics.topics),
		],
	};
}

async function parseYaml(
	texts: readonly FactText[],
): Promise<{ files: FactFile[]; problems: string[] }> {
	// Loaded only when needed: with a bundle at hand nothing here is YAML.
	const { parse } = await import("yaml");
	const files: FactFile[] = [];
	const problems: string[] = [];
	for (const { path, text } of texts) {
		try {
			files.push({ path, data: parse(text) as unknown });
		} catch (error) {
			const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
			problems.push(`${path}: not YAML: ${reason.replace(/:$/, "")}`);
		}
	}
	return { files, problems };
}

// Stands in when meta.yaml is broken: everything later is then "not known", never assumed.
const EARLIEST = "2024-01-01" as PlainDate;

function readHorizon(meta: unknown): PlainDate | undefined {
	const horizon =
		meta !== null && typeof meta === "object" && "horizon" in meta ? meta.horizon : undefined;
	return typeof horizon === "string" ? plainDate(horizon) : undefined;
}

function versionOf(texts: readonly FactText[]): string {
	const hash = createHash("sha256");
	for (const { path, text } of texts) hash.update(`${path}\0${text}\0`);
	return hash.digest("hex").slice(0, 12);
}

/**
 * The same facts, parsed and checked by the build: reading and checking 300 YAML files takes a second.
 * Beside sources that are still being written, only while the YAML is what it was made from.
 */
function readBundle(): CheckedFacts | undefined {
	const bundle = readBuilt<CheckedFacts>("facts");
	if (IS_BUILT || !bundle) return bundle;
	return bundle.version === versionOf(readFactTexts(FACTS_FOLDER)) ? bundle : undefined;
}
