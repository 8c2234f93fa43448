import { expect, it, vi } from "vitest";
import { day } from "../../src/core/dates.ts";
import { createRecent } from "../../src/commands/recent.ts";
import { command, withAsOf } from "../../src/commands/command.ts";
import { createDesk } from "../../src/commands/desk.ts";
import { fiscalYear, level, topic } from "../../src/commands/options.ts";
import { answer } from "../../src/core/answer.ts";
import { answered } from "../../src/core/reply.ts";
import { createSearch } from "../../src/core/facts/search.ts";
import { facts } from "../helpers/desk.ts";

function counted(isSteady: boolean) {
	const run = vi.fn((_core: unknown, input: { level?: string | undefined }) =>
		answered(answer({ title: "T", lead: `At ${input.level}.` })),
	);
	let today = day("2026-11-25");
	const one = command({
		name: "one",
		summary: "One",
		examples: ["/one"],
		...(isSteady && { isSteady: true as const }),
		options: withAsOf({
			level: level.optional(),
			fiscalYear: fiscalYear.optional(),
			topic: topic.optional(),
		}),
		run,
	});
	const desk = createDesk({
		facts,
		search: createSearch(facts),
		today: () => today,
		version: "0",
		commands: [one],
	});
	return { desk, run, tomorrow: () => (today = day("2026-11-26")) };
}

it("keeps a steady command's reply for its options and its day", () => {
	const { desk, run, tomorrow } = counted(true);
	const first = desk.run("one", { level: "II", "fiscal-year": 2028 });
	expect(desk.text("/one level:2 fiscal-year:2028")).toEqual(first);
	expect(run).toHaveBeenCalledTimes(1);
	expect(desk.run("one", { level: "III" }).answer.lead).toBe("At III.");
	expect(run).toHaveBeenCalledTimes(2);
	tomorrow();
	desk.run("one", { level: "II", "fiscal-year": 2028 });
	expect(run).toHaveBeenCalledTimes(3);
});

it("keeps nothing that somebody put in words, and nothing of other commands", () => {
	const steady = counted(true);
	for (let i = 0; i < 2; i++) steady.desk.run("one", { topic: "my own words" });
	expect(steady.run).toHaveBeenCalledTimes(2);
	const other = counted(false);
	for (let i = 0; i < 2; i++) other.desk.run("one", { level: "II" });
	expect(other.run).toHaveBeenCalledTimes(2);
});

it("forgets what was not asked for longest", () => {
	const recent = createRecent(2);
	const make = vi.fn(() => ({}) as never);
	for (const key of ["a", "b", "a", "c", "a", "b"]) recent.get(key, make);
	expect(make.mock.calls).toHaveLength(4);
});
