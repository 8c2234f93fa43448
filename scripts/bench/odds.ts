// Times the odds model. Best of several rounds, in one warm process; for reading, not a test.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { count } from "../../src/core/format.ts";
import { exactChances } from "../../src/core/odds/exact.ts";
import type { PerLevel, Pool, Targets } from "../../src/core/odds/pool.ts";
import { replaySeason, wholePool } from "../../src/core/odds/replay.ts";
import { modelSeason, nextSeason } from "../../src/core/odds/season.ts";
import { loadFacts } from "../../src/load-facts.ts";
import { openDesk } from "../../src/open-desk.ts";
import { ROOT } from "../../src/root.ts";

const SEED = 2028;
const GROWTH = [10_000, 100_000, 1_000_000, 10_000_000];
const CPP_ROUNDS = 30;

const { facts } = await loadFacts();
const { desk } = await openDesk(() => facts.horizon);
const season = modelSeason(facts, nextSeason(facts, facts.horizon), facts.horizon);
if (season?.kind !== "two-draw") throw new TypeError("the coming season has two draws");
const { weights } = season;
const whole = wholePool(season.pool, season.targets);

line(
	"exact solve, both draws",
	micro(1000, () => exactChances(season.pool, season.targets, weights)),
	"under 10 us",
);
line(
	"full card: chance, band of 2,000, levers, rules",
	milli(50, () => desk.run("odds", { level: "II", degree: "us-masters" })),
	"under 20 ms",
);
line(
	"portfolio of 2,000 candidates",
	milli(20, () => desk.run("portfolio", { candidates: "700xI,700xII us-masters,600xIII" })),
	"",
);
const replayed = bestOf(60, () => replaySeason(whole.pool, whole.targets, weights, SEED));
line(`replay of ${count(season.people)} people`, `${replayed.toFixed(2)} ms`, "");
compareWithCpp(replayed);

console.log("\nGrowth with the pool");
for (const people of GROWTH) {
	const { pool, targets } = scaled(people / season.people);
	const exact = micro(1000, () => exactChances(pool, targets, weights));
	const ms = bestOf(people > 1_000_000 ? 3 : 20, () => replaySeason(pool, targets, weights, SEED));
	const each = ((ms * 1e6) / people).toFixed(0);
	line(
		`${count(people)} people`,
		`exact ${exact}, replay ${ms.toFixed(2)} ms, ${each} ns a person`,
		"",
	);
}

function scaled(by: number): { pool: Pool; targets: Targets } {
	const times = (levels: PerLevel) => levels.map((n) => n * by) as unknown as PerLevel;
	const { pool, targets } = season as { pool: Pool; targets: Targets };
	return wholePool(
		{ regular: times(pool.regular), advanced: times(pool.advanced) },
		{ first: targets.first * by, second: targets.second * by },
	);
}

/** The same season in C++, where a compiler is there. The counts must be the same. */
function compareWithCpp(ours: number): void {
	const compiler = ["c++", "g++", "clang++"].find(
		(name) => spawnSync(name, ["--version"]).status === 0,
	);
	if (!compiler) {
		console.log("no C++ compiler on this machine: the comparison is left out");
		return;
	}
	const folder = mkdtempSync(join(tmpdir(), "h1b-desk-bench-"));
	try {
		const program = join(folder, "replay");
		const source = fileURLToPath(new URL("bench/replay.cpp", ROOT));
		const built = spawnSync(compiler, ["-O3", "-std=c++17", "-o", program, source], {
			encoding: "utf8",
		});
		if (built.status !== 0) {
			console.log(`bench/replay.cpp does not compile:\n${built.stderr}`);
			return;
		}
		const { pool, targets } = whole;
		const numbers = [
			SEED,
			CPP_ROUNDS,
			targets.first,
			targets.second,
			...pool.advanced,
			...pool.regular,
		];
		const run = spawnSync(program, numbers.map(String), { encoding: "utf8" });
		const theirs = JSON.parse(run.stdout) as {
			entriesMs: number;
			clocksMs: number;
			selected: number[];
		};
		const drawn = replaySeason(pool, targets, weights, SEED);
		if (String([...drawn.advanced, ...drawn.regular]) !== String(theirs.selected))
			throw new Error(`C++ selected ${theirs.selected}, not ${drawn.advanced},${drawn.regular}`);
		const ratio = (ms: number) =>
			`${ms.toFixed(2)} ms, ours takes ${(ours / ms).toFixed(2)} times that`;
		line("  C++ -O3, the same work and the same counts", ratio(theirs.entriesMs), "under 2");
		line("  C++ -O3, a logarithm a person", ratio(theirs.clocksMs), "under 2");
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Milliseconds of the fastest of some rounds, after as many to warm up. */
function bestOf(rounds: number, work: () => unknown): number {
	let least = Number.POSITIVE_INFINITY;
	for (let round = 0; round < 2 * rounds; round++) {
		const start = performance.now();
		work();
		least = Math.min(least, performance.now() - start);
	}
	return least;
}

function milli(rounds: number, work: () => unknown): string {
	return `${bestOf(rounds, work).toFixed(2)} ms`;
}

function micro(calls: number, work: () => unknown): string {
	const ms = bestOf(20, () => {
		for (let call = 0; call < calls; call++) work();
	});
	return `${((ms * 1000) / calls).toFixed(2)} us`;
}

function line(name: string, value: string, target: string): void {
	console.log(`${name.padEnd(50)} ${value}${target && `   (target: ${target})`}`);
}
