import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Chart } from "../core/answer.ts";
import { createPool, type PoolOptions } from "./pool.ts";

/** A chart as a PNG, made beside the main thread. */
export interface Picture {
	png: Uint8Array;
	/** Pixels. */
	width: number;
	height: number;
}

export interface ChartPictures {
	/** Null when it could not be drawn in time: the answer's text says the same. Never rejects. */
	draw(chart: Chart): Promise<Picture | null>;
	/** The picture, when it was drawn before. */
	drawn(chart: Chart): Picture | null;
	/** Starts the worker before the first picture is wanted. */
	warm(): void;
	/** Ends the worker; what is still wanted becomes null. */
	close(): Promise<void>;
}

/** Pixels for each unit of a drawing that is 400 wide, which Discord shows at up to 550. */
const ZOOM = 2;
/** Cards are few: a season's charts shorten, about 15 KB each. */
const REMEMBERED = 64;

const FONTS = ["assets/fonts/Inter-Regular.ttf", "assets/fonts/Inter-SemiBold.ttf"];
// The built file even when the sources run, as in tests: Node 20 loads no TypeScript in a worker.
const WORKER = "dist/src/workers/chart-worker.js";

export interface PictureOptions extends Partial<PoolOptions> {
	/** The folder that holds package.json. */
	root: URL;
	/** Told once, in a word, why pictures are missing. */
	onTrouble?: (what: string) => void;
}

/** Draws charts in a worker thread and keeps the pictures by what they show. */
export function createChartPictures(options: PictureOptions): ChartPictures {
	const pool = createPool({ worker: new URL(WORKER, options.root), ...options });
	const fonts = FONTS.map((path) => fileURLToPath(new URL(path, options.root)));
	const cache = new Map<string, Picture>();
	const underWay = new Map<string, Promise<Picture | null>>();
	let isTold = false;

	function tell(what: string): null {
		if (!isTold) options.onTrouble?.(what);
		isTold = true;
		return null;
	}

	function remember(key: string, picture: Picture): Picture {
		cache.delete(key);
		cache.set(key, picture);
		const oldest = cache.keys().next().value;
		if (cache.size > REMEMBERED && oldest !== undefined) cache.delete(oldest);
		return picture;
	}

	async function make(key: string, chart: Chart): Promise<Picture | null> {
		const done = await pool.run({ chart, zoom: ZOOM, fonts });
		if (typeof done === "string") return done === "closed" ? null : tell(done);
		return remember(key, done);
	}

	return {
		async draw(chart) {
			if (!chart.series.some(({ points }) => points.length > 0)) return null;
			const key = keyOf(chart);
			const known = cache.get(key);
			if (known) return remember(key, known);
			const running = underWay.get(key) ?? make(key, chart);
			underWay.set(key, running);
			try {
				return await running;
			} catch {
				return tell("not drawn");
			} finally {
				underWay.delete(key);
			}
		},
		drawn: (chart) => cache.get(keyOf(chart)) ?? null,
		warm: () => pool.warm(),
		close: () => pool.close(),
	};
}

const keyOf = (chart: Chart): string =>
	createHash("sha256").update(JSON.stringify(chart)).digest("base64");
