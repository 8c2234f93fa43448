import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { day } from "../../src/core/dates.ts";
import { readWageYear, type WageYear } from "../../src/core/wages/wage-year.ts";
import { importYear, yearPath } from "../../src/wages/import.ts";
import { openWages } from "../../src/wages/open-wages.ts";
import {
	SAMPLE,
	sampleFiles,
	sampleFolder,
	sampleZip,
	tempFile,
	tempFolder,
} from "../helpers/wages.ts";
import { makeZip } from "../helpers/zip.ts";

const YEAR = readWageYear("2025-26") as WageYear;
const into = (dataDir: string, year: WageYear | undefined = YEAR) => ({
	dataDir,
	year,
	today: day("2026-11-25"),
});
const COUNTS = { areas: 15, counties: 207, occupations: 19 };
const ALC = "ALC_Export.csv";
const AUSTIN = ["12420", "15-1252"] as const;

const withoutLabels = (text: string) =>
	text
		.split("\r\n")
		.map((line) => line.replace(/,[^,]*$/, ""))
		.join("\r\n");

describe("an official wage year", () => {
	const forms: [string, string][] = [
		["a folder", SAMPLE],
		["a ZIP with its files at the top", tempFile("OFLC_Wages_2025-26.zip", sampleZip())],
		["a ZIP with a folder inside", tempFile("a.zip", sampleZip("OFLC_Wages_2025-26/"))],
		["files with LF", sampleFolder({ [ALC]: (t) => t.replaceAll("\r\n", "\n") })],
		["a file with a BOM", sampleFolder({ [ALC]: (t) => `\ufeff${t}` })],
		["no quotes at all", sampleFolder({ [ALC]: (t) => t.replaceAll('"', "") })],
		["blank cells in quotes", sampleFolder({ [ALC]: (t) => t.replaceAll(",,", ',"",') })],
		["no line end at the end", sampleFolder({ [ALC]: (t) => t.trimEnd() })],
		["no O*NET file", sampleFolder({ "xwalk_plus.csv": null })],
		[
			"higher education without labels, as older years have it",
			sampleFolder({
				"EDC_Export.csv": withoutLabels,
			}),
		],
	];
	it.each(forms)("is read from %s", async (_name, path) => {
		const dataDir = tempFolder();
		const report = await importYear(path, into(dataDir));
		expect(report).toMatchObject(COUNTS);
		expect(report.tables["all-industries"]).toMatchObject({
			rows: 282,
			annual: 30,
			highWage: 21,
			noLeveledWage: 2,
			fromWiderArea: 91,
		});
		const { row } = openWages(dataDir).wages.find(YEAR, "all-industries", ...AUSTIN) ?? {};
		expect(row).toEqual({
			per: "hour",
			levels: [4344, 5517, 6690, 7863],
			average: 6701,
			label: null,
			geoLevel: 1,
		});
	});

	it.each([
		["the label", SAMPLE],
		[
			"the other table, where there are no labels",
			sampleFolder({ "EDC_Export.csv": withoutLabels }),
		],
	])("tells the unit by %s, never by the size", async (_name, folder) => {
		const dataDir = tempFolder();
		await importYear(folder, into(dataDir));
		const { wages } = openWages(dataDir);
		const row = (table: "all-industries" | "higher-education", area: string, soc: string) =>
			wages.find(YEAR, table, area, soc)?.row;
		expect(row("higher-education", "41940", "25-1021")).toMatchObject({
			per: "year",
			levels: [8505000, 11620000, 14735000, 17850000],
		});
		expect(row("all-industries", "10380", "51-2021")).toMatchObject({
			levels: null,
			average: 957,
			label: "No Leveled Wage",
		});
		expect(row("all-industries", "10380", "99-9999")).toBeUndefined();
	});

	it("repairs the damaged letter of a name, in UTF-8 and in single bytes", async () => {
		const single = (sampleFiles().get("Geography.csv") as Buffer)
			.toString("utf8")
			.replaceAll("\u0081", "\u0000");
		const bytes = Buffer.from(single, "latin1").map((byte) => (byte === 0 ? 0x81 : byte));
		for (const folder of [SAMPLE, sampleFolder({ "Geography.csv": Buffer.from(bytes) })]) {
			const dataDir = tempFolder();
			await importYear(folder, into(dataDir));
			const names = openWages(dataDir).wages.names();
			expect(names.areas.find((area) => area.code === "32420")?.name).toBe("Mayagüez, PR");
		}
	});

	it("takes its year from the official name, or asks for it", async () => {
		const dataDir = tempFolder();
		const named = tempFile("OFLC_Wages_2025-26_Updated.zip", sampleZip());
		expect((await importYear(named, { ...into(dataDir), year: undefined })).year).toBe("2025-26");
		await expect(importYear(SAMPLE, { ...into(dataDir), year: undefined })).rejects.toThrow(
			/--year/,
		);
	});

	it("stands beside other years, and shows without a restart", async () => {
		const dataDir = tempFolder();
		const { wages } = openWages(dataDir);
		const kinds = () => wages.files().map((f) => `${f.year} ${f.table} ${f.kind}`);
		expect(kinds()).toEqual(["2026-27 all-industries starter", "2025-26 all-industries starter"]);
		await importYear(SAMPLE, into(dataDir, readWageYear("2026-27")));
		await importYear(SAMPLE, into(dataDir));
		expect(kinds()).toEqual([
			"2026-27 all-industries imported",
			"2026-27 higher-education imported",
			"2025-26 all-industries imported",
			"2025-26 higher-education imported",
		]);
	});
});

