import { say, sayRemark, sayStatement, sayTitle, spoken, type Statement } from "../../core/say.ts";
import { type Html, html } from "./html.ts";

/** English words on a page of any language, for those who listen and for the browser's fonts. */
export const english = (text: string): Html =>
	spoken() ? html`<span lang="en">${text}</span>` : html`${text}`;

/** What was said, marked where it stands in English for want of a translation. */
const marked = (original: string, said: string): Html =>
	said === original ? english(original) : html`${said}`;

export const statement = (id: string, entry: Statement): Html =>
	marked(entry.statement, sayStatement(id, entry));

export const remark = (id: string, text: string): Html => marked(text, sayRemark(id, text));

export const title = (fact: { id: string; title: string }): Html =>
	marked(fact.title, sayTitle(fact));

/** A sentence whose placeholders are markup. */
export function sayHtml(words: string, parts: Readonly<Record<string, Html>>): Html {
	const held = Object.fromEntries(Object.keys(parts).map((name) => [name, `\uE000${name}\uE000`]));
	const pieces = say(words, held).split("\uE000");
	return html`${pieces.map((piece, i) => (i % 2 === 1 ? parts[piece] : piece))}`;
}
