// Advance widths of Inter in thousandths of the size, from the space (32) to the tilde (126).
const REGULAR = [
	281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610,
	618, 646, 593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601,
	590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682,
	679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549,
	242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
];
const OTHER = 700;
const WIDE = 1000;
/** SemiBold is up to this much wider. */
const BOLD = 1.06;

// Invisible, direction and control characters, and what XML forbids.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2028\u2029]/gu;

/** One line of what people can see. */
export function visible(text: string): string {
	return text.replace(/\s+/g, " ").replace(UNSEEN, "").trim();
}

/** About how wide a text is, in the unit of `size`. Never much too small for Latin text. */
export function widthOf(text: string, size: number, bold = false): number {
	let thousandths = 0;
	for (const letter of text) {
		const code = letter.codePointAt(0) ?? 0;
		thousandths += REGULAR[code - 32] ?? (code > 0x2e80 ? WIDE : OTHER);
	}
	return (thousandths / 1000) * size * (bold ? BOLD : 1);
}

/** The text, or its beginning with an ellipsis where it is wider than `max`. */
export function shorten(text: string, max: number, size: number, bold = false): string {
	if (text.length < 200 && widthOf(text, size, bold) <= max) return text;
	const room = max - widthOf("…", size, bold);
	let kept = "";
	for (const letter of text) {
		if (widthOf(kept + letter, size, bold) > room) break;
		kept += letter;
	}
	return `${kept.trimEnd()}…`;
}

/** As `wrap`, with lines of about the same length. */
export function wrapEvenly(text: string, max: number, size: number, bold = false): string[] {
	let best = wrap(text, max, size, { bold });
	for (let room = max - 8; room > max / 2; room -= 8) {
		const tighter = wrap(text, room, size, { bold });
		if (tighter.length > best.length || tighter.at(-1)?.endsWith("…")) break;
		best = tighter;
	}
	return best;
}

/** The text in at most `lines` lines of at most `max` width, broken between words; the last may end in an ellipsis. */
export function wrap(
	text: string,
	max: number,
	size: number,
	{ lines = 2, bold = false }: { lines?: number; bold?: boolean } = {},
): string[] {
	const out: string[] = [];
	let rest = text;
	while (rest !== "" && out.length < lines - 1 && widthOf(rest.slice(0, 400), size, bold) > max) {
		const line = longestStart(rest, max, size, bold);
		if (line === "") break;
		out.push(line);
		rest = rest.slice(line.length).trimStart();
	}
	return rest === "" ? out : [...out, shorten(rest, max, size, bold)];
}

function longestStart(text: string, max: number, size: number, bold: boolean): string {
	let line = "";
	for (const word of text.slice(0, 400).split(/(?<=(?<!\bFY|\bLevel) )/)) {
		if (widthOf((line + word).trimEnd(), size, bold) > max) break;
		line += word;
	}
	return line.trimEnd();
}
