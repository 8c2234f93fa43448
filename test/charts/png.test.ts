import { performance } from "node:perf_hooks";
import { inflateSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { indexedPng } from "../../src/charts/indexed-png.ts";
import { createChartPictures } from "../../src/charts/png.ts";
import { createPool, type Pool } from "../../src/charts/pool.ts";
import type { Chart } from "../../src/core/answer.ts";
import { ROOT } from "../../src/root.ts";
import { historyChart, levelChart, sampleCharts } from "../helpers/charts.ts";

/** Width, height and how many of the raw rows' bytes differ, of a PNG whose parts are all there. */
function readPng(png: Uint8Array) {
	const bytes = Buffer.from(png);
	expect(bytes.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
	const data: Buffer[] = [];
	let at = 8;
	let type = "";
	while (at < bytes.length) {
		const length = bytes.readUInt32BE(at);
		type = bytes.toString("latin1", at + 4, at + 8);
		if (type === "IDAT") data.push(bytes.subarray(at + 8, at + 8 + length));
		at += 12 + length;
	}
	expect(type).toBe("IEND");
	const raw = inflateSync(Buffer.concat(data));
	return {
		width: bytes.readUInt32BE(16),
		height: bytes.readUInt32BE(20),
		kinds: new Set(raw).size,
	};
}

const titled = (title: string): Chart => ({ ...levelChart, title });

describe("pictures", () => {
	const trouble: string[] = [];
	const pictures = createChartPictures({
		root: ROOT,
		timeoutMs: 30_000,
		onTrouble: (what) => trouble.push(what),
	});
	afterAll(() => pictures.close());

	it.each(sampleCharts)("of %s are whole PNGs of the right size", async (_, chart) => {
		const picture = await pictures.draw(chart);
		if (!picture) throw new Error("no picture");
		const { width, height, kinds } = readPng(picture.png);
		expect([width, height]).toEqual([800, picture.height]);
		expect(picture.png.length).toBeLessThan(60_000);
		expect(kinds).toBeGreaterThan(20);
		expect(trouble).toEqual([]);
	});

	it("show their words: the bundled font is found", async () => {
		const [short, long] = await Promise.all(
			["", "Chance of selection by wage level"].map((title) => pictures.draw(titled(title))),
		);
		expect(long?.png.length).toBeGreaterThan((short?.png.length ?? 0) + 500);
	});

	it("are kept by what they show", async () => {
		const first = await pictures.draw(historyChart);
		expect(await pictures.draw(structuredClone(historyChart))).toBe(first);
		expect(pictures.drawn(historyChart)).toBe(first);
		expect(pictures.drawn(titled("never drawn"))).toBeNull();
		const [a, b] = await Promise.all([pictures.draw(titled("t")), pictures.draw(titled("t"))]);
		expect(a).toBe(b);
	});

	it("are made without holding up the main thread", async () => {
		const charts = Array.from({ length: 20 }, (_, i) => titled(`Chart ${i}`));
		let longest = 0;
		let last = performance.now();
		const watch = setInterval(() => {
			longest = Math.max(longest, performance.now() - last);
			last = performance.now();
		}, 1);
		const work = charts.map((chart) => pictures.draw(chart));
		const started = performance.now();
		await Promise.all(work);
		clearInterval(watch);
		// Twenty pictures take far longer than any pause: they are not made here.
		expect(longest).toBeLessThan((performance.now() - started) / 2);
	});

	it("are nothing for a chart without points, and after closing", async () => {
		expect(await pictures.draw({ ...levelChart, series: [] })).toBeNull();
		const closed = createChartPictures({ root: ROOT });
		const wanted = closed.draw(levelChart);
		await closed.close();
		expect(await wanted).toBeNull();
		expect(await closed.draw(levelChart)).toBeNull();
	});

	it("that cannot be made are told once and leave the card without", async () => {
		const told: string[] = [];
		const broken = createChartPictures({
			root: new URL("file:///nowhere/"),
			onTrouble: (what) => told.push(what),
		});
		expect(await broken.draw(levelChart)).toBeNull();
		expect(await broken.draw(titled("again"))).toBeNull();
		expect(told).toEqual(["worker failed"]);
		await broken.close();
	});
});

describe("the pool", () => {
	const job = { chart: levelChart, zoom: 1, fonts: [] };
	const open: Pool[] = [];
	/** A pool over a worker written here; it gets each job as `job` and answers by `done`. */
	function poolOf(body: string, options: { timeoutMs?: number; queue?: number } = {}) {
		const code = `import { parentPort } from "node:worker_threads";
parentPort.on("message", (job) => { const done = (picture) => parentPort.postMessage({ id: job.id, picture }); ${body} });`;
		const worker = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
		const pool = createPool({ worker, ...options });
		open.push(pool);
		return pool;
	}
	afterAll(() => Promise.all(open.map((pool) => pool.close())));
	const named = (title: string) => ({ ...job, chart: titled(title) });
	const OK = "picture";

	it("recovers from a crash; the job that caused it is given up, the next is done", async () => {
		const pool = poolOf(`if (job.chart.title === "crash") process.exit(3); done("picture");`);
		const all = await Promise.all([
			pool.run(job),
			pool.run(named("crash")),
			pool.run(job),
			pool.run(job),
		]);
		expect(all).toEqual([OK, "worker failed", OK, OK]);
	});

	it("ends a job that hangs, and goes on with a new worker", async () => {
		const pool = poolOf(`if (job.chart.title === "hang") for (;;); done("picture");`, {
			timeoutMs: 300,
		});
		expect(await pool.run(job)).toEqual(OK);
		expect(await pool.run(named("hang"))).toBe("too slow");
		expect(await pool.run(job)).toEqual(OK);
	});

	it("refuses what would wait too long", async () => {
		const pool = poolOf('done("picture");', { queue: 2 });
		const all = await Promise.all([1, 2, 3, 4, 5].map(() => pool.run(job)));
		expect(all).toEqual([OK, OK, OK, "queue full", "queue full"]);
	});

	it("stops starting workers that only die", async () => {
		const pool = poolOf("process.exit(1);");
		for (let i = 0; i < 7; i++) expect(await pool.run(job)).toBe("worker failed");
	});

	it("says so when the drawer refuses", async () => {
		const pool = poolOf("done(null);");
		expect(await pool.run(job)).toBe("refused by the drawer");
	});

	it("ends when it is closed, with what it was doing", async () => {
		const pool = poolOf("for (;;);");
		const all = [pool.run(job), pool.run(job)];
		await pool.close();
		expect(await Promise.all(all)).toEqual(["closed", "closed"]);
	});
});

describe("an indexed PNG", () => {
	/** Opaque pixels of these colours (0xbbggrr), one row. */
	const row = (colours: number[]) => {
		const pixels = new Uint32Array(colours.map((colour) => (0xff000000 | colour) >>> 0));
		return indexedPng(new Uint8Array(pixels.buffer), colours.length, 1);
	};
	/** The colours again. */
	function coloursOf(png: Uint8Array): number[] {
		const bytes = Buffer.from(png);
		const plte = bytes.indexOf("PLTE") + 4;
		const idat = bytes.indexOf("IDAT");
		const size = bytes.readUInt32BE(idat - 4);
		const places = inflateSync(bytes.subarray(idat + 4, idat + 4 + size)).subarray(1);
		return [...places].map((place) => bytes.readUIntLE(plte + 3 * place, 3));
	}

	it("gives every colour back", () => {
		const colours = Array.from({ length: 256 }, (_, i) => (i * 65_793 + i * 7) & 0xffffff);
		expect(coloursOf(row(colours))).toEqual(colours);
	});

	it("of more than 256 joins near ones, and keeps the first exactly", () => {
		const colours = [0x2b2118, ...Array.from({ length: 4000 }, (_, i) => (i * 4001) & 0xffffff)];
		const back = coloursOf(row(colours));
		expect(back[0]).toBe(0x2b2118);
		expect(new Set(back).size).toBeLessThanOrEqual(256);
		back.forEach((colour, i) => {
			for (const shift of [0, 8, 16])
				expect(
					Math.abs(((colour >> shift) & 255) - (((colours[i] ?? 0) >> shift) & 255)),
				).toBeLessThan(64);
		});
	});
});
