// Draws one full season and compares it with the exact expectation:
// npm run replay -- --seed 7 [--fiscal-year 2028] [--as-of YYYY-MM-DD]
import { parseArgs } from "node:util";
import { plainDate } from "../src/core/dates.ts";
import { count, fiscalYearName } from "../src/core/format.ts";
import { exactChances } from "../src/core/odds/exact.ts";
import { MAX_SEED } from "../src/core/odds/random.ts";
import { selectedIn, wholePool } from "../src/core/odds/replay.ts";
import { modelSeason, nextSeason } from "../src/core/odds/season.ts";
import { spreadOf } from "../src/core/odds/spread.ts";
import { loadFacts } from "../src/load-facts.ts";
import { replayInWorker } from "../src/workers/replay.ts";

const { facts } = await loadFacts();
const { date, seed, fiscalYear } = readArguments();
const season = modelSeason(facts, fiscalYear, date);
if (season?.kind !== "two-draw")
	fail(`no two-draw model of ${fiscalYearName(fiscalYear)} on ${date}`);

const { pool, targets } = wholePool(season.pool, season.targets);
const drawn = await replayInWorker({ pool, targets, entries: season.weights, seed });
const chances = exactChances(pool, targets, season.weights);
const spread = spreadOf(pool, targets, season.weights);

const lines = (["regular", "advanced"] as const).flatMap((group) =>
	["I", "II", "III", "IV"].map((level, i) => {
		const [people, selected, chance, deviation] = [pool, drawn, chances, spread].map(
			(of) => of[group][i] ?? 0,
		) as [number, number, number, number];
		const expected = people * chance;
		const errors = deviation > 0 ? (selected - expected) / deviation : 0;
		return [
			`level ${level}, ${group === "advanced" ? "US master's" : "no US master's"}`,
			count(people),
			count(selected),
			expected.toFixed(1),
			(errors >= 0 ? "+" : "") + errors.toFixed(2),
		];
	}),
);
const total = count(selectedIn(drawn));
console.log(
	`${fiscalYearName(fiscalYear)} as known on ${date}, seed ${seed}: ${total} of ${count(season.people)} people selected in ${count(targets.first)} and ${count(targets.second)}.\n`,
);
const header = ["", "people", "selected", "expected", "standard errors"];
for (const [name = "", ...cells] of [header, ...lines])
	console.log(name.padEnd(26) + cells.map((cell) => cell.padStart(17)).join(""));

function readArguments() {
	try {
		const { values } = parseArgs({
			options: {
				seed: { type: "string" },
				"fiscal-year": { type: "string" },
				"as-of": { type: "string" },
			},
		});
		// Without a day: the newest that the facts reach, so that the same facts draw the same season.
		const day = values["as-of"] === undefined ? facts.horizon : plainDate(values["as-of"]);
		if (!day) fail("--as-of: a day such as 2026-10-08");
		const fiscalYear = Number(values["fiscal-year"] ?? nextSeason(facts, day));
		if (!Number.isInteger(fiscalYear)) fail("--fiscal-year: a year such as 2028");
		const seed = Number(values.seed ?? fiscalYear);
		if (!Number.isInteger(seed) || seed < 0 || seed > MAX_SEED)
			fail(`--seed: a whole number from 0 to ${MAX_SEED}`);
		return { date: day, seed, fiscalYear };
	} catch (error) {
		return fail(String(error instanceof Error ? error.message : error));
	}
}

function fail(message: string): never {
	console.error(message);
	process.exit(2);
}
