import type { PageParts } from "../../src/adapters/page/page.ts";
import type { Desk } from "../../src/commands/desk.ts";
import type { Support } from "../../src/core/report.ts";
import { drawings } from "../../src/drawings.ts";
import { installsOf } from "../../src/installs.ts";
import { readConfig } from "../../src/config.ts";
import { readFont, reportsOf } from "../../src/published.ts";

/** What the page is given, as `npm start` gives it without any variable set. */
export function pageParts(desk: Desk, support: Support = {}): PageParts {
	return {
		desk,
		support,
		drawings,
		installs: installsOf(readConfig({})),
		readReport: reportsOf(),
		readFont,
		publicUrl: null,
	};
}
