import type { Chart } from "../../core/answer.ts";
import { choose, type Mark, NOT_PUBLISHED, type TidyChart, tidy } from "../../charts/tidy.ts";

/** The whole drawing's width in characters. */
export const WIDTH = 60;
const LABEL_MAX = 28;
const VALUE_MAX = 18;
const ROWS_MAX = 24;
const LEAST_BAR = 10;

interface Signs {
	/** From an empty eighth to a full one. */
	parts: readonly string[];
	own: string;
	cut: string;
}

const UNICODE: Signs = { parts: ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], own: "▸", cut: "…" };
const ASCII: Signs = { parts: ["", "#"], own: ">", cut: "." };

/** The chart as bars of characters, one line a value; the text above it says the same. Empty when there is nothing. */
export function drawChart(chart: Chart | null, signs: "unicode" | "ascii"): string {
	if (!chart) return "";
	const total = chart.series.reduce((sum, { points }) => sum + points.length, 0);
	const room = Math.max(Math.floor(ROWS_MAX / Math.max(chart.series.length, 1)), 4);
	const cut = chart.series.map((series) => ({
		...series,
		points: [...choose(chart.kind, series.points, room)],
	}));
	const drawn = tidy({ ...chart, series: cut });
	const rows = rowsOf(drawn);
	if (rows.length === 0) return "";
	const set = signs === "ascii" ? ASCII : UNICODE;
	const left = total - rows.filter(({ mark }) => mark).length;
	return [
		...inLines(drawn.title, set),
		...inLines(`(${drawn.axis})`, set),
		...lines(rows, drawn, set),
		...(left > 0 ? [`${left} more not drawn.`] : []),
	].join("\n");
}

interface Row {
	label: string;
	/** Null: a heading over several series. */
	mark: Mark | null;
}

function rowsOf({ series }: TidyChart): Row[] {
	const [only, second] = series;
	if (!only) return [];
	if (!second) return only.marks.map((mark) => ({ label: mark.label, mark }));
	return series.flatMap(({ name, marks }): Row[] => [
		{ label: name, mark: null },
		...marks.map((mark) => ({ label: mark.label, mark })),
	]);
}

function lines(rows: readonly Row[], chart: TidyChart, signs: Signs): string[] {
	const hasOwn = rows.some(({ mark }) => mark?.marked);
	const labels = rows.map(({ label, mark }) =>
		shorten(mark?.marked ? `${label} (${chart.markedAs})` : label, LABEL_MAX, signs),
	);
	const values = rows.map(({ mark }) => shorten(mark ? mark.text : "", VALUE_MAX, signs));
	const widest = (texts: readonly string[]) => Math.max(...texts.map(lengthOf));
	const labelWidth = widest(labels.filter((_, i) => rows[i]?.mark));
	const before = (hasOwn ? 2 : 0) + labelWidth + 1;
	const bar = Math.max(WIDTH - before - 1 - widest(values), LEAST_BAR);
	const top = Math.max(...rows.map(({ mark }) => mark?.value ?? 0)) || 1;
	return rows.map(({ mark }, i) => {
		const label = labels[i] ?? "";
		if (!mark) return label;
		const own = hasOwn ? `${mark.marked ? signs.own : " "} ` : "";
		const padded = label + " ".repeat(Math.max(labelWidth - lengthOf(label), 0));
		const drawn = mark.value === null ? "" : barOf(mark.value / top, bar, signs);
		const value = values[i] || (mark.value === null ? NOT_PUBLISHED : "");
		return `${own}${padded} ${drawn}${drawn ? " " : ""}${value}`.trimEnd();
	});
}

function barOf(share: number, width: number, { parts }: Signs): string {
	const fine = parts.length - 1;
	const eighths = Math.round(Math.min(Math.max(share, 0), 1) * width * fine);
	const full = (parts[fine] ?? "").repeat(Math.floor(eighths / fine));
	return full + (parts[eighths % fine] ?? "");
}

/** Whole words in two lines at most. */
function inLines(text: string, signs: Signs): string[] {
	const first = text.length <= WIDTH ? text : (/^.{1,60}(?= )/su.exec(text)?.[0] ?? "");
	const rest = text.slice(first.length).trim();
	return [first, shorten(rest, WIDTH, signs)].filter(Boolean);
}

const lengthOf = (text: string): number => [...text].length;

function shorten(text: string, max: number, { cut }: Signs): string {
	const letters = [...text];
	return letters.length > max ? `${letters.slice(0, max - 1).join("")}${cut}` : text;
}
