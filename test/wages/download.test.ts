import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { day } from "../../src/core/dates.ts";
import { run } from "../../src/wages/cli.ts";
import { addressesOf } from "../../src/wages/download.ts";
import { readWageYear, type WageYear } from "../../src/core/wages/wage-year.ts";
import { sampleZip, tempFolder } from "../helpers/wages.ts";

const ZIP = sampleZip();
type Answer = (request: IncomingMessage, response: ServerResponse, n: number) => void;
const closers: (() => void)[] = [];
afterEach(() => {
	for (const close of closers.splice(0)) close();
});

/** A server that answers requests in turn, and tells which it got. */
async function serve(answer: Answer): Promise<{ base: string; asked: string[] }> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(`${request.url} ${request.headers.range ?? ""}`.trim());
		answer(request, response, asked.length);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	closers.push(
		() => server.closeAllConnections(),
		() => server.close(),
	);
	return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** Breaks off the answer under way, once some of it has arrived. */
let breakOff = () => {};

async function download(base: string, dataDir = tempFolder(), args: string[] = []) {
	let out = "";
	let err = "";
	const waits: number[] = [];
	const code = await run(["download", ...args], {
		dataDir,
		base,
		cwd: ".",
		today: day("2026-11-25"),
		isTerminal: false,
		fetch,
		wait: async (ms) => void waits.push(ms),
		out: (text) => {
			out += text;
		},
		err: (text) => {
			err += text;
			if (text.includes("MB of")) breakOff();
		},
	});
	return { code, out, err, waits, dataDir };
}

const whole: Answer = (request, response) => {
	const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
	const isSame = request.headers["if-range"] === '"v1"';
	const start = isSame ? from : 0;
	response.writeHead(start > 0 ? 206 : 200, {
		ETag: '"v1"',
		"Content-Length": ZIP.length - start,
	});
	response.end(ZIP.subarray(start));
};
/** Promises the whole file and breaks off half-way. */
const half: Answer = (_request, response) => {
	response.writeHead(200, { ETag: '"v1"', "Content-Length": ZIP.length });
	response.write(ZIP.subarray(0, 4_000));
	breakOff = () => response.destroy();
};

describe("npm run wages -- download", () => {
	it("brings the year in force, imports it and leaves nothing behind", async () => {
		const { base, asked } = await serve(whole);
		const { code, out, err, dataDir } = await download(base);
		expect(code).toBe(0);
		expect(asked).toEqual(["/OFLC_Wages_2026-27.zip"]);
		expect(out).toMatch(/Imported wage year 2026-27 .*15 areas with 207 counties, 19 occupations/);
		expect(out).toMatch(/All industries: 282 rows/);
		expect(err).toMatch(/MB of/);
		expect(existsSync(join(dataDir, "wages", "2026-27.wages"))).toBe(true);
		expect(existsSync(join(dataDir, "wages", "download", "OFLC_Wages_2026-27.zip"))).toBe(false);
	});

	it("goes on where it broke off", async () => {
		const { base, asked } = await serve((q, s, n) => (n === 1 ? half : whole)(q, s, n));
		const { code, err } = await download(base);
		expect(code).toBe(0);
		expect(err).toMatch(/trying again/);
		expect(asked[1]).toMatch(/bytes=\d+-$/);
	});

	it("starts over when the file has changed meanwhile", async () => {
		const { base, asked } = await serve((q, s, n) => {
			if (n === 1) return half(q, s, n);
			s.writeHead(200, { ETag: '"v2"', "Content-Length": ZIP.length });
			s.end(ZIP);
		});
		expect((await download(base)).code).toBe(0);
		expect(asked).toHaveLength(2);
	});

	it("goes on in the next run", async () => {
		const dataDir = tempFolder();
		const broken = await serve(half);
		expect((await download(broken.base, dataDir)).code).toBe(1);
		expect(existsSync(join(dataDir, "wages", "download", "OFLC_Wages_2026-27.zip.part"))).toBe(
			true,
		);
	});

	it("tries again after a hiccup, and waits as long as it is told", async () => {
		const { base } = await serve((q, s, n) => {
			if (n > 2) return whole(q, s, n);
			s.writeHead(n === 1 ? 503 : 429, { "Retry-After": "7" }).end();
		});
		const { code, waits } = await download(base);
		expect(code).toBe(0);
		expect(waits).toContain(7_000);
	});

	it("looks at the official path of a mirror, and under the revised name", async () => {
		const path = "/sites/default/files/wages/OFLC_Wages_2026-27_Updated.zip";
		const { base, asked } = await serve((q, s, n) =>
			q.url === path ? whole(q, s, n) : void s.writeHead(404).end(),
		);
		expect((await download(base)).code).toBe(0);
		expect(asked.at(-1)).toBe(path);
	});

	const refused: [string, Answer, RegExp][] = [
		["no such file", (_q, s) => void s.writeHead(404).end(), /no file of wage year 2026-27/],
		["an address that is refused", (_q, s) => void s.writeHead(403).end(), /answered 403/],
		["a server that stays down", (_q, s) => void s.writeHead(500).end(), /answered 500/],
		["a page instead of a ZIP", (_q, s) => void s.end("<html>"), /no ZIP file/],
		[
			"a file cut short that says it is whole",
			(_q, s) => void s.end(ZIP.subarray(0, 4_000)),
			/not a whole ZIP/,
		],
	];
	it.each(refused)("refuses %s and keeps what it had", async (_name, answer, reason) => {
		const good = await serve(whole);
		const { dataDir } = await download(good.base);
		const { base } = await serve(answer);
		const { code, err } = await download(base, dataDir);
		expect(code).toBe(1);
		expect(err).toMatch(reason);
		expect(err).toMatch(/unchanged/);
		expect(existsSync(join(dataDir, "wages", "2026-27.wages"))).toBe(true);
	});
});

describe("npm run wages", () => {
	it.each([
		["nothing", []],
		["an unknown task", ["fly"]],
		["no file", ["import"]],
		["an unknown option", ["list", "--fast"]],
		["a year that is none", ["download", "--year", "2026-28"]],
	])("says what to type for %s", async (_name, args) => {
		let err = "";
		const terminal = {
			dataDir: tempFolder(),
			cwd: ".",
			today: day("2026-11-25"),
			isTerminal: false,
			fetch,
			wait: async () => {},
			out: () => {},
			err: (text: string) => {
				err += text;
			},
		};
		expect(await run(args, terminal)).toBe(2);
		expect(err).toMatch(/Usage|such as 2026-27/);
	});

	it("knows the official addresses", () => {
		const year = (text: string) => readWageYear(text) as WageYear;
		const folder = "https://flag.dol.gov/sites/default/files/wages";
		expect(addressesOf(year("2026-27"))[0]).toBe(`${folder}/OFLC_Wages_2026-27.zip`);
		expect(addressesOf(year("2025-26"))[0]).toBe(`${folder}/OFLC_Wages_2025-26_Updated.zip`);
	});
});
