import { parentPort } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";

/** One picture to make: SVG text, and the width of the picture in pixels. */
export interface ChartJob {
	id: number;
	svg: string;
	width: number;
	/** Paths of the fonts; the machine's own are never used, so that pictures are the same everywhere. */
	fonts: readonly string[];
}

/** The picture, or null when it could not be made. */
export interface ChartDone {
	id: number;
	png: Uint8Array | null;
}

parentPort?.on("message", ({ id, svg, width, fonts }: ChartJob) => {
	parentPort?.postMessage({ id, png: draw(svg, width, fonts) } satisfies ChartDone);
});

function draw(svg: string, width: number, fonts: readonly string[]): Uint8Array | null {
	try {
		return new Resvg(svg, {
			fitTo: { mode: "width", value: width },
			font: { fontFiles: [...fonts], loadSystemFonts: false, defaultFontFamily: "Inter" },
		})
			.render()
			.asPng();
	} catch {
		return null;
	}
}
