import { type PlainDate, day } from "../../src/core/dates.ts";
import { createSearch } from "../../src/core/facts/search.ts";
import type { Wages } from "../../src/core/wages/wages.ts";
import { commands } from "../../src/commands/index.ts";
import { createDesk, type Desk } from "../../src/commands/desk.ts";
import { openLanguages } from "../../src/messages/languages.ts";
import { loadFacts } from "../../src/load-facts.ts";
import { openWages } from "../../src/wages/open-wages.ts";

/** The day on which all goldens and tables are written. */
export const TODAY = day("2026-11-25");

const loaded = await loadFacts();
export const facts = loaded.facts;
export const factProblems = loaded.problems;

/** The starter figures alone, as they come with the program. */
export const starterWages = openWages(null).wages;

/** The real desk over the real facts and the starter figures, on a fixed day. */
export function testDesk(today: PlainDate = TODAY, wages: Wages = starterWages): Desk {
	return createDesk({
		facts,
		search: createSearch(facts),
		today: () => today,
		version: "0.0.0-test",
		wages,
		commands,
		languages: openLanguages(),
	});
}