describe("a wrong file", () => {
	const csv = (edit: (text: string) => string) => sampleFolder({ [ALC]: edit });
	const zipWith = (name: string, data: Buffer, claims = {}) =>
		tempFile(
			"wages.zip",
			makeZip([
				...[...sampleFiles()]
					.filter(([file]) => file !== name)
					.map(([file, bytes]) => ({ name: file, data: bytes })),
				{ name, data, claims },
			]),
		);
	const whole = sampleZip();
	const damaged = Buffer.from(whole);
	damaged.fill(0x55, 200, 260);
	const alc = sampleFiles().get(ALC) as Buffer;

	const wrong: [string, string, RegExp][] = [
		["nothing there", join(tempFolder(), "none.zip"), /no such file/],
		["an empty file", tempFile("empty.zip", ""), /empty/],
		["a page instead of a ZIP", tempFile("page.zip", "<html>not found</html>"), /not a whole ZIP/],
		["a ZIP cut short", tempFile("cut.zip", whole.subarray(0, 9_000)), /not a whole ZIP/],
		["a damaged ZIP", tempFile("damaged.zip", damaged), /not a whole ZIP|damaged|line|quote|ends/],
		["a wrong checksum", zipWith(ALC, alc, { sum: 1 }), /checksum/],
		["a zip bomb", zipWith(ALC, Buffer.alloc(30_000_000, "1,")), /far too much/],
		[
			"a zip bomb that hides its size",
			zipWith(ALC, Buffer.alloc(30_000_000, "1,"), { size: 20_000 }),
			/not a whole ZIP|too many columns/,
		],
		["a path that leaves the folder", zipWith("../../etc/ALC_Export.csv", alc), /outside/],
		["a path from the root", zipWith("/etc/ALC_Export.csv", alc), /outside/],
		["no figures", sampleFolder({ [ALC]: null }), /ALC_Export.csv is missing/],
		["no geography", sampleFolder({ "Geography.csv": null }), /Geography.csv is missing/],
		["an empty table", sampleFolder({ [ALC]: "" }), /ALC_Export.csv is empty/],
		["a header alone", csv((t) => `${t.split("\r\n")[0]}\r\n`), /no rows/],
		["a line cut short", csv((t) => t.slice(0, -60)), /columns instead of|cut short/],
		["a quote never closed", csv((t) => `${t}"10380`), /inside a quote/],
		[
			"swapped column names",
			csv((t) => t.replace('"Level1","Level2"', '"Level2","Level1"')),
			/column 4 must be Level1/,
		],
		[
			"swapped columns under the right names",
			csv((t) =>
				t
					.split("\r\n")
					.map((line, i) =>
						i === 0 ? line : line.replace(/^((?:[^,]*,){3})([^,]*),([^,]*),/, "$1$3,$2,"),
					)
					.join("\r\n"),
			),
			/level 2 is lower than level 1/,
		],
		[
			"area and occupation swapped",
			csv((t) => t.replace('"10380","11-1011"', '"11-1011","10380"')),
			/line 2: "11-1011" is no area code/,
		],
		["a wage that is no number", csv((t) => t.replace("29.08", "abc")), /line 2: "abc" is no wage/],
		["a level missing", csv((t) => t.replace('"29.08"', "")), /a level is blank/],
		["no labels where hour and year need them", csv(withoutLabels), /column 9 must be Label/],
		["an unknown label", csv((t) => t.replace("High Wage", "Huge Wage")), /Huge Wage/],
		["a pair twice", csv((t) => t + t.split("\r\n")[1]), /second row for 10380 11-1011/],
		["an area without a name", csv((t) => t.replaceAll("12420", "12421")), /12421.*Geography/],
		["a padded area", csv((t) => t.replace('"10380"', '"0010380"')), /no area code/],
	];
	it.each(wrong)("is refused whole: %s", async (_name, path, reason) => {
		const dataDir = tempFolder();
		await importYear(SAMPLE, into(dataDir));
		const before = readFileSync(yearPath(dataDir, YEAR));
		await expect(importYear(path, into(dataDir))).rejects.toThrow(reason);
		expect(readFileSync(yearPath(dataDir, YEAR)).equals(before)).toBe(true);
		expect(readdirSync(join(dataDir, "wages"))).toEqual(["2025-26.wages"]);
		expect(existsSync("/etc/ALC_Export.csv")).toBe(false);
	});

	it("is refused when many rows are missing from a full table", async () => {
		const rows = Array.from({ length: 300 }, (_, a) =>
			Array.from(
				{ length: 200 },
				(_, s) => `${10000 + a},15-${1000 + s},1,10.00,20.00,30.00,40.00,25.00,`,
			),
		).flat();
		const head = "Area,SocCode,GeoLvl,Level1,Level2,Level3,Level4,Average,Label";
		const folder = sampleFolder({ [ALC]: [head, ...rows.slice(0, -7)].join("\n") });
		await expect(importYear(folder, into(tempFolder()))).rejects.toThrow(/7 rows are missing/);
	});
});

it("a year file of another kind, or cut short, is named and left out", async () => {
	const dataDir = tempFolder();
	await importYear(SAMPLE, into(dataDir));
	const path = yearPath(dataDir, YEAR);
	writeFileSync(path, readFileSync(path).subarray(0, -10));
	const { wages, problems } = openWages(dataDir);
	expect(problems()).toEqual([expect.stringMatching(/^2025-26\.wages: .*import the year again/)]);
	expect(wages.files().every((file) => file.kind === "starter")).toBe(true);
});
