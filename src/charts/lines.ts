import { below, grid, type Plot, plotFor } from "./axes.ts";
import { type Pen, round, TEXT } from "./element.ts";
import { type Box, type Part, whisker } from "./parts.ts";
import { HEADROOM, pointValues, type Spot } from "./point-values.ts";
import { scaleTo } from "./scale.ts";
import { dashOf, paintOf, symbol } from "./series.ts";
import { widthOf } from "./text.ts";
import { largest, NOT_PUBLISHED, type TidyChart, type TidySeries } from "./tidy.ts";

/** Series over the same labels. What was never published breaks the line and is named. */
export function drawLines(chart: TidyChart, pen: Pen, top: number): Part {
	const labels = [...new Set(chart.series.flatMap(({ marks }) => marks.map(({ label }) => label)))];
	const scale = scaleTo(largest(chart), chart.unit);
	const plot = plotFor(chart, scale, top + HEADROOM, labels.length);
	const at = new Map(labels.map((label, i) => [label, plot.x(i)]));
	const spots = chart.series.map(({ marks }, of) =>
		marks.map(
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
		notes: notPublished(chart.series),
	};
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
	const width = plot.slot - 2;
	const empty = labels.flatMap((label, i) => {
		const marks = series.flatMap(({ marks }) => marks.filter((mark) => mark.label === label));
		return marks.some(({ value }) => value !== null) ? [] : [plot.x(i)];
	});
	const hasWords = plot.slot >= 18;
	const boxes = empty.map((x) =>
		pen.tag("rect", {
			x: x - width / 2,
			y: plot.top,
			width,
			height: plot.bottom - plot.top,
			fill: "line",
			"fill-opacity": 0.45,
		}),
	);
	const words = empty.map((x) =>
		pen.text(NOT_PUBLISHED, x + 5, plot.top + 6, { paint: "soft", turned: true, anchor: "end" }),
	);
	const height = widthOf(NOT_PUBLISHED, TEXT) + 8;
	return {
		markup: [...boxes, ...(hasWords ? words : [])].join(""),
		taken: hasWords ? empty.map((x) => ({ x: x - 9, y: plot.top, width: 18, height })) : [],
	};
}

function notPublished(series: readonly TidySeries[]): string[] {
	return series.flatMap(({ name, marks }) => {
		const missing = marks.filter(({ value }) => value === null).map(({ label }) => label);
		if (missing.length === 0) return [];
		const what = series.length > 1 ? ` (${name})` : "";
		return [`Not published${what}: ${missing.join(", ")}.`];
	});
}
