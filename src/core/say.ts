import type { PlainDate } from "./dates.ts";
import type { FactOutlook, FactValue } from "./facts/fact.ts";

/** What a fact says, from a day on. */
export type Statement = Pick<FactValue | FactOutlook, "from" | "statement">;

/** Values of a message's placeholders. Days as `YYYY-MM-DD` are written as the language writes days. */
export type Values = Readonly<Record<string, string | number | undefined>>;

/** A fact's statement in another language. */
export interface Translated {
	text: string;
	/** The English statement has changed since. */
	isOlder: boolean;
}

/** What a language other than English brings. Anything it lacks is said in English. */
export interface Language {
	/** BCP 47, such as `zh-CN`. */
	readonly tag: string;
	/** What its speakers call it. */
	readonly name: string;
	readonly direction: "ltr" | "rtl";
	/** The font of the charts has its letters. */
	readonly isDrawn: boolean;
	/** A message in this language, its placeholders filled; undefined when it has none. */
	message(english: string, values: Values): string | undefined;
	day(date: PlainDate): string;
	/** A fact's statement or title, or undefined when nobody has translated it. */
	statement(id: string, entry: Statement): Translated | undefined;
	title(id: string): string | undefined;
	/** An event or remark of a fact, as it stands in English. */
	remark(id: string, english: string): string | undefined;
}

/** The languages that a desk speaks besides English. */
export interface Languages {
	readonly all: readonly Language[];
	/** `es-MX` finds `es`; null: English, also for a language that nobody speaks here. */
	find(tag: string): Language | null;
}

export const ONLY_ENGLISH: Languages = { all: [], find: () => null };

/** An English message in every language that has it: `{ es: "..." }`. Its placeholders stay empty. */
export function translationsIn(languages: Languages, english: string): Record<string, string> {
	return Object.fromEntries(
		languages.all.flatMap((each) => {
			const text = each.message(english, {});
			return text === undefined ? [] : [[each.tag, text]];
		}),
	);
}

/** How the statements of facts were told while an answer was made. */
export type Told = "translated" | "older" | "english";

// A command runs without a pause, so one answer's language never meets another's: an answer that
// waits for something is made before or after, and what is said outside is said in English.
let language: Language | null = null;
let told = new Set<Told>();

/** Runs work whose sentences are said in a language; gives back how the facts were told. */
export function speak<T>(to: Language | null, work: () => T): { done: T; told: ReadonlySet<Told> } {
	const [languageBefore, toldBefore] = [language, told];
	language = to;
	told = new Set();
	try {
		return { done: work(), told };
	} finally {
		language = languageBefore;
		told = toldBefore;
	}
}

/**
 * A sentence for people. The English message is the key of the catalogues, a literal wherever a test is
 * to find it: `say("Next: {step} {date}.", { step, date })`.
 */
export function say(english: string, values: Values = {}): string {
	return language?.message(english, values) ?? fill(english, values);
}

/** Marks a message that stands in a table and is said later, so that a test finds it. */
export const message = <M extends string>(english: M): M => english;

/** A day for people: `2026-10-07` in English, as its speakers write it elsewhere. */
export const sayDay = (date: string): string =>
	/^\d{4}-\d{2}-\d{2}$/.test(date) && language ? language.day(date as PlainDate) : date;

/** A fact's statement; what is not translated stands in English, and the card says so. */
export function sayStatement(id: string, entry: Statement): string {
	if (!language) return entry.statement;
	const found = language.statement(id, entry);
	told.add(found ? (found.isOlder ? "older" : "translated") : "english");
	return found?.text ?? entry.statement;
}

/** As `sayStatement`, for what a fact said before: only a translation of these very words will do. */
export function sayPastStatement(id: string, entry: Statement): string {
	const found = language?.statement(id, entry);
	return found && !found.isOlder ? sayStatement(id, entry) : sayUntranslated(entry.statement);
}

/** An event or remark of a fact; what is not translated stands in English, and the card says so. */
export function sayRemark(id: string, text: string): string {
	const found = language?.remark(id, text);
	if (language) told.add(found === undefined ? "english" : "translated");
	return found ?? text;
}

/** What people said is told in English. The card says so. */
export function sayUntranslated(text: string): string {
	if (language) told.add("english");
	return text;
}

/** How the facts of a card or page were told, in one sentence; null: it holds none. */
export function howTold(facts: ReadonlySet<Told>): string | null {
	if (facts.has("older"))
		return say(
			"A translation here is older than its fact: the English text has changed and decides.",
		);
	if (facts.has("translated") && facts.has("english"))
		return say("Partly translated; the rest stands in English. The English text decides.");
	if (facts.has("translated")) return say("Translated from English; the English text decides.");
	return facts.has("english")
		? say("The facts here are not translated yet and stand in English.")
		: null;
}

export const sayTitle = (fact: { id: string; title: string }): string =>
	language?.title(fact.id) ?? fact.title;

/** Whether the charts' font has the letters of the language being spoken. */
export const isDrawn = (): boolean => language?.isDrawn ?? true;

/** The language being spoken; null: English. */
export const spoken = (): Language | null => language;

/** `{name}` stands for a value. English needs nothing more: its plurals are messages of their own. */
export function fill(message: string, values: Values): string {
	return message.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
}
