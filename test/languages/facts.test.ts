import { describe, expect, it } from "vitest";
import { figuresIn } from "../../src/core/figures-in-words.ts";
import type { FactOutlook, FactValue } from "../../src/core/facts/fact.ts";
import { markOf, translated } from "../../src/messages/fact-texts.ts";
import { readFactTexts, SPOKEN } from "../../src/messages/languages.ts";
import { facts } from "../helpers/desk.ts";

const entriesOf = (id: string): (FactValue | FactOutlook)[] => [
	...facts.get(id).values,
	...facts.get(id).outlook,
];

describe.each(SPOKEN)("the facts in $tag", ({ tag }) => {
	const texts = readFactTexts(tag);
	const statements = Object.entries(texts).flatMap(([id, { statements: all }]) =>
		all.map((statement) => ({ id, ...statement })),
	);

	it("are facts that exist", () => {
		expect(Object.keys(texts).filter((id) => !facts.has(id))).toEqual([]);
	});

	it("name the same numbers and days as the English statement they were made from", () => {
		const differing = statements.filter(({ id, of, text }) => {
			const english = entriesOf(id).find((entry) => markOf(entry.statement) === of);
			return english && figuresIn(english.statement).join() !== figuresIn(text).join();
		});
		expect(differing).toEqual([]);
	});

	it("name the same numbers and days in events and remarks, and belong to some", () => {
		const differing = Object.entries(texts).flatMap(([id, { remarks }]) => {
			const { misread, note, events } = facts.get(id);
			const english = [misread ?? "", note ?? "", ...events.map((event) => event.text)];
			return remarks.filter(({ of, text }) => {
				const made = english.find((words) => markOf(words) === of);
				return made === undefined || figuresIn(made).join() !== figuresIn(text).join();
			});
		});
		expect(differing).toEqual([]);
	});

	it("name the same numbers in titles", () => {
		const differing = Object.entries(texts).filter(
			([id, { title }]) =>
				title && figuresIn(title).join() !== figuresIn(facts.get(id).title).join(),
		);
		expect(differing).toEqual([]);
	});

	it("cover the headline of every topic of the board, as it stands", () => {
		const missing = facts.topics
			.filter((topic) => topic.board)
			.flatMap((topic) => {
				const [head] = facts.inTopic(topic.id);
				const state = head && facts.stateOn(head.id, facts.horizon);
				if (!state?.known) return [];
				const found = translated(texts, state.id, state.entry);
				return found && !found.isOlder ? [] : [state.id];
			});
		expect(missing).toEqual([]);
	});

	it("carry no markup, direction or control character", () => {
		const odd = /[\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069`*_<>|{}]/;
		expect(statements.filter(({ text }) => odd.test(text))).toEqual([]);
	});
});

it("names the same months in Chinese, where they are numbers", () => {
	const months = [...Array(12).keys()].map((i) =>
		new Date(Date.UTC(2026, i)).toLocaleString("en", { month: "long", timeZone: "UTC" }),
	);
	const named = new RegExp(`\\b(?:${months.join("|")})\\b`, "g");
	const english = new Map<string, string>();
	for (const { id } of facts.all) {
		const { title, misread, note, events } = facts.get(id);
		const all = [title, misread ?? "", note ?? "", ...events.map(({ text }) => text)];
		for (const text of [...all, ...entriesOf(id).map(({ statement }) => statement)])
			english.set(markOf(text), text);
	}
	const differing = Object.values(readFactTexts("zh-CN"))
		.flatMap(({ statements, remarks }) => [...statements, ...remarks])
		.filter(({ of, text }) => {
			const told = [...text.matchAll(/(\d{1,2}) 月/g)].map(
				([, month]) => months[Number(month) - 1],
			);
			return (
				[...(english.get(of) ?? "").matchAll(named)].map(String).sort().join() !==
				told.sort().join()
			);
		});
	expect(differing).toEqual([]);
});

describe("a translation whose English has changed", () => {
	const entry = (statement: string) => ({ from: "2025-03-01", statement }) as unknown as FactValue;
	const texts = {
		"uscis/fee": {
			remarks: [],
			statements: [
				{ from: "2025-03-01", of: markOf("The fee is $215."), text: "La tarifa es de $215." },
			],
		},
	};

	it.each<[string, string, { text: string; isOlder: boolean } | undefined]>([
		[
			"is current while it has not",
			"The fee is $215.",
			{ text: "La tarifa es de $215.", isOlder: false },
		],
		[
			"is told as older when the numbers agree",
			"The fee is now $215.",
			{ text: "La tarifa es de $215.", isOlder: true },
		],
		["is not told when a number differs", "The fee is $250.", undefined],
	])("%s", (_name, statement, expected) => {
		expect(translated(texts, "uscis/fee", entry(statement))).toEqual(expected);
	});

	it("is none for another fact or another entry", () => {
		expect(translated(texts, "uscis/other", entry("The fee is $215."))).toBeUndefined();
		const later = { ...entry("The fee was $215."), from: "2026-01-01" } as unknown as FactValue;
		expect(translated(texts, "uscis/fee", later)).toBeUndefined();
	});
});
