import type { Plot } from "./axes.ts";
import { type Pen, TEXT } from "./element.ts";
import { type Box, PAD, Places, WIDTH } from "./parts.ts";
import { paintOf } from "./series.ts";
import { widthOf } from "./text.ts";
import type { Mark } from "./tidy.ts";

/** A point with its place in the picture. */
export interface Spot {
	mark: Mark;
	/** Which series. */
	of: number;
	x: number;
	y: number;
}

/** Room above the plot that a value may use. */
export const HEADROOM = 22;

/**
 * Values beside their points, as many as find room between lines and other words: the marked first,
 * then the ends, highs and lows, then the rest. The others are in the answer's text.
 */
export function pointValues(
	series: readonly (readonly Spot[])[],
	taken: readonly Box[],
	pen: Pen,
	plot: Plot,
): string {
	const free = new Places();
	for (const box of taken) free.block(box);
	for (const spots of series) for (const box of footprints(spots, plot)) free.block(box);
	return series
		.flatMap((spots) => {
			const drawn = spots.filter(({ mark }) => mark.value !== null);
			return drawn.map((spot) => ({ spot, drawn, rank: rank(spot, drawn) }));
		})
		.sort((a, b) => a.rank - b.rank)
		.map((one) => value(one, free, pen, plot))
		.join("");
}

function rank(spot: Spot, drawn: readonly Spot[]): number {
	if (spot.mark.marked) return 0;
	if (spot === drawn.at(-1)) return 1;
	const byHeight = [...drawn].sort((a, b) => a.y - b.y);
	if (spot === byHeight[0]) return 2;
	return spot === drawn[0] || spot === byHeight.at(-1) ? 3 : 4;
}

interface Ranked {
	spot: Spot;
	/** The points of its series. */
	drawn: readonly Spot[];
	rank: number;
}

function value({ spot, drawn }: Ranked, free: Places, pen: Pen, plot: Plot): string {
	const { mark, x, y, of } = spot;
	const width = widthOf(mark.text, TEXT, true);
	const away = mark.marked ? 14 : 9;
	const over = (mark.band ? Math.min(plot.y(mark.band.high), y) : y) - away;
	const under = (mark.band ? Math.max(plot.y(mark.band.low), y) : y) + away + 11;
	const centred = x - width / 2;
	const places: [number, number][] = [
		...(spot === drawn.at(-1) && !mark.band ? [[x + away, y + 5] as [number, number]] : []),
		[centred, over],
		[centred, under],
		[x - width + 6, over],
		[x - 6, over],
		[x - width + 6, under],
		[x - 6, under],
		[x - width - away, y - 2],
		[x + away, y - 2],
	];
	for (const [left, base] of places) {
		const box = { x: inside(left, width, plot), y: base - 12, width, height: 14 };
		const isOutside = base > plot.bottom - 3 || base < plot.top - HEADROOM + 10;
		if (isOutside || (left !== centred && isNearAnother(box, spot, drawn)) || !free.take(box))
			continue;
		return pen.text(mark.text, box.x, base, { bold: true, paint: paintOf(of), halo: true });
	}
	return "";
}

/** A value beside its point must not stand at the next one, where it would be read as that one's. */
function isNearAnother(box: Box, spot: Spot, drawn: readonly Spot[]): boolean {
	const middle = box.y + box.height / 2;
	return drawn.some(
		(other) =>
			other !== spot &&
			other.x > box.x - 4 &&
			other.x < box.x + box.width + 4 &&
			Math.abs(other.y - middle) < 24,
	);
}

const inside = (left: number, width: number, plot: Plot): number =>
	Math.min(Math.max(left, plot.left + 2), WIDTH - PAD / 2 - width);

/** What points and lines cover, as small boxes along the way. */
function footprints(spots: readonly Spot[], plot: Plot): Box[] {
	const boxes: Box[] = [];
	let before: Spot | undefined;
	for (const spot of spots) {
		if (spot.mark.value === null) {
			before = undefined;
			continue;
		}
		const steps = before ? Math.ceil(Math.hypot(spot.x - before.x, spot.y - before.y) / 3) : 0;
		for (let i = 1; before && i < steps; i++) {
			const part = i / steps;
			const at = {
				x: before.x + (spot.x - before.x) * part,
				y: before.y + (spot.y - before.y) * part,
			};
			boxes.push({ x: at.x - 1.5, y: at.y - 1.5, width: 3, height: 3 });
		}
		boxes.push({ x: spot.x - 5, y: spot.y - 5, width: 10, height: 10 });
		const { band } = spot.mark;
		if (band)
			boxes.push({
				x: spot.x - 9,
				y: plot.y(band.high),
				width: 18,
				height: plot.y(band.low) - plot.y(band.high),
			});
		before = spot;
	}
	return boxes;
}
