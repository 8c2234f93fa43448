import type { Chart, ChartPoint } from "../core/answer.ts";
import { visible } from "./text.ts";

export const NOT_PUBLISHED = "not published";

/** A point that can be drawn: finite, not negative, in one line. */
export interface Mark {
	label: string;
	value: number | null;
	text: string;
	band: { low: number; high: number } | null;
	marked: boolean;
}

export interface TidySeries {
	name: string;
	marks: Mark[];
}

/** A chart that can be drawn whatever was put into it. */
export interface TidyChart extends Omit<Chart, "series" | "markedAs"> {
	series: TidySeries[];
	markedAs: string;
	/** Points left to the text, because a picture of them all could not be read. */
	leftOut: number;
}

/** Most points of one series that a picture can show. */
const MOST: Record<Chart["kind"], number> = { bars: 12, columns: 120, lines: 40 };
const MOST_SERIES = 8;

export function tidy(chart: Chart): TidyChart {
	const most = MOST[chart.kind];
	const all = chart.series.filter((series) => series.points.length > 0);
	const shown = all.slice(0, MOST_SERIES);
	const series = shown.map(({ name, points }) => ({
		name: visible(name),
		marks: choose(chart.kind, points, most).map(mark),
	}));
	const count = (list: readonly { length: number }[]) =>
		list.reduce((sum, { length }) => sum + length, 0);
	return {
		...chart,
		title: visible(chart.title),
		axis: visible(chart.axis),
		alt: visible(chart.alt),
		series,
		markedAs: visible(chart.markedAs ?? "").slice(0, 12) || "you",
		leftOut: count(all.map(({ points }) => points)) - count(series.map(({ marks }) => marks)),
	};
}

/** Of too many points: the newest of a line, the weightiest run of a distribution, the first bars. */
export function choose(
	kind: Chart["kind"],
	points: readonly ChartPoint[],
	most: number,
): readonly ChartPoint[] {
	if (points.length <= most || kind === "bars") return points.slice(0, most);
	if (kind === "lines") return points.slice(-most);
	const weight = (point: ChartPoint | undefined) =>
		Number.isFinite(point?.value) ? Math.max(point?.value ?? 0, 0) : 0;
	let sum = points.slice(0, most).reduce((total, point) => total + weight(point), 0);
	let best = { sum, start: 0 };
	for (let start = 1; start + most <= points.length; start++) {
		sum += weight(points[start + most - 1]) - weight(points[start - 1]);
		if (sum > best.sum * (1 + 1e-9)) best = { sum, start };
	}
	return points.slice(best.start, best.start + most);
}

function mark(point: ChartPoint): Mark {
	const value = point.value !== null && Number.isFinite(point.value) ? point.value : null;
	const { low = Number.NaN, high = Number.NaN } = point;
	const hasBand = value !== null && Number.isFinite(low) && Number.isFinite(high);
	return {
		label: visible(point.label),
		value: value === null ? null : Math.max(value, 0),
		text: visible(point.text) || (value === null ? NOT_PUBLISHED : String(value)),
		band: hasBand ? { low: Math.max(Math.min(low, high), 0), high: Math.max(low, high, 0) } : null,
		marked: point.marked === true,
	};
}

/** The largest value that must shorten, band ends included; 0 when there is none. */
export function largest(chart: TidyChart): number {
	return chart.series
		.flatMap(({ marks }) => marks)
		.reduce((top, { value, band }) => Math.max(top, value ?? 0, band?.high ?? 0), 0);
}
