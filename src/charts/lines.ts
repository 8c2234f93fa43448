import { below, grid, type Plot, plotFor } from "./axes.ts";
import { type Pen, round, TEXT } from "./element.ts";
import { gapNotes, gapWords } from "./gaps.ts";
import { type Box, type Part, whisker } from "./parts.ts";
import { HEADROOM, pointValues, type Spot } from "./point-values.ts";
import { scaleTo } from "./scale.ts";
import { dashOf, paintOf, symbol } from "./series.ts";
import { shorten, widthOf } from "./text.ts";
import { largest, type Mark, type TidyChart, type TidySeries } from "./tidy.ts";

/** Series over the same labels. What was never published breaks the line and is named. */
export function drawLines(chart: TidyChart, pen: Pen, top: number): Part {
	const labels = shownLabels(chart);
	const isShown = new Set(labels);
	const scale = scaleTo(largest(chart), chart.unit);
	const wide = plotFor(chart, scale, top + HEADROOM, labels.length);
	const plot =
		wide.slot < CLOSE
			? plotFor(chart, scale, top + HEADROOM, labels.length, endRoom(chart, wide))
			: wide;
	const at = new Map(labels.map((label, i) => [label, plot.x(i)]));
	const spots = chart.series.map(({ marks }, of) =>
		marks
			.filter(({ label }) => isShown.has(label))
			.map(
				(mark): Spot => ({
					mark,
					of,
					x: at.get(mark.label) ?? 0,
					y: mark.value === null ? plot.bottom : plot.y(mark.value),
				}),
			),
	);
	const places = labels.map((label) => ({
		label,
		marked: chart.series.some(({ marks }) => marks.some((m) => m.label === label && m.marked)),
	}));
	const under = below(places, pen, plot, chart.markedAs);
	const gap = gaps(labels, chart.series, pen, plot);
	const names = chart.series.map(({ name }) => name);
	return {
		markup: [
			grid(chart, pen, scale, plot),
			gap.markup,
			...spots.map((list, of) => line(list, of, pen)),
			...spots.flat().map((spot) => point(spot, names, pen, plot)),
			pointValues(spots, gap.taken, pen, plot),
			under.markup,
		].join(""),
		height: plot.bottom + under.height - top,
		notes: gapNotes(chart),
	};
}

/** Points so close that a value is wider than two of them: the last values go to the right of the lines. */
const CLOSE = 30;
const MOST_END_ROOM = 90;

function endRoom({ series }: TidyChart, plot: Plot): number {
	const last = series.map(({ marks }) => marks.findLast(({ value }) => value !== null)?.text ?? "");
	const widest = Math.max(...last.map((text) => widthOf(text, TEXT, true)));
	return Math.min(Math.max(widest + 6 - plot.slot / 2, 0), MOST_END_ROOM);
}

/** The line's pieces between gaps. */
function line(spots: readonly Spot[], of: number, pen: Pen): string {
	let d = "";
	let isOn = false;
	for (const { mark, x, y } of spots) {
		if (mark.value === null) {
			isOn = false;
			continue;
		}
		d += `${isOn ? "L" : "M"}${round(x)} ${round(y)}`;
		isOn = true;
	}
	return d === ""
		? ""
		: pen.tag("path", {
				d,
				fill: "none",
				stroke: paintOf(of),
				"stroke-width": 2.5,
				"stroke-dasharray": dashOf(of),
				"stroke-linejoin": "round",
			});
}

function point({ mark, of, x, y }: Spot, names: readonly string[], pen: Pen, plot: Plot): string {
	const name = names.length > 1 ? `${names[of]}, ` : "";
	const { band } = mark;
	// Bands of several series over one label stand side by side.
	const beside = x + (of - (names.length - 1) / 2) * 7;
	const drawn =
		mark.value === null
			? ""
			: (band
					? whisker(pen, { x: beside, y: plot.y(band.low) }, { x: beside, y: plot.y(band.high) }, 4)
					: "") +
				symbol(pen, of, x, y, plot.slot < 14 ? 3 : 5) +
				(mark.marked
					? pen.tag("circle", {
							cx: x,
							cy: y,
							r: 9.5,
							fill: "none",
							stroke: "ink",
							"stroke-width": 2,
						})
					: "");
	return pen.named(`${name}${mark.label}: ${mark.text}`, drawn);
}

/** Where no series has a value, the words stand in the gap; their places are kept free of figures. */
function gaps(
	labels: readonly string[],
	series: readonly TidySeries[],
	pen: Pen,
	plot: Plot,
): { markup: string; taken: Box[] } {
	const hasWords = plot.slot >= 18;
	const height = plot.bottom - plot.top;
	const taken: Box[] = [];
	let markup = "";
	labels.forEach((label, i) => {
		const marks = marksAt(label, series);
		if (marks.some(({ value }) => value !== null)) return;
		const x = plot.x(i);
		markup += pen.tag("rect", {
			x: x - plot.slot / 2,
			y: plot.top,
			width: plot.slot,
			height,
			fill: "line",
			"fill-opacity": 0.45,
		});
		if (!hasWords) return;
		const words = shorten(gapWords(marks.map(({ text }) => text)), height - 12, TEXT);
		markup += pen.text(words, x + 5, plot.top + 6, { paint: "soft", turned: true, anchor: "end" });
		taken.push({ x: x - 9, y: plot.top, width: 18, height: widthOf(words, TEXT) + 8 });
	});
	return { markup, taken };
}

const marksAt = (label: string, series: readonly TidySeries[]): Mark[] =>
	series.flatMap(({ marks }) => marks.filter((mark) => mark.label === label));

/** All labels but for years at either end that no series has a value for: one is a gap, more are only said. */
function shownLabels({ series }: TidyChart): string[] {
	const labels = [...new Set(series.flatMap(({ marks }) => marks.map(({ label }) => label)))];
	const hasValue = labels.map((label) =>
		marksAt(label, series).some(({ value }) => value !== null),
	);
	const first = hasValue.indexOf(true);
	const last = hasValue.lastIndexOf(true);
	if (first < 0) return labels;
	const from = first > 1 ? first : 0;
	return labels.slice(from, labels.length - 1 - last > 1 ? last + 1 : labels.length);
}
