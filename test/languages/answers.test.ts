import { describe, expect, it } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { day } from "../../src/core/dates.ts";
import { figuresIn } from "../../src/core/figures-in-words.ts";
import { toPlainText } from "../../src/core/plain-text.ts";
import type { Reply } from "../../src/core/reply.ts";
import { fill, type Language, type Languages, say } from "../../src/core/say.ts";
import { openLanguages, SPOKEN } from "../../src/messages/languages.ts";
import { facts, starterWages, TODAY, testDesk } from "../helpers/desk.ts";

const languages = openLanguages();
/** Messages that a language was asked for and had not, by tag. */
const missing = new Map<string, Set<string>>();
const desk = deskIn(listening(languages));
const tags = SPOKEN.map(({ tag }) => tag);

/** One line of each kind of card. */
const LINES = [
	...new Set([
		...commands.flatMap((command) => [
			...command.examples,
			`/${command.name}`,
			`/help ${command.name}`,
		]),
		...facts.topics.filter((topic) => topic.board).map((topic) => `/policy ${topic.id}`),
		"/odds 3 none attempts:3",
		"/odds 1 masters regimes",
		"/odds 2 fiscal-year:2025",
		"/odds 2 pool:custom people:209000 masters:0.66 mix:30/36/20/14 selected:92000+18000",
		"/odds 2 people:5",
		"/cap 2026",
		"/cap 2010",
		"/dates 2028",
		"/dates 2010",
		"/employers 2010",
		"/fee 26+ new abroad premium",
		"/level 145k software engineer austin; dallas",
		"/level 45k software engineer austin",
		"/level 145k",
		"/level -5 software engineer austin",
		"/level 145k zzzq austin",
		"/portfolio 10 people",
		"/portfolio 3000xI",
		"/people nobodyx",
		"/people trump",
		"/policy as-of:2025-10-10",
		"/cap as-of:1999-01-01",
		"/check the cap is 65,000",
		"/check aliens landed",
		"/nosuch",
		"/fee blah:1",
		"should i take the offer",
		"visa bulletin",
		"what is it",
	]),
];

const answered = new Map<string, Reply>();

/** A reply, made once: a few of these cards take the odds model hundreds of milliseconds. */
function inLanguage(line: string, tag: string): Reply {
	const key = `${tag} ${line}`;
	const made = answered.get(key) ?? desk.text(line, { locale: tag });
	answered.set(key, made);
	return made;
}

/** The languages, with an ear for what they lack. */
function listening({ all, find }: Languages): Languages {
	const heard = new Map(
		all.map((language): [Language, Language] => [
			language,
			{
				...language,
				message: (english, values) => {
					const said = language.message(english, values);
					const lacks = missing.get(language.tag) ?? new Set();
					if (said === undefined) missing.set(language.tag, lacks.add(english));
					return said;
				},
			},
		]),
	);
	return { all: [...heard.values()], find: (tag) => heard.get(find(tag) as Language) ?? null };
}

/** What people read of a card, line by line. */
const linesOf = ({ answer }: Reply): string[] => [
	answer.title,
	answer.lead,
	...answer.rows.flatMap((row) => [row.label, row.value, row.note ?? ""]),
	...answer.choices.flatMap((choice) => [choice.label, choice.note ?? ""]),
];

/** Days as the language writes them, back as `2026-10-07`, where the English card names them. */
function withPlainDays(text: string, english: string, language: Language): string {
	const days = [...new Set(english.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [])]
		.map((date) => ({ date, words: language.day(day(date)) }))
		.sort((a, b) => b.words.length - a.words.length);
	return days.reduce((left, { date, words }) => left.replaceAll(words, date), text);
}

