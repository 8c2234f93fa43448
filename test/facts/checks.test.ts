import { describe, expect, it } from "vitest";
import { CHECKS, checkFacts } from "../../src/core/facts/check.ts";
import type { Topic } from "../../src/core/facts/fact.ts";
import { parseFacts, parseTopics } from "../../src/core/facts/parse.ts";

const sources = [{ label: "91 FR 1059", url: "https://www.govinfo.gov/content/pkg/x" }];
const statement = "One plain sentence that stands alone.";
const value = {
	from: "2026-03-01",
	value: 1,
	status: "in-effect",
	statement,
	confidence: "primary",
	confirmed: "2026-10-07",
	sources,
};
const good = {
	title: "Some fee",
	topic: "fees",
	headline: true,
	kind: "rule",
	unit: "USD",
	reviewBy: "2026-11-06",
	values: [value],
};
const topics = parseTopics([{ id: "fees", title: "Fees" }]).topics;

const problems = (data: object, others: object[] = [], list: Topic[] = topics) => {
	const parsed = parseFacts(
		[data, ...others].map((d, i) => ({ path: `uscis/fact-${i}`, data: d })),
	);
	expect(parsed.problems).toEqual([]);
	return checkFacts(parsed.facts, list);
};

/** One mistake each, with the check that finds it and what it says. */
const mistakes: [check: string, says: RegExp, data: object, others?: object[], topics?: Topic[]][] =
	[
		["dates-ascend", /2026-03-01 is not after/, { ...good, values: [value, value] }],
		[
			"no-gap-or-overlap",
			/overlaps the next/,
			{
				...good,
				values: [
					{ ...value, until: "2026-05-02" },
					{ ...value, from: "2026-05-01" },
				],
			},
		],
		[
			"no-gap-or-overlap",
			/leaves a gap/,
			{
				...good,
				values: [
					{ ...value, until: "2026-04-01" },
					{ ...value, from: "2026-05-01" },
				],
			},
		],
		["law-and-outlook", /neither values nor outlook/, { ...good, values: [] }],
		["law-and-outlook", /is assumed/, { ...good, values: [{ ...value, confidence: "assumed" }] }],
		["rule-is-confirmed", /no status/, { ...good, values: [{ ...value, status: undefined }] }],
		[
			"rule-is-confirmed",
			/no "confirmed" day/,
			{ ...good, values: [{ ...value, confirmed: undefined }] },
		],
		["review-after-confirmed", /is not after confirmed/, { ...good, reviewBy: "2026-10-07" }],
		[
			"confidence",
			/must say "Reported"/,
			{ ...good, values: [{ ...value, confidence: "one-secondary" }] },
		],
		[
			"confidence",
			/show both sides/,
			{ ...good, values: [{ ...value, confidence: "conflicting" }] },
		],
		[
			"confidence",
			/must name the section/,
			{ ...good, values: [{ ...value, confidence: "background" }] },
		],
		[
			"source-hosts",
			/name a public page/,
			{
				...good,
				values: [{ ...value, sources: [{ label: "USCIS", url: "https://localhost/x" }] }],
			},
		],
		["unit-for-numbers", /no unit/, { ...good, unit: undefined }],
		[
			"remarks-are-english",
			/not plain English/,
			{ ...good, misread: "Ek hi baar: one-time, never every year." },
		],
		["no-markup", /markup or an address/, { ...good, note: "See **this**." }],
		[
			"passing-dates",
			/comments run|run to 2026-11-09/,
			{ ...good, note: "Comments run to 2026-11-09." },
		],
		[
			"passing-dates",
			/name the period/,
			{ ...good, values: [{ ...value, statement: "The fee will rise on 2027-03-01." }] },
		],
		["topic-exists", /no topic nonsense/, { ...good, topic: "nonsense" }, [good]],
		["headlines", /2 headlines/, good, [good]],
		["headlines", /no fact with headline/, { ...good, headline: undefined }],
		[
			"topic-words",
			/names both/,
			good,
			[{ ...good, topic: "cap" }],
			parseTopics([
				{ id: "fees", title: "Fees", also: ["money"] },
				{ id: "cap", title: "Cap", also: ["money"] },
			]).topics,
		],
	];

describe("facts:check", () => {
	it("finds nothing wrong with a good fact", () => expect(problems(good)).toEqual([]));

	it.each(mistakes)("%s says %s", (check, says, data, others, list) => {
		const found = problems(data, others, list).filter((line) => line.startsWith(`${check}: `));
		expect(found.join("\n")).toMatch(says);
	});

	it("has a failing case for every check", () => {
		const tested = new Set(mistakes.map(([check]) => check));
		expect(CHECKS.map((check) => check.name).filter((name) => !tested.has(name))).toEqual([]);
	});

	it.each([
		["an unknown key", { ...good, colour: "red" }, /colour/],
		["a day that does not exist", { ...good, reviewBy: "2026-02-30" }, /2026-02-30/],
		[
			"a source without an address",
			{ ...good, values: [{ ...value, sources: [{ label: "x" }] }] },
			/sources/,
		],
		["no source at all", { ...good, values: [{ ...value, sources: [] }] }, /sources/],
		["a word that is no status", { ...good, values: [{ ...value, status: "vacated" }] }, /status/],
	])("names the file and the place of %s", (_name, data, says) => {
		const { problems: lines } = parseFacts([{ path: "uscis/broken", data }]);
		expect(lines.join("\n")).toMatch(/^uscis\/broken: /);
		expect(lines.join("\n")).toMatch(says);
	});
});
