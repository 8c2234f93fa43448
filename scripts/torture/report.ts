import { spawnSync } from "node:child_process";
import { arch, availableParallelism, cpus, platform, totalmem } from "node:os";
import { mebibytes, type Result, type Run, type Scenario } from "./scenario.ts";

/** The commit, machine and settings that figures belong to. */
export function describeMachine({ seed, seconds, perSecond }: Run): string {
	const git = (...args: string[]) => spawnSync("git", args, { encoding: "utf8" }).stdout?.trim();
	const dirty = git("status", "--porcelain", "--", "src", "scripts") ? ", with changes" : "";
	return [
		`commit ${git("rev-parse", "--short", "HEAD") || "unknown"}${dirty}`,
		`Node ${process.versions.node}`,
		`${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? arch()}), ${mebibytes(totalmem())} of memory, ${platform()}`,
		`seed ${seed}, load ${perSecond} a second for ${seconds} s`,
	].join("; ");
}

/** The report as Markdown. */
export function reportOf(machine: string, found: readonly (readonly [Scenario, Result])[]): string {
	return [
		"# Reliability",
		"",
		`Written by \`npm run torture\`: ${machine}. The desks, both fake platforms and the sender of the load share that machine. Figures are of this run; run it again with \`--seed N\`.`,
		"",
		"Lost: never answered. Doubled: answered more than once. Times run from the sending of an interaction, whether or not the desk kept up.",
		"",
		"| Scenario | Kept |",
		"| --- | --- |",
		...found.map(([{ title }, result]) => `| ${title} | ${wordOf(result)} |`),
		...found.flatMap(([scenario, result]) => ["", ...sectionOf(scenario, result)]),
		"",
	].join("\n");
}

const wordOf = ({ passed, skipped }: Result): string =>
	skipped ? "not run here" : passed ? "yes" : "**no**";

function sectionOf({ title, promise }: Scenario, { rows, skipped }: Result): string[] {
	const body = skipped
		? [`Not run: ${skipped}.`]
		: ["| | |", "| --- | --- |", ...rows.map(([label, value]) => `| ${label} | ${cell(value)} |`)];
	return [`## ${title}`, "", promise, "", ...body];
}

const cell = (value: string): string => value.replaceAll("|", "\\|").replaceAll("\n", " ");
