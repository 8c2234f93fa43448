import { type PlainDate, day } from "../../src/core/dates.ts";
import { createSearch } from "../../src/core/facts/search.ts";
import type { Wages } from "../../src/core/wages/wages.ts";
import { NOTHING_UNREVIEWED } from "../../src/core/unreviewed.ts";
import { commands } from "../../src/commands/index.ts";
import { createDesk, type Desk, type DeskParts } from "../../src/commands/desk.ts";
import type { Services } from "../../src/commands/services.ts";
import type { SettingsMemory } from "../../src/jobs/settings-memory.ts";
import { openLanguages } from "../../src/messages/languages.ts";
import { loadFacts } from "../../src/load-facts.ts";
import { openWages } from "../../src/wages/open-wages.ts";

/** The day on which all goldens and tables are written. */
export const TODAY = day("2026-11-25");

const loaded = await loadFacts();
export const facts = loaded.facts;
export const factProblems = loaded.problems;

/** Made once: the same for every desk over these facts. */
const search = createSearch(facts);

/** The starter figures alone, as they come with the program. */
export const starterWages = openWages(null).wages;

/** The real desk over the real facts and the starter figures, on a fixed day; `parts` take the place of its own. */
export function testDesk(
	today: PlainDate = TODAY,
	wages: Wages = starterWages,
	parts: Partial<DeskParts> = {},
): Desk {
	return createDesk({
		facts,
		search,
		today: () => today,
		version: "0.0.0-test",
		wages,
		commands,
		languages: openLanguages(),
		...parts,
	});
}

/** What commands of somebody with an identity use, over one store and the fake platforms. */
export const testServices = (settings: SettingsMemory, post: Services["post"]): Services => ({
	now: () => 0,
	post,
	settingsOf: settings.of,
	settingsChanged: settings.changed,
	unreviewed: NOTHING_UNREVIEWED,
});
