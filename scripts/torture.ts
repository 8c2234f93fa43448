// Hurts the desk on purpose and writes down what it kept:
// npm run torture [-- --quick] [--seed 1] [--seconds 600] [--rate 200] [--only load,alerts] [--to FILE]
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { MAX_SEED } from "../src/core/odds/random.ts";
import { describeMachine, reportOf } from "./torture/report.ts";
import type { Result, Run, Scenario } from "./torture/scenario.ts";
import { scenarios } from "./torture/scenarios/index.ts";

const { run, wanted, file } = readArguments();
const found: [Scenario, Result][] = [];
const machine = describeMachine(run);
for (const scenario of wanted) {
	run.say(`${scenario.name}: ${scenario.title}`);
	const result = await scenario.run(run).catch(
		(error: unknown): Result => ({
			passed: false,
			rows: [["stopped by", error instanceof Error ? error.message : String(error)]],
		}),
	);
	for (const [label, value] of result.rows) run.say(`  ${label}: ${value}`);
	run.say(
		result.skipped ? `  not run: ${result.skipped}` : result.passed ? "  kept" : "  NOT KEPT",
	);
	found.push([scenario, result]);
	if (file) {
		const before = existsSync(file) ? readFileSync(file, "utf8") : "";
		writeFileSync(file, reportOf(machine, found, scenarios, before));
	}
}
process.exit(found.every(([, { passed }]) => passed) ? 0 : 1);

function readArguments(): { run: Run; wanted: Scenario[]; file: string | null } {
	const { values } = parseArgs({
		options: {
			quick: { type: "boolean", default: false },
			seed: { type: "string", default: "1" },
			seconds: { type: "string" },
			rate: { type: "string", default: "200" },
			only: { type: "string" },
			to: { type: "string" },
		},
	});
	const names = values.only?.split(",");
	const unknown = names?.filter((name) => !scenarios.some((one) => one.name === name)) ?? [];
	if (unknown.length > 0)
		fail(
			`--only: ${unknown.join(", ")}; there are ${scenarios.map(({ name }) => name).join(", ")}`,
		);
	return {
		run: {
			seed: wholeFrom("seed", values.seed, 0, MAX_SEED),
			isQuick: values.quick,
			seconds: wholeFrom("seconds", values.seconds ?? (values.quick ? "20" : "600"), 1, 86_400),
			perSecond: wholeFrom("rate", values.rate, 1, 1_000),
			say: (line) => void process.stderr.write(`${line}\n`),
		},
		wanted: scenarios.filter(({ name }) => names?.includes(name) ?? true),
		// A part, or a quick run, says too little to stand as the report.
		file: values.to ?? (names || values.quick ? null : "docs/reliability.md"),
	};
}

function wholeFrom(name: string, text: string, least: number, most: number): number {
	const value = Number(text);
	if (Number.isInteger(value) && value >= least && value <= most) return value;
	return fail(`--${name}: a whole number from ${least} to ${most}`);
}

function fail(message: string): never {
	process.stderr.write(`${message}\n`);
	process.exit(2);
}
