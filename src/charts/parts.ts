import { type Pen, TEXT } from "./element.ts";
import { widthOf } from "./text.ts";
import type { Paint } from "./theme.ts";

/** The picture's width; its height follows from what it shows. */
export const WIDTH = 400;
export const PAD = 16;
export const INNER = WIDTH - 2 * PAD;

/** A drawn part of a chart. */
export interface Part {
	markup: string;
	height: number;
	/** Sentences for the foot of the picture. */
	notes?: string[];
}

const BADGE_PAD = 7;
export const BADGE_HEIGHT = 21;

export const badgeWidth = (word: string): number => widthOf(word, TEXT, true) + 2 * BADGE_PAD;

/** The word at a marked point, in an outlined pill. `x` is its left end, `y` its middle. */
export function badge(pen: Pen, word: string, x: number, y: number): string {
	const width = badgeWidth(word);
	return (
		pen.tag("rect", {
			x,
			y: y - BADGE_HEIGHT / 2,
			width,
			height: BADGE_HEIGHT,
			rx: BADGE_HEIGHT / 2,
			fill: "panel",
			stroke: "own",
			"stroke-width": 2,
		}) + pen.text(word, x + width / 2, y + 5, { bold: true, anchor: "middle" })
	);
}

/** A band as a line with ends, rimmed so that it shows on a mark and beside it. */
export function whisker(
	pen: Pen,
	from: { x: number; y: number },
	to: { x: number; y: number },
	end = 6,
): string {
	const isLevel = from.y === to.y;
	const cap = ({ x, y }: { x: number; y: number }) =>
		isLevel ? `M${r(x)} ${r(y - end)}V${r(y + end)}` : `M${r(x - end)} ${r(y)}H${r(x + end)}`;
	const d = `M${r(from.x)} ${r(from.y)}L${r(to.x)} ${r(to.y)}${cap(from)}${cap(to)}`;
	const stroke = (paint: Paint, width: number) =>
		pen.tag("path", {
			d,
			fill: "none",
			stroke: paint,
			"stroke-width": width,
			"stroke-linecap": "round",
		});
	return stroke("panel", 5) + stroke("ink", 2);
}

const r = (length: number): number => Math.round(length * 100) / 100;

export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Keeps words from lying on one another: a place is taken only when it is free. */
export class Places {
	readonly #taken: Box[] = [];

	/** Takes the place, free or not. */
	block(box: Box): void {
		this.#taken.push(box);
	}

	/** Takes the place and says so, or leaves everything as it was. */
	take(box: Box): boolean {
		const hits = this.#taken.some(
			(other) =>
				box.x < other.x + other.width &&
				other.x < box.x + box.width &&
				box.y < other.y + other.height &&
				other.y < box.y + box.height,
		);
		if (!hits) this.#taken.push(box);
		return !hits;
	}
}
