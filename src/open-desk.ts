import { readFileSync } from "node:fs";
import { readIndex } from "./built.ts";
import { createDesk, type Desk } from "./commands/desk.ts";
import { commands } from "./commands/index.ts";
import type { Services } from "./commands/services.ts";
import type { PlainDate } from "./core/dates.ts";
import type { Facts } from "./core/facts/lookup.ts";
import type { Support } from "./core/report.ts";
import { type ClaimIndex, indexClaims } from "./core/claims/phrases.ts";
import { createSearch, type FactSearch } from "./core/facts/search.ts";
import { loadFacts } from "./load-facts.ts";
import { openLanguages } from "./messages/languages.ts";
import { openWages } from "./wages/open-wages.ts";
import { ROOT } from "./root.ts";

export interface OpenedDesk {
	desk: Desk;
	/** What is wrong with the facts, one a line; empty when all hold. */
	factProblems: string[];
	/** Imported wage files that cannot be used, one a line. */
	wageProblems: readonly string[];
}

export interface DeskOptions {
	/** Where imported wage files are; null: only the figures that come with the desk. */
	dataDir?: string | null;
	/** Where a wrong fact is reported. */
	support?: Support;
	/** What commands of somebody with an identity use, over the facts loaded. */
	services?: (facts: Facts) => Services;
}

/** The desk over the facts and wage figures on disk: what the server, the terminal and the tests all use. */
export async function openDesk(
	today: () => PlainDate,
	{ dataDir = null, support = {}, services }: DeskOptions = {},
): Promise<OpenedDesk> {
	const { facts, problems } = await loadFacts();
	const { wages, problems: wageProblems } = openWages(dataDir);
	const desk = createDesk({
		facts,
		search: lazySearch(facts),
		claims: lazyClaims(facts),
		wages,
		today,
		version: readVersion(),
		commands,
		support,
		...(services && { services: services(facts) }),
		languages: openLanguages(),
	});
	return { desk, factProblems: problems, wageProblems: wageProblems() };
}

/** Builds the index at the first question: a terminal command that names its fact need not wait for it. */
function lazySearch(facts: Facts): FactSearch {
	let built: FactSearch | undefined;
	const search = () => {
		built ??= createSearch(facts, readIndex("search", facts.version));
		return built;
	};
	return {
		find: (...asked) => search().find(...asked),
		missedBy: (fact, question) => search().missedBy(fact, question),
		topic: (words) => search().topic(words),
		suggestTopics: (typed) => search().suggestTopics(typed),
	};
}

function lazyClaims(facts: Facts): () => ClaimIndex {
	let built: ClaimIndex | undefined;
	return () => {
		built ??= indexClaims(facts, readIndex("claims", facts.version));
		return built;
	};
}

export function readVersion(): string {
	return (JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8")) as { version: string })
		.version;
}
