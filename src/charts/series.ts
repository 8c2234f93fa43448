import { type Pen, round, TEXT } from "./element.ts";
import { INNER, PAD, type Part } from "./parts.ts";
import { shorten, widthOf } from "./text.ts";
import { type Paint, SERIES } from "./theme.ts";

// Each series has a colour, a shape and a dash of its own, so that none is told by colour alone.
const DASHES = [undefined, "7 4", "2 4", "9 3 2 3"] as const;

export const paintOf = (series: number): Paint => SERIES[series % SERIES.length] ?? "series1";
export const dashOf = (series: number): string | undefined => DASHES[series % DASHES.length];

/** The mark of a series: circle, square, triangle, diamond. */
export function symbol(pen: Pen, series: number, x: number, y: number, r = 5): string {
	const look = { fill: paintOf(series), stroke: "panel" as const, "stroke-width": 1.5 };
	const p = (dx: number, dy: number) => `${round(x + dx)} ${round(y + dy)}`;
	switch (series % 4) {
		case 0:
			return pen.tag("circle", { cx: x, cy: y, r, ...look });
		case 1:
			return pen.tag("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, ...look });
		case 2: {
			const t = r * 1.25;
			return pen.tag("path", { d: `M${p(0, -t)}L${p(t, r)}L${p(-t, r)}Z`, ...look });
		}
		default: {
			const t = r * 1.35;
			return pen.tag("path", { d: `M${p(0, -t)}L${p(t, 0)}L${p(0, t)}L${p(-t, 0)}Z`, ...look });
		}
	}
}

const KEY = 30;
const LINE = 22;

/** Which mark is whose, in as many lines as it takes. */
export function legend(names: readonly string[], pen: Pen, top: number): Part {
	let x = PAD;
	let y = top;
	let markup = "";
	names.forEach((whole, i) => {
		const name = shorten(whole, INNER - KEY - 6, TEXT);
		const width = KEY + 6 + widthOf(name, TEXT);
		if (x > PAD && x + width > PAD + INNER) {
			x = PAD;
			y += LINE;
		}
		markup += pen.tag("line", {
			x1: x,
			y1: y + 10,
			x2: x + KEY,
			y2: y + 10,
			stroke: paintOf(i),
			"stroke-width": 2.5,
			"stroke-dasharray": dashOf(i),
		});
		markup += symbol(pen, i, x + KEY / 2, y + 10);
		markup += pen.text(name, x + KEY + 6, y + 15);
		x += width + 16;
	});
	return { markup, height: y + LINE - top };
}
