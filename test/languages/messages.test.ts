import { readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { figuresIn } from "../../src/core/figures-in-words.ts";
import { SPOKEN } from "../../src/messages/languages.ts";
import { definitionMessages, englishMessages } from "../helpers/messages.ts";

const english = englishMessages();

/** The names of a message's placeholders, plurals and their branches included. */
function placeholders(message: string, tag: string): string[] {
	const names = new Set<string>();
	const walk = (value: unknown): void => {
		if (Array.isArray(value)) for (const item of value) walk(item);
		else if (value !== null && typeof value === "object") {
			if ("value" in value && "type" in value && typeof value.type === "number" && value.type > 0)
				if (typeof value.value === "string") names.add(value.value);
			for (const inner of Object.values(value)) walk(inner);
		}
	};
	walk(new IntlMessageFormat(message, tag, undefined, { ignoreTag: true }).getAst());
	return [...names].sort();
}

describe.each(SPOKEN)("the catalogue of $tag", ({ tag }) => {
	const catalogue = JSON.parse(readFileSync(`src/messages/${tag}.json`, "utf8")) as Record<
		string,
		string
	>;

	it("has every message of the sources, commands and facts", () => {
		expect(english.filter((message) => !(message in catalogue))).toEqual([]);
	});

	it("has no message that nothing says any more", () => {
		const said = new Set(english);
		expect(Object.keys(catalogue).filter((message) => !said.has(message))).toEqual([]);
	});

	it("keeps every placeholder", () => {
		const differing = Object.entries(catalogue).filter(
			([message, text]) => placeholders(message, "en").join() !== placeholders(text, tag).join(),
		);
		expect(differing).toEqual([]);
	});

	it("keeps every number", () => {
		const differing = Object.entries(catalogue).filter(
			([message, text]) => figuresIn(message).join() !== figuresIn(text).join(),
		);
		expect(differing).toEqual([]);
	});

	it("keeps what is typed: commands, options and addresses", () => {
		const typed = /\/[a-z]{3,}\b|\bus-masters\b|\b[a-z-]+:[a-z0-9][a-z0-9./%+]*|fifty-fifty/g;
		const differing = Object.entries(catalogue).filter(
			([message, text]) =>
				!(message.match(typed) ?? []).every((word) => text.includes(word.replace(/\.$/, ""))),
		);
		expect(differing).toEqual([]);
	});

	it("holds no control, direction or markup character", () => {
		const odd = /[\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069`_<>|]|(?<!O)\*/;
		expect(Object.values(catalogue).filter((text) => odd.test(text))).toEqual([]);
	});

	it("has descriptions that fit Discord's menus", () => {
		const long = definitionMessages().filter(
			(message) => [...message].length <= 100 && [...(catalogue[message] ?? "")].length > 100,
		);
		// What to type when a value was wrong stands on cards, never in a menu.
		expect(long.filter((message) => !message.startsWith("Type "))).toEqual([]);
	});
});

it("finds messages in the sources", () => {
	expect(english.length).toBeGreaterThan(700);
	expect(english).toContain("Next: {step} {date}.");
	expect(english).toContain("Your chance of selection, by wage level, degree and fiscal year");
});
