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

/** What one scenario found, in the report. */
interface Section {
	word: string;
	text: string;
}

/** The report as Markdown. Scenarios that were not run now stand as they were in the report before. */
export function reportOf(
	machine: string,
	found: readonly (readonly [Scenario, Result])[],
	order: readonly Scenario[],
	before: string,
): string {
	const sections = readSections(before);
	for (const [scenario, result] of found)
		sections.set(scenario.title, {
			word: wordOf(result),
			text: sectionOf(scenario, result, machine).join("\n"),
		});
	const shown = order.flatMap(({ title }) => {
		const section = sections.get(title);
		return section ? [{ title, ...section }] : [];
	});
	return [
		"# Reliability",
		"",
		"Written by `npm run torture`. The desks, both fake platforms and the sender of the load share one machine. Each part names the commit and the seed that its figures are of; run it again with `--seed N`.",
		"",
		"Lost: never answered. Doubled: answered more than once. Times run from the sending of an interaction, whether or not the desk kept up.",
		"",
		"| Scenario | Kept |",
		"| --- | --- |",
		...shown.map(({ title, word }) => `| ${title} | ${word} |`),
		...shown.flatMap(({ text }) => ["", text]),
		"",
	].join("\n");
}

/** The parts of a report, by title. */
function readSections(report: string): Map<string, Section> {
	const [head = "", ...parts] = report.split(/^## /m);
	return new Map(
		parts.map((part) => {
			const title = part.split("\n", 1)[0] ?? "";
			const row = head.split("\n").find((line) => line.startsWith(`| ${title} |`));
			return [title, { word: row?.split("|")[2]?.trim() ?? "", text: `## ${part.trimEnd()}` }];
		}),
	);
}

const wordOf = ({ passed, skipped }: Result): string =>
	skipped ? "not run here" : passed ? "yes" : "**no**";

function sectionOf(
	{ title, promise }: Scenario,
	{ rows, skipped }: Result,
	machine: string,
): string[] {
	const body = skipped
		? [`Not run: ${skipped}.`]
		: ["| | |", "| --- | --- |", ...rows.map(([label, value]) => `| ${label} | ${cell(value)} |`)];
	return [`## ${title}`, "", promise, "", ...body, "", `Run on ${machine}.`];
}

const cell = (value: string): string => value.replaceAll("|", "\\|").replaceAll("\n", " ");
