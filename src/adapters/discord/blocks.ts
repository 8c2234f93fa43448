import type { Answer, Button, Choice, Row } from "../../core/answer.ts";
import { encodeAction } from "../../core/action-id.ts";
import { overdueLine } from "../../core/plain-text.ts";
import { escapeLine, escapeText, isWebAddress, link } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import { encodePress } from "./custom-id.ts";

// A piece of text that stays together. Several fit on a page, so that a page is never left half empty.
const PIECE_MAX = 1200;
const LABEL_MAX = 200;

/** The escaped text of an answer, cut where it may be cut: between rows and between words. */
export interface Blocks {
	body: string[];
	sources: string[];
}

export function blocksOf(answer: Answer): Blocks {
	const overdue = overdueLine(answer);
	return {
		body: [
			...pieces(answer.lead),
			...answer.rows.flatMap(rowBlocks),
			...answer.choices.flatMap(choiceBlocks),
			...answer.buttons.flatMap(typedInstead),
			...(overdue ? [escapeLine(overdue)] : []),
		],
		sources: answer.sources.map(
			(source) =>
				link(source.label, source.url) + (source.published ? ` (${source.published})` : ""),
		),
	};
}

function rowBlocks(row: Row): string[] {
	const note = row.note ? pieces(row.note).map((text) => `-# ${text.replaceAll("\n", " ")}`) : [];
	const lines = [...labelled(row.label, row.value), ...note];
	const whole = lines.join("\n");
	return whole.length <= PIECE_MAX ? [whole] : lines;
}

function choiceBlocks(choice: Choice): string[] {
	const fits = encodeAction(choice.do, LIMITS.selectText.max) !== undefined;
	const [first = "", ...rest] = labelled(
		choice.label,
		[choice.note ?? "", fits ? "" : typed(choice.do)].join(" "),
	);
	return [`- ${first}`, ...rest];
}

/** A button that does not fit into Discord's limits becomes a line: what to type, or the link. */
function typedInstead(button: Button): string[] {
	if ("do" in button) {
		const fits = encodePress({ kind: "do", action: button.do }) !== undefined;
		return fits ? [] : labelled(button.label, typed(button.do));
	}
	const fits = isWebAddress(button.open) && button.open.length <= LIMITS.buttonUrl.max;
	return fits ? [] : [link(button.label, button.open)];
}

function typed(action: Choice["do"]): string {
	const options = Object.entries(action.input).map(([name, value]) => `${name}:${value}`);
	return `(type ${[`/${action.command}`, ...options].join(" ")})`;
}

/** The label in bold before the value; a label that is a text of its own is not. */
function labelled(label: string, value: string): string[] {
	if (label.length > LABEL_MAX) return pieces(`${label} ${value}`);
	const escaped = escapeLine(label);
	const [first = "", ...rest] = pieces(value);
	return [[escaped && `**${escaped}**`, first].filter(Boolean).join(" "), ...rest];
}

/** Cuts before escaping, so that no escape is torn, and between words, so that no figure is. */
function pieces(text: string): string[] {
	const whole = escapeText(text);
	if (whole.length <= PIECE_MAX) return whole ? [whole] : [];
	const out: string[] = [];
	let piece = "";
	for (const word of text.split(/(?<=\s)/).flatMap(shortEnough)) {
		if (piece && escapeText(piece + word).length > PIECE_MAX) {
			out.push(escapeText(piece));
			piece = "";
		}
		piece += word;
	}
	return [...out, escapeText(piece)].filter(Boolean);
}

// Escaping at most doubles a text.
function shortEnough(word: string): string[] {
	return word.length <= PIECE_MAX / 2 ? [word] : (word.match(/.{1,250}/gsu) ?? []);
}
