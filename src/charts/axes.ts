import { type Pen, TEXT } from "./element.ts";
import { BADGE_HEIGHT, badge, badgeWidth, PAD, Places, WIDTH } from "./parts.ts";
import { type Scale, tickText } from "./scale.ts";
import { shorten, widthOf } from "./text.ts";
import type { TidyChart } from "./tidy.ts";

/** The area inside the axes of an upright chart. */
export interface Plot {
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** Upright place of a value. */
	y(value: number): number;
	/** Middle of the i-th of `count` places. */
	x(i: number): number;
	slot: number;
}

/** `after`: room kept free at the right, such as for words at a line's end. */
export function plotFor(
	chart: TidyChart,
	scale: Scale,
	top: number,
	count: number,
	after = 0,
): Plot {
	const ticks = scale.ticks.map((tick) => widthOf(tickText(tick, chart.unit), TEXT));
	const left = PAD + Math.max(...ticks) + 8;
	const right = WIDTH - PAD - after;
	const bottom = top + HEIGHT;
	const slot = (right - left) / Math.max(count, 1);
	return {
		left,
		right,
		top,
		bottom,
		slot,
		y: (value) => bottom - HEIGHT * scale.at(value),
		x: (i) => left + slot * (i + 0.5),
	};
}

const HEIGHT = 156;

/** Faint lines with their figures at the left. */
export function grid(chart: TidyChart, pen: Pen, scale: Scale, plot: Plot): string {
	return scale.ticks
		.map((tick) => {
			const y = plot.y(tick);
			return (
				pen.line(plot.left, y, plot.right, y, tick === 0 ? "soft" : "line") +
				pen.text(tickText(tick, chart.unit), plot.left - 7, y + 5, {
					paint: "soft",
					anchor: "end",
				})
			);
		})
		.join("");
}

export interface Place {
	label: string;
	marked: boolean;
}

/** The labels below, as many as fit: marked ones first, then the ends, then at even steps. */
export function below(
	places: readonly Place[],
	pen: Pen,
	plot: Plot,
	word: string,
): { markup: string; height: number } {
	const prefix = commonStart(places.map(({ label }) => label));
	const names = places.map(({ label }) => shorten(label.slice(prefix.length), 110, TEXT, true));
	const free = new Places();
	const row = plot.bottom + 20;
	let markup = "";
	if (prefix !== "") {
		markup += pen.text(prefix.trim(), plot.left - 7, row, { paint: "soft", anchor: "end" });
		free.take({ x: 0, y: 0, width: plot.left - 7, height: 1 });
	}
	for (const i of order(places, names, plot.slot)) {
		const place = places[i];
		const name = names[i] ?? "";
		if (!place || name === "") continue;
		const width = widthOf(name, TEXT, place.marked);
		const middle = Math.min(Math.max(plot.x(i), width / 2 + 4), WIDTH - 4 - width / 2);
		const apart = place.marked ? 8 : 2;
		if (!free.take({ x: middle - width / 2 - apart, y: 0, width: width + 2 * apart, height: 1 }))
			continue;
		markup += pen.text(name, middle, row, { bold: place.marked, anchor: "middle" });
	}
	const marked = places.findIndex((place) => place.marked);
	if (marked < 0) return { markup, height: 28 };
	const width = badgeWidth(word);
	const x = Math.min(Math.max(plot.x(marked) - width / 2, PAD), WIDTH - PAD - width);
	markup += badge(pen, word, x, row + 9 + BADGE_HEIGHT / 2);
	return { markup, height: 28 + BADGE_HEIGHT + 6 };
}

/** Words that all labels begin with, such as `FY `: written once. */
function commonStart(labels: readonly string[]): string {
	const [first = ""] = labels;
	const word = /^\p{L}{1,4} (?=\d)/u.exec(first)?.[0] ?? "";
	return labels.length > 1 && labels.every((label) => label.startsWith(word)) ? word : "";
}

const ROUND_STEPS = [1, 2, 5, 10, 20, 25, 50, 100];

function order(places: readonly Place[], names: readonly string[], slot: number): number[] {
	const widest = Math.max(...names.map((name) => widthOf(name, TEXT))) + 4;
	const step = ROUND_STEPS.find((round) => round * slot >= widest) ?? 200;
	const indices = places.map((_, i) => i);
	const marked = indices.filter((i) => places[i]?.marked);
	// Counts from 0 step from the first, years from the last.
	const from = names[0] === "0" ? 0 : (places.length - 1) % step;
	return [...new Set([...marked, ...indices.filter((i) => i % step === from % step)])];
}
