import { escapeMarkup } from "../core/escape-markup.ts";
import { colour, type Paint, type ThemeName } from "./theme.ts";

/** Lengths in the chart's own unit: the picture is `WIDTH` wide. */
type Attribute = string | number | undefined;
type Attributes = Record<string, Attribute> & { fill?: Paint | "none"; stroke?: Paint | "none" };

export interface TextOptions {
	size?: number;
	paint?: Paint;
	bold?: boolean;
	anchor?: "start" | "middle" | "end";
	/** A rim in the panel's colour, for words over marks. */
	halo?: boolean;
	turned?: boolean;
}

/** The smallest text: 13.5 px where a picture 400 wide is shown 360 px wide. */
export const TEXT = 15;

/** Makes elements in the colours of one theme. `children` are markup made here. */
export class Pen {
	readonly theme: ThemeName;
	constructor(theme: ThemeName) {
		this.theme = theme;
	}

	tag(name: string, attributes: Attributes, children?: string): string {
		const shown = Object.entries(attributes).flatMap(([key, value]) =>
			value === undefined ? [] : [` ${key}="${this.#value(key, value)}"`],
		);
		return `<${name}${shown.join("")}${children === undefined ? "/>" : `>${children}</${name}>`}`;
	}

	/** One line of words with its baseline at `y`. */
	text(words: string, x: number, y: number, options: TextOptions = {}): string {
		const { size = TEXT, paint = "ink", bold, anchor, halo, turned } = options;
		return this.tag(
			"text",
			{
				x,
				y,
				fill: paint,
				"font-size": size,
				"font-weight": bold ? 600 : undefined,
				"text-anchor": anchor === "start" ? undefined : anchor,
				transform: turned ? `rotate(-90 ${round(x)} ${round(y)})` : undefined,
				...(halo && {
					stroke: "panel" as const,
					"stroke-width": 4,
					"stroke-linejoin": "round",
					"paint-order": "stroke",
				}),
			},
			escapeMarkup(words),
		);
	}

	/** A group whose words a browser shows on hovering, and every reader of the file finds. */
	named(words: string, children: string): string {
		return this.tag("g", {}, `<title>${escapeMarkup(words)}</title>${children}`);
	}

	line(x1: number, y1: number, x2: number, y2: number, stroke: Paint, width = 1): string {
		return this.tag("line", { x1, y1, x2, y2, stroke, "stroke-width": width });
	}

	#value(key: string, value: string | number): string {
		if (typeof value === "number") return String(round(value));
		if ((key === "fill" || key === "stroke") && value !== "none")
			return colour(this.theme, value as Paint);
		return escapeMarkup(value);
	}
}

/** Two decimals are a fiftieth of a pixel. A length that is none becomes 0. */
export function round(length: number): number {
	return Number.isFinite(length) ? Math.round(length * 100) / 100 : 0;
}
