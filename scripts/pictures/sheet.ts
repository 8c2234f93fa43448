import { readFileSync } from "node:fs";
import { html, Html } from "../../src/adapters/page/html.ts";
import { PREVIEW_STYLE } from "../../src/adapters/page/preview/style.ts";
import { STYLE } from "../../src/adapters/page/style.ts";
import type { Card } from "./cards.ts";

/** A page with cards in columns, for a screenshot. It loads nothing: the fonts are in it. */
export function sheet(
	cards: readonly Card[],
	{ columns, gap }: { columns: number; gap: number },
): string {
	const style = `${STYLE.replace(/url\("\/fonts\/([^"]+)"\)/g, (_, name: string) => `url(${font(name)})`)}${PREVIEW_STYLE}
		#sheet { columns: ${columns}; column-gap: ${gap}px; padding: ${gap}px; background: var(--paper); }
		#sheet > figure { break-inside: avoid; margin: 0 0 ${gap}px; }
		#sheet > figure > figcaption { font: 600 14px/1.6 Inter, sans-serif; color: var(--soft); }
		.discord, .slack { font-family: Inter, "Noto Color Emoji", sans-serif !important; ${columns === 1 ? "border: 0; border-radius: 0;" : ""} }`;
	const figures = cards.map(
		({ title, drawn }) =>
			html`<figure>${columns > 1 && html`<figcaption>${title}</figcaption>`}${drawn}</figure>`,
	);
	return html`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><style>${new Html(style)}</style><body><div id="sheet">${figures}</div></body></html>`
		.markup;
}

const font = (name: string): string =>
	`data:font/ttf;base64,${readFileSync(`assets/fonts/${name}`).toString("base64")}`;