describe.each(tags)("in %s", (tag) => {
	const language = languages.find(tag) as Language;

	it.each(LINES)("%s tells the same numbers as in English", (line) => {
		const english = inLanguage(line, "en");
		const reply = inLanguage(line, tag);
		expect(reply.outcome).toBe(english.outcome);
		expect(reply.values).toEqual(english.values);
		const original = linesOf(english).join("\n");
		const rows = reply.answer.rows.length - english.answer.rows.length;
		// The row that says how facts were told is the only one more.
		expect(rows).toBeLessThanOrEqual(1);
		const told = withPlainDays(linesOf(reply).join("\n"), original, language);
		expect(figuresIn(told)).toEqual(figuresIn(original));
	});

	it("leaves no placeholder, and nothing undefined", () => {
		const odd = LINES.filter((line) =>
			/\{\w+[,}]|undefined|\[object/.test(toPlainText(inLanguage(line, tag).answer)),
		);
		expect(odd).toEqual([]);
	});

	it("says every sentence: no message is missing at run time", () => {
		for (const line of LINES) inLanguage(line, tag);
		expect([...(missing.get(tag) ?? [])]).toEqual([]);
	});

	it("draws charts in letters that their font has, and describes them in the language", () => {
		const { chart } = desk.text("/odds 2 masters", { locale: tag }).answer;
		const { alt, ...drawn } = chart as NonNullable<typeof chart>;
		expect(JSON.stringify(drawn)).toMatch(/^[\u0020-\u024f“”«»…]*$/);
		expect(alt).not.toBe(desk.text("/odds 2 masters").answer.chart?.alt);
	});

	it("leads to the English card, one press away", () => {
		const reply = desk.text("/policy 100k", { locale: tag });
		const button = reply.answer.buttons.at(-1);
		if (!button || !("do" in button)) throw new Error("no button");
		expect(button.do.input).toMatchObject({ language: "en" });
		const back = desk.run(button.do.command, button.do.input, { locale: tag });
		expect(back.answer.words).toBeUndefined();
		expect(back.answer.lead).toBe(desk.text("/policy 100k").answer.lead);
		expect(reply.answer.buttons.length).toBeLessThanOrEqual(3);
	});

	it("says that its facts are translated", () => {
		const reply = desk.text("#uscis/registration-fee", { locale: tag });
		expect(reply.answer.lead).toContain("$215");
		expect(reply.answer.lead).not.toBe(desk.text("#uscis/registration-fee").answer.lead);
		const marked = language.message("Translation", {});
		expect(reply.answer.rows.map((row) => row.label)).toContain(marked);
	});

	it("keeps a wage out of everything but the asker's own card", () => {
		const reply = desk.text("/level 145k software engineer austin", { locale: tag });
		expect(reply.isPrivate).toBe(true);
		expect(JSON.stringify([reply.again, reply.answer.buttons])).not.toMatch(/145/);
	});
});

function deskIn(spoken: Languages) {
	return testDesk(TODAY, starterWages, { languages: spoken });
}

it("/help names every language", () => {
	const row = desk.text("/help").answer.rows.find(({ label }) => label === "language:");
	for (const tag of tags) expect(row?.value).toContain(`language:${tag} `);
});

describe("which language", () => {
	it.each<[string, string | undefined, string | undefined]>([
		["English without a wish", undefined, undefined],
		["English for English", "en-GB", undefined],
		["a language for any of its regions", "es-419", "es"],
		["Simplified Chinese by its script", "zh-Hans-SG", "zh-CN"],
		["English for Traditional Chinese, another script", "zh-TW", undefined],
		["Hindi", "hi_IN", "hi"],
		["English for what nobody speaks here", "xx-YY", undefined],
		["English for nonsense", "../../etc", undefined],
		["English for names of objects", "constructor", undefined],
	])("%s", (_name, locale, expected) => {
		expect(desk.text("/cap", { locale }).answer.words?.language).toBe(expected);
	});

	it("is the one typed, whatever the platform says, and goes along", () => {
		const reply = desk.text("/odds 2 masters language:hi", { locale: "es" });
		expect(reply.answer.words?.language).toBe("hi");
		expect(reply.again).toEqual({
			command: "odds",
			input: { level: "II", degree: "us-masters", language: "hi" },
		});
		expect(reply.answer.buttons.map((b) => ("do" in b ? b.do.input.language : null))).toEqual([
			"hi",
			"hi",
			"en",
		]);
	});

	it("is taken out of a question before anything reads it", () => {
		const reply = desk.text("is the 100k fee in effect? language:zh-CN");
		expect(reply.answer.words?.language).toBe("zh-CN");
		expect(reply.answer.facts).toEqual(desk.text("is the 100k fee in effect?").answer.facts);
	});

	it("does not outlive its answer", () => {
		desk.text("/cap", { locale: "hi" });
		expect(say("Fees")).toBe("Fees");
		expect(desk.text("/cap").answer.title).toBe("The annual H-1B cap");
	});

	it("is English's own text byte for byte", () => {
		const plain = deskIn({ all: [], find: () => null });
		for (const line of LINES) expect(inLanguage(line, "en")).toEqual(plain.text(line));
	});
});

describe("a command that waits", () => {
	it("answers in the language of whoever gave it", async () => {
		const waits = {
			...commands.find((c) => c.name === "about"),
			act: async () => {
				await Promise.resolve();
				return () => desk.text("/about", { locale: say("es") }) as never;
			},
		};
		const waiting = testDesk(TODAY, starterWages, { commands: [waits as never], languages });
		const who = { place: null, channel: "c", user: "u", isAdmin: false, locale: "es" };
		const reply = await waiting.act("about", {}, { who, store: null as never });
		expect(reply.answer.words?.language).toBe("es");
		expect(reply.answer.words?.fixed.Share).toBe("Compartir");
	});
});

it("fills placeholders once, whatever the values hold", () => {
	expect(fill("{a} and {b}", { a: "{b}", b: "$&" })).toBe("{b} and $&");
});
