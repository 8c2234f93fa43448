import { expect, it } from "vitest";
import { reportOf } from "../scripts/torture/report.ts";
import { skipped, type Result, type Scenario } from "../scripts/torture/scenario.ts";

const scenario = (title: string): Scenario => ({
	name: title.toLowerCase(),
	title,
	promise: `${title} is kept.`,
	run: async () => skipped("never run here"),
});
const [load, kill] = [scenario("Load"), scenario("Kill")];
const result = (passed: boolean, sent: string): Result => ({ passed, rows: [["sent", sent]] });

it("a part that is run again takes the place of its former self, and the others stay", () => {
	const first = reportOf(
		"commit a",
		[
			[load, result(false, "10")],
			[kill, result(true, "20")],
		],
		[load, kill],
		"",
	);
	expect(first).toContain("| Load | **no** |");
	const second = reportOf("commit b", [[load, result(true, "30")]], [load, kill], first);
	expect(second).toContain("| Load | yes |");
	expect(second).toContain("| sent | 30 |");
	expect(second).not.toContain("| sent | 10 |");
	expect(second).toContain("| sent | 20 |");
	expect(second.match(/Run on commit [ab]/g)).toEqual(["Run on commit b", "Run on commit a"]);
	expect(reportOf("commit c", [], [load, kill], second)).toBe(second);
});
