import { describe, expect, it } from "vitest";
import type { Reply } from "../../src/core/reply.ts";
import { facts, testDesk } from "../helpers/desk.ts";

const desk = testDesk();

/** Numbers of a text as written, without days, form names, sections and addresses. */
function numbersIn(text: string): string[] {
	const plain = text
		.replace(/\b\d{4}-\d{2}(-\d{2})?\b/g, " ")
		.replace(
			/\b(FY|Form|Doc\.|No\.|Proclamation|Order|H\.R\.|S\.|Section|8 CFR|INA) ?[\d.:()a-zA-Z-]+/g,
			" ",
		)
		.replace(/\b[A-Z]+-?\d+[A-Z]?\b/g, " ");
	return (plain.match(/\d[\d,]*(\.\d+)?/g) ?? []).map((n) =>
		n.replaceAll(",", "").replace(/\.0+$/, ""),
	);
}

const held = new Set<string>();
for (const fact of facts.all) {
	const entries = [...fact.values, ...fact.outlook];
	const texts = [
		fact.title,
		fact.misread ?? "",
		fact.note ?? "",
		...entries.map((entry) => entry.statement),
		...fact.events.map((event) => event.text),
	];
	for (const n of texts.flatMap(numbersIn)) held.add(n);
	for (const value of entries.flatMap((e) => [e.value, ...Object.values(e.figures ?? {})])) {
		for (const n of numbersIn(String(value))) held.add(n);
		if (typeof value === "number" && value <= 1)
			for (const digits of [0, 1, 2]) held.add(String(Number((value * 100).toFixed(digits))));
	}
}

/** Numbers that the answer worked out: they stand in its values, as such or as a percentage. */
function workedOut(values: unknown): Set<string> {
	const found = new Set<string>();
	const walk = (value: unknown): void => {
		if (typeof value === "number") {
			found.add(String(value));
			found.add(String(Math.round(value)));
			for (const digits of [0, 1, 2]) found.add(String(Number((value * 100).toFixed(digits))));
		} else if (value && typeof value === "object")
			for (const inner of Object.values(value)) walk(inner);
	};
	walk(values);
	return found;
}

function strangers(reply: Reply): string[] {
	const { answer, values } = reply;
	const own = workedOut(values);
	const texts = [answer.lead, ...answer.rows.flatMap((row) => [row.value, row.note ?? ""])];
	// Small whole numbers are counts of things on the card itself.
	return texts
		.flatMap(numbersIn)
		.filter((n) => Number(n) > 12 && !/^20\d\d$/.test(n) && !held.has(n) && !own.has(n));
}

const years = Array.from({ length: 24 }, (_, i) => 2005 + i);
const LINES: string[] = [
	...facts.all.map((fact) => `#${fact.id}`),
	...facts.topics.map((topic) => `/policy ${topic.id}`),
	"/policy",
	"/cap",
	...years.map((year) => `/cap ${year}`),
	...years.map((year) => `/dates fiscal-year:${year}`),
	"/dates",
	...["1-25", "26+"].flatMap((size) =>
		["new", "extension", "change-of-employer", "amendment"].flatMap((filing) =>
			["", "nonprofit:yes", "premium:yes", "fifty-fifty:yes", "acwia-exempt:yes"].map(
				(more) => `/fee employees:${size} filing:${filing} ${more}`,
			),
		),
	),
];

describe("numbers on cards", () => {
	it("are all held by a fact or worked out in the answer's values", () => {
		const wrong = LINES.flatMap((line) => {
			const strange = strangers(desk.text(line));
			return strange.length > 0 ? [`${line}: ${strange.join(" ")}`] : [];
		});
		expect(wrong).toEqual([]);
	});
});
