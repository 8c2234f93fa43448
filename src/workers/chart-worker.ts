import { parentPort } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";
import { indexedPng } from "../charts/indexed-png.ts";
import type { Picture } from "../charts/png.ts";
import { drawChart } from "../charts/svg.ts";
import type { Chart } from "../core/answer.ts";

/** One picture to make. */
export interface ChartJob {
	id: number;
	chart: Chart;
	/** Pixels for each unit of the drawing. */
	zoom: number;
	/** Paths of the fonts; the machine's own are never used, so that pictures are the same everywhere. */
	fonts: readonly string[];
}

/** The picture, or null when it could not be made. */
export interface ChartDone {
	id: number;
	picture: Picture | null;
}

parentPort?.on("message", (job: ChartJob) => {
	let picture: Picture | null = null;
	try {
		picture = draw(job);
	} catch {
		// Said by the null: the message of an error may quote what somebody typed.
	}
	parentPort?.postMessage({ id: job.id, picture } satisfies ChartDone);
});

/**
 * One picture has to look right on Discord's dark and light backgrounds, so it brings a dark panel of
 * its own.
 */
function draw({ chart, zoom, fonts }: ChartJob): Picture | null {
	const drawing = drawChart(chart, "dark");
	if (!drawing) return null;
	const image = new Resvg(drawing.svg, {
		fitTo: { mode: "width", value: Math.round(drawing.width * zoom) },
		font: { fontFiles: [...fonts], loadSystemFonts: false, defaultFontFamily: "Inter" },
	}).render();
	const { width, height } = image;
	return { png: indexedPng(image.pixels, width, height), width, height };
}
