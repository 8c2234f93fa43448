import { type Pen, TEXT } from "./element.ts";
import { badge, badgeWidth, INNER, PAD, type Part, whisker } from "./parts.ts";
import { type Scale, scaleTo } from "./scale.ts";
import { shorten, widthOf, wrap } from "./text.ts";
import { type Paint, SERIES } from "./theme.ts";
import { largest, type Mark, type TidyChart } from "./tidy.ts";

const GAP = 10;
const BESIDE = { row: 38, bar: 22 };
const BELOW = { line: 20, bar: 16, after: 15 };
/** A bar shorter than this at full length tells nothing: its words go above it instead. */
const LEAST_LENGTH = 140;
const LONGEST_LABEL = 130;

/** One bar a label, from the side, with the value in words. */
export function drawBars(chart: TidyChart, pen: Pen, top: number): Part {
	const rows = rowsOf(chart);
	const scale = scaleTo(largest(chart), chart.unit);
	const marks = rows.flatMap((row) => ("mark" in row ? [row] : []));
	const labels = Math.max(
		...marks.map(
			({ label, mark }) =>
				widthOf(label, TEXT, mark.marked) + (mark.marked ? badgeWidth(chart.markedAs) + GAP : 0),
		),
	);
	const values = Math.max(...marks.map(({ mark }) => widthOf(mark.text, TEXT, true)));
	const length = INNER - labels - values - 2 * GAP;
	const fits = length >= LEAST_LENGTH && labels <= LONGEST_LABEL;
	const frame = fits
		? { pen, word: chart.markedAs, scale, left: PAD + labels + GAP, length }
		: { pen, word: chart.markedAs, scale, left: PAD, length: INNER };
	let y = top;
	let markup = "";
	for (const row of rows) {
		if ("heading" in row) {
			markup += pen.text(shorten(row.heading, INNER, TEXT, true), PAD, y + 18, { bold: true });
			y += 26;
			continue;
		}
		const drawn = fits ? besides(row, frame, y) : belows(row, frame, y);
		markup += pen.named(`${row.label}: ${row.mark.text}`, drawn.markup);
		y += drawn.height;
	}
	if (fits)
		markup += pen.line(
			frame.left,
			top - 2,
			frame.left,
			y - (BESIDE.row - BESIDE.bar) / 2 + 6,
			"soft",
		);
	return { markup, height: y - top };
}

interface Row {
	label: string;
	mark: Mark;
	paint: Paint;
}

interface Frame {
	pen: Pen;
	word: string;
	scale: Scale;
	left: number;
	length: number;
}

/** Several series: each label becomes a heading over one bar for each. */
function rowsOf(chart: TidyChart): (Row | { heading: string })[] {
	const [only, second] = chart.series;
	if (!only) return [];
	if (!second) {
		const hasOwn = only.marks.some(({ marked }) => marked);
		return only.marks.map((mark) => ({
			label: mark.label,
			mark,
			paint: mark.marked || !hasOwn ? "own" : "bar",
		}));
	}
	const labels = [...new Set(chart.series.flatMap(({ marks }) => marks.map(({ label }) => label)))];
	return labels.flatMap((label) => [
		{ heading: label },
		...chart.series.flatMap(({ name, marks }, i): Row[] => {
			const mark = marks.find((candidate) => candidate.label === label);
			return mark ? [{ label: name, mark, paint: SERIES[i % SERIES.length] ?? "own" }] : [];
		}),
	]);
}

/** Label, bar and value in one line. */
function besides({ label, mark, paint }: Row, frame: Frame, y: number): Part {
	const { pen, scale, left, length } = frame;
	const middle = y + BESIDE.row / 2;
	const end = left + length * scale.at(Math.max(mark.value ?? 0, mark.band?.high ?? 0));
	let markup = pen.text(label, PAD, middle + 5, { bold: mark.marked });
	if (mark.marked)
		markup += badge(pen, frame.word, PAD + widthOf(label, TEXT, true) + GAP - 2, middle);
	markup += bar(mark, paint, frame, middle, BESIDE.bar);
	markup += pen.text(mark.text, end + GAP, middle + 5, {
		bold: mark.value !== null,
		paint: mark.value === null ? "soft" : "ink",
	});
	return { markup, height: BESIDE.row };
}

/** Label and value above, the bar below over the whole width. */
function belows({ label, mark, paint }: Row, frame: Frame, y: number): Part {
	const { pen } = frame;
	const pill = mark.marked ? badgeWidth(frame.word) + GAP : 0;
	const value = Math.min(widthOf(mark.text, TEXT, true), INNER);
	const isTogether = value <= INNER * 0.55;
	const lines = wrap(label, INNER - pill - (isTogether ? value + GAP : 0), TEXT, {
		bold: mark.marked,
	});
	const words = isTogether ? [] : wrap(mark.text, INNER, TEXT, { bold: true });
	const valueAt = {
		bold: mark.value !== null,
		paint: mark.value === null ? "soft" : "ink",
	} as const;
	let markup = lines
		.map((line, i) => pen.text(line, PAD, y + 15 + i * BELOW.line, { bold: mark.marked }))
		.join("");
	if (mark.marked)
		markup += badge(pen, frame.word, PAD + widthOf(lines[0] ?? "", TEXT, true) + GAP - 2, y + 10);
	if (isTogether) markup += pen.text(mark.text, PAD + INNER, y + 15, { ...valueAt, anchor: "end" });
	words.forEach((line, i) => {
		markup += pen.text(line, PAD, y + 15 + (lines.length + i) * BELOW.line, valueAt);
	});
	const barTop = y + (Math.max(lines.length, 1) + words.length) * BELOW.line + 3;
	markup += bar(mark, paint, frame, barTop + BELOW.bar / 2, BELOW.bar);
	return { markup, height: barTop + BELOW.bar + BELOW.after - y };
}

function bar(mark: Mark, paint: Paint, frame: Frame, middle: number, height: number): string {
	const { pen, scale, left, length } = frame;
	const at = (value: number) => left + length * scale.at(value);
	const box = { x: left, y: middle - height / 2, height };
	if (mark.value === null) {
		// A gap: nothing is filled, so that it is not read as zero.
		const width = left === PAD ? length : 0;
		return pen.tag("rect", {
			...box,
			width,
			rx: 2,
			fill: "none",
			stroke: "soft",
			"stroke-dasharray": "3 4",
		});
	}
	const width = Math.max(at(mark.value) - left, 1);
	const filled = pen.tag("rect", {
		...box,
		width,
		rx: 2,
		fill: paint,
		...(mark.marked && { stroke: "ink" as const, "stroke-width": 2.5 }),
	});
	if (!mark.band) return filled;
	const end = (value: number) => ({ x: at(value), y: middle });
	return filled + whisker(pen, end(mark.band.low), end(mark.band.high));
}
