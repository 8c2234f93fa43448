import { escapeMarkup } from "../core/escape-markup.ts";
import type { Chart } from "../core/answer.ts";
import { drawBars } from "./bars.ts";
import { drawColumns } from "./columns.ts";
import { Pen, TEXT } from "./element.ts";
import { drawLines } from "./lines.ts";
import { capital } from "./gaps.ts";
import { INNER, PAD, type Part, WIDTH } from "./parts.ts";
import { legend } from "./series.ts";
import { wrap, wrapEvenly } from "./text.ts";
import type { ThemeName } from "./theme.ts";
import { type TidyChart, tidy } from "./tidy.ts";

/** A drawn chart. Lengths are in its own unit, made for a display of 360 to 550 pixels a width. */
export interface Drawing {
	svg: string;
	width: number;
	height: number;
}

const TITLE = 17;
const KINDS: Record<Chart["kind"], (chart: TidyChart, pen: Pen, top: number) => Part> = {
	bars: drawBars,
	columns: drawColumns,
	lines: drawLines,
};

/**
 * The chart as SVG text: no scripts, styles, links or ids. `light` and `dark` draw their own opaque
 * panel; `page` leaves panel, font and colours to the page's stylesheet. Null when there is nothing to draw.
 */
export function drawChart(given: Chart, theme: ThemeName): Drawing | null {
	const chart = tidy(given);
	if (chart.series.length === 0) return null;
	const pen = new Pen(theme);
	const top = head(chart, pen);
	const body = KINDS[chart.kind](chart, pen, top.height);
	const foot = feet([...(body.notes ?? []), ...leftOut(chart)], pen, top.height + body.height);
	const height = Math.ceil(top.height + body.height + foot.height + PAD - 4);
	const panel = theme === "page" ? "" : pen.tag("rect", { width: WIDTH, height, fill: "panel" });
	const font = theme === "page" ? undefined : "Inter, sans-serif";
	const svg = pen.tag(
		"svg",
		{
			xmlns: "http://www.w3.org/2000/svg",
			viewBox: `0 0 ${WIDTH} ${height}`,
			role: "img",
			"font-family": font,
		},
		`<title>${escapeMarkup(chart.title)}</title><desc>${escapeMarkup(chart.alt)}</desc>${panel}${top.markup}${body.markup}${foot.markup}`,
	);
	return { svg, width: WIDTH, height };
}

function head(chart: TidyChart, pen: Pen): Part {
	let y = PAD;
	let markup = "";
	for (const line of wrapEvenly(chart.title, INNER, TITLE, true)) {
		markup += pen.text(line, PAD, y + 16, { size: TITLE, bold: true });
		y += 23;
	}
	for (const line of wrap(capital(chart.axis), INNER, TEXT)) {
		markup += pen.text(line, PAD, y + 14, { paint: "soft" });
		y += 20;
	}
	if (chart.series.length > 1 && chart.kind !== "bars") {
		const keys = legend(
			chart.series.map(({ name }) => name),
			pen,
			y + 4,
		);
		markup += keys.markup;
		y += keys.height + 4;
	}
	return { markup, height: y + 8 };
}

function feet(notes: readonly string[], pen: Pen, top: number): Part {
	let y = top + 4;
	let markup = "";
	for (const note of notes)
		for (const line of wrap(note, INNER, TEXT, { lines: 3 })) {
			markup += pen.text(line, PAD, y + 14, { paint: "soft" });
			y += 20;
		}
	return { markup, height: y - top };
}

function leftOut({ leftOut: count }: TidyChart): string[] {
	return count > 0 ? [`${count} more ${count === 1 ? "is" : "are"} in the text.`] : [];
}
