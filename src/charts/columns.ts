import { below, grid, type Plot, plotFor } from "./axes.ts";
import { type Pen, TEXT } from "./element.ts";
import { gapNotes } from "./gaps.ts";
import { PAD, type Part, Places, WIDTH, whisker } from "./parts.ts";
import { scaleTo } from "./scale.ts";
import { shorten, widthOf } from "./text.ts";
import { largest, type Mark, type TidyChart } from "./tidy.ts";

/** Room over the tallest column for its value. */
const HEADROOM = 24;
/** Up to so many columns each has its value written. */
const MOST_VALUES = 14;
const LONGEST_TURNED = 100;

/** Narrow columns side by side, such as a distribution. More than one series: their places alternate. */
export function drawColumns(chart: TidyChart, pen: Pen, top: number): Part {
	const marks = chart.series.flatMap((series) => series.marks);
	const scale = scaleTo(largest(chart), chart.unit, 3);
	const level = plotFor(chart, scale, top + HEADROOM, marks.length);
	const texts = marks.flatMap(({ value, text }) => (value === null ? [] : [text]));
	const widest = Math.max(0, ...texts.map((text) => widthOf(text, TEXT, true)));
	const isTurned =
		marks.length <= MOST_VALUES &&
		widest + 4 > level.slot &&
		widest <= LONGEST_TURNED &&
		level.slot >= TEXT + 3;
	const plot = isTurned ? plotFor(chart, scale, top + widest + 10, marks.length) : level;
	const written = isTurned ? turnedValues(marks, pen, plot) : values(marks, pen, plot);
	const columns = marks.map((mark, i) =>
		pen.named(`${mark.label}: ${mark.text}`, column(mark, i, pen, plot, hasOwn(marks))),
	);
	const labels = below(marks, pen, plot, chart.markedAs);
	return {
		markup: grid(chart, pen, scale, plot) + columns.join("") + written + labels.markup,
		height: plot.bottom + labels.height - top,
		notes: gapNotes(chart),
	};
}

const hasOwn = (marks: readonly Mark[]): boolean => marks.some(({ marked }) => marked);

function column(mark: Mark, i: number, pen: Pen, plot: Plot, isOwnMarked: boolean): string {
	const middle = plot.x(i);
	const width = plot.slot * (plot.slot > 12 ? 0.76 : 0.86);
	if (mark.value === null) {
		const words =
			plot.slot >= 20
				? pen.text(shorten(mark.text, 140, TEXT), middle + 5, plot.bottom - 8, {
						paint: "soft",
						turned: true,
					})
				: "";
		return words;
	}
	const y = plot.y(mark.value);
	const filled = pen.tag("rect", {
		x: middle - width / 2,
		y,
		width,
		height: Math.max(plot.bottom - y, mark.value > 0 ? 1 : 0),
		fill: mark.marked || !isOwnMarked ? "own" : "bar",
		...(mark.marked && { stroke: "ink" as const, "stroke-width": Math.min(2.5, plot.slot / 4) }),
	});
	if (!mark.band) return filled;
	const end = (value: number) => ({ x: middle, y: plot.y(value) });
	return filled + whisker(pen, end(mark.band.low), end(mark.band.high), Math.min(6, width / 2));
}

/** Values too long to stand side by side, upright over their columns. */
function turnedValues(marks: readonly Mark[], pen: Pen, plot: Plot): string {
	return marks
		.map(({ value, band, text }, i) => {
			const y = plot.y(Math.max(value ?? 0, band?.high ?? 0)) - 7;
			return value === null ? "" : pen.text(text, plot.x(i) + 5, y, { bold: true, turned: true });
		})
		.join("");
}

/** Values over the columns, as many as fit: the marked and the tallest first. */
function values(marks: readonly Mark[], pen: Pen, plot: Plot): string {
	const free = new Places();
	marks.forEach(({ value, band }, i) => {
		const y = plot.y(Math.max(value ?? 0, band?.high ?? 0));
		free.block({ x: plot.x(i) - plot.slot * 0.38, y, width: plot.slot * 0.76, height: 999 });
	});
	const byWeight = marks
		.map((mark, i) => ({ mark, i }))
		.filter(({ mark }) => mark.value !== null)
		.sort(
			(a, b) =>
				Number(b.mark.marked) - Number(a.mark.marked) || (b.mark.value ?? 0) - (a.mark.value ?? 0),
		);
	const most = marks.length <= MOST_VALUES ? byWeight.length : 3;
	return byWeight
		.slice(0, most)
		.map(({ mark, i }) => {
			const width = widthOf(mark.text, TEXT, true);
			const x = Math.min(Math.max(plot.x(i), PAD + width / 2), WIDTH - PAD - width / 2);
			const y = plot.y(Math.max(mark.value ?? 0, mark.band?.high ?? 0)) - 7;
			const isFree = free.take({
				x: x - width / 2 - 3,
				y: y - TEXT,
				width: width + 6,
				height: TEXT + 4,
			});
			return isFree ? pen.text(mark.text, x, y, { bold: true, anchor: "middle", halo: true }) : "";
		})
		.join("");
}
