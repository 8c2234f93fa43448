import type { Action, Answer, Button, Row } from "../core/answer.ts";
import { type CardWords, FIXED_WORDS } from "../core/card-words.ts";
import { overdueLine, stampLine } from "../core/plain-text.ts";
import type { Reply } from "../core/reply.ts";
import { howTold, type Language, type Languages, say, type Told } from "../core/say.ts";

/** The language of an answer, and whether somebody named it: then it goes along with what the card leads to. */
export interface Asked {
	/** Null: English. */
	language: Language | null;
	typed: string | undefined;
}

const TYPED = /(?:^|\s)language[:=]\s*"?([a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,2})"?(?=\s|$)/i;

/** `language:es` anywhere in a line, taken out of it. */
export function takeLanguage(line: string): { line: string; typed: string | undefined } {
	const typed = TYPED.exec(line)?.[1];
	return typed ? { line: line.replace(TYPED, ""), typed } : { line, typed: undefined };
}

/** A language that was named beats the one of the platform. */
export function languageOf(
	languages: Languages,
	typed: unknown,
	locale: string | undefined,
): Asked {
	const named = typeof typed === "string" && typed !== "" ? typed : undefined;
	return { language: languages.find(named ?? locale ?? "en"), typed: named };
}

/** The reply with the words around its card, how its facts were told, and the way to the English one. */
export function inLanguage(
	reply: Reply,
	asked: Asked,
	told: ReadonlySet<Told>,
	/** What has the same to say in English; null: nothing has. */
	english: Action | null = reply.again,
): Reply {
	const again = reply.again && carrying(reply.again, asked.typed);
	const answer = asked.typed ? carried(reply.answer, asked.typed) : reply.answer;
	if (!asked.language) return { ...reply, again, answer };
	const row = toldRow(told);
	const card: Answer = {
		...answer,
		rows: row ? [...answer.rows, row] : answer.rows,
		buttons: english ? withEnglish(answer.buttons, english) : answer.buttons,
	};
	return { ...reply, again, answer: { ...card, words: wordsFor(card, asked.language) } };
}

const carrying = (action: Action, language: string | undefined): Action =>
	language ? { ...action, input: { ...action.input, language } } : action;

/** Everything that leads on from a card, in the language somebody asked for. */
function carried(answer: Answer, language: string): Answer {
	const on = <T extends { do: Action }>(item: T): T => ({
		...item,
		do: carrying(item.do, language),
	});
	return {
		...answer,
		buttons: answer.buttons.map((button) => ("do" in button ? on(button) : button)),
		choices: answer.choices.map(on),
		...(answer.pick && { pick: on(answer.pick) }),
	};
}

/** A card has room for three buttons: the last gives way, as the English text must be one press away. */
function withEnglish(buttons: readonly Button[], again: Action): Button[] {
	const english: Button = { label: say("In English"), do: carrying(again, "en") };
	return [...buttons.slice(0, 2), english];
}

/** Says that facts are translated, or are not; the English text is the one that was checked. */
function toldRow(told: ReadonlySet<Told>): Row | null {
	const value = howTold(told);
	return value === null ? null : { label: say("Translation"), value };
}

/** Placeholders stay for whoever draws the card: they know the values. */
const KEPT = Object.fromEntries(
	["more", "count", "page", "pages", "name", "command"].map((name) => [name, `{${name}}`]),
);

function wordsFor(answer: Answer, language: Language): CardWords {
	return {
		language: language.tag,
		direction: language.direction,
		stamp: stampLine(answer),
		overdue: overdueLine(answer),
		fixed: Object.fromEntries(FIXED_WORDS.map((words) => [words, say(words, KEPT)])),
	};
}
