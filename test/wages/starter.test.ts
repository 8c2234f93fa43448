import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { indexesOf } from "../../src/core/wages/indexes.ts";
import { reach } from "../../src/core/wages/reach.ts";
import { readWageYear, type WageYear } from "../../src/core/wages/wage-year.ts";
import { readYear } from "../../src/wages/import.ts";
import { STARTER_AREAS, STARTER_OCCUPATIONS } from "../../src/wages/selection.ts";
import { readStarters, splitNotes, STARTER_FOLDER, writeStarter } from "../../src/wages/starter.ts";
import { starterWages, TODAY } from "../helpers/desk.ts";
import { SAMPLE, tempFolder } from "../helpers/wages.ts";

const year = (text: string) => readWageYear(text) as WageYear;

describe("the starter figures", () => {
	it("name their wage year and source, and what to know of the year in force", () => {
		expect(starterWages.files().map((f) => [f.year, f.kind, f.rows])).toEqual([
			["2026-27", "starter", 93],
			["2025-26", "starter", 2_460],
		]);
		for (const file of starterWages.files()) expect(file.source).toContain(file.year);
		expect(starterWages.files()[0]?.caution).toMatch(/official wage search decides/);
	});

	it("hold the whole selection, each code with a name", () => {
		const names = indexesOf(starterWages);
		for (const area of STARTER_AREAS) {
			expect(names.places.byCode(area), area).toBeDefined();
			for (const job of STARTER_OCCUPATIONS)
				expect(starterWages.find(year("2025-26"), "all-industries", area, job)).toBeDefined();
		}
		for (const job of STARTER_OCCUPATIONS) expect(names.occupations.byCode(job), job).toBeDefined();
	});

	it("give the right level on, a cent under and a cent over each wage in the 93 areas of 2026-27", () => {
		const text = readFileSync(join(STARTER_FOLDER, "2026-27.csv"), "utf8");
		const lines = splitNotes(text).rows.trim().split("\n").slice(1);
		expect(lines).toHaveLength(93);
		for (const line of lines) {
			const [area = "", soc = "", , ...levels] = line.split(",");
			const row = starterWages.find(year("2026-27"), "all-industries", area, soc)?.row;
			expect(row, area).toBeDefined();
			levels.slice(0, 4).forEach((wage, i) => {
				const at = (cents: number) => row && reach({ per: "hour", cents }, row);
				const cents = Math.round(Number(wage) * 100);
				expect(at(cents)?.level, line).toBe(i);
				expect(at(cents + 1)?.level, line).toBe(i);
				expect(at(cents - 1), line).toMatchObject({
					level: Math.max(i - 1, 0),
					belowLevelOne: i === 0,
				});
			});
		}
	});

	it("are written by the importer and read back to the same", async () => {
		const { contents } = await readYear(SAMPLE, year("2025-26"), TODAY);
		const grid = contents.tables.get("all-industries");
		if (!grid) throw new Error("no table");
		const folder = tempFolder();
		const notes = { year: year("2025-26"), source: "a test", caution: "of nothing" };
		expect(writeStarter(folder, notes, grid, null)).toBe(282);
		const [read] = readStarters(folder);
		expect(read).toMatchObject(notes);
		expect(read?.grid.records.equals(grid.records)).toBe(true);
	});

	it("without a year or source are a mistake of ours", () => {
		expect(() => readStarters(SAMPLE)).toThrow(/names no wage year/);
	});
});
