import { describe, expect, it } from "vitest";
import { drawChart } from "../../src/charts/svg.ts";
import { tickText, scaleTo } from "../../src/charts/scale.ts";
import { shorten, visible, widthOf, wrap } from "../../src/charts/text.ts";
import { colour, customProperties, type Paint, SERIES } from "../../src/charts/theme.ts";
import { choose, NOT_PUBLISHED } from "../../src/charts/tidy.ts";
import type { Chart } from "../../src/core/answer.ts";
import {
	historyChart,
	levelChart,
	longHistoryChart,
	portfolioChart,
	sampleCharts,
} from "../helpers/charts.ts";
import { hostileTexts } from "../helpers/hostile.ts";

const draw = (chart: Chart, theme: "light" | "dark" | "page" = "light"): string =>
	drawChart(chart, theme)?.svg ?? "";

/** What a reader of the file finds: tags gone, entities undone. */
const words = (svg: string): string =>
	svg
		.replace(/<[^>]*>/g, "\n")
		.replace(/&(lt|gt|quot|#39|amp);/g, (_all, name: string) => UNDONE[name] ?? "");
const UNDONE: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };

const TAGS = /^(svg|title|desc|rect|text|g|line|path|circle)$/;

/** What is wrong with a file as SVG of ours; it is XML, closed in order, with known tags and finite numbers. */
function mistakes(svg: string): string[] {
	const open: string[] = [];
	const found: string[] = [];
	for (const [all, end, name = "", attributes = ""] of svg.matchAll(/<(\/?)(\w+)([^<>]*)>/g)) {
		if (!TAGS.test(name)) found.push(`tag ${all}`);
		if (end) {
			if (open.pop() !== name) found.push(`closed out of order: ${name}`);
		} else if (!attributes.endsWith("/")) open.push(name);
		if (/\s(on\w+|style|href|id|class)=/.test(attributes)) found.push(`attribute in ${all}`);
	}
	if (open.length > 0) found.push(`left open: ${open.join()}`);
	const rest = svg.replace(/<\/?\w+(\s[\w:-]+="[^"<>]*")*\/?>/g, "");
	if (/[<>]|&(?!(lt|gt|quot|#39|amp);)/.test(rest)) found.push("markup in text");
	if (/NaN|Infinity|undefined|null/.test(svg.replace(/>[^<]*</g, "><"))) found.push("no number");
	// Control, direction and other invisible characters.
	if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(svg)) found.push("invisible characters");
	return found;
}

describe.each(sampleCharts)("the chart %s", (name, chart) => {
	it.each(["light", "dark", "page"] as const)("stays as reviewed: %s", async (theme) => {
		const svg = draw(chart, theme);
		expect(mistakes(svg)).toEqual([]);
		const lines = svg.replaceAll("><", ">\n<");
		await expect(`${lines}\n`).toMatchFileSnapshot(`../golden/chart.${name}.${theme}.svg`);
	});

	it("holds every word and figure, and says it all in one sentence", () => {
		const svg = draw(chart);
		const text = words(svg);
		for (const { name: series, points } of chart.series) {
			if (chart.series.length > 1) expect(text).toContain(series);
			for (const { label, text: value } of points) {
				// Runs of years without a figure are said in short.
				if (chart !== longHistoryChart) expect(text).toContain(label);
				expect(text).toContain(value);
			}
		}
		expect(text.replace(/\s+/g, " ")).toContain(chart.axis.slice(1));
		expect(svg).toContain('role="img"');
		expect(svg).toMatch(/<svg[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/);
		expect(text).toContain(chart.title);
		expect(text).toContain(chart.alt);
	});

	it("writes the marked and the newest or tallest value beside it", () => {
		const svg = draw(chart);
		for (const { points } of chart.series) {
			const known = points.filter(({ value }) => value !== null);
			const key = known.find(({ marked }) => marked) ?? known.at(-1);
			if (key && chart.series.length < 4) expect(svg).toContain(`>${key.text}</text>`);
		}
	});

	it("writes nothing smaller than 13 pixels on a phone", () => {
		for (const [, size] of draw(chart).matchAll(/font-size="([\d.]+)"/g))
			expect((Number(size) * 360) / 400).toBeGreaterThanOrEqual(13);
	});

	it("keeps all words inside the picture", () => {
		const svg = draw(chart);
		const upright = svg.matchAll(
			/<text x="([\d.]+)" y="([\d.]+)" fill="[^"]+" font-size="([\d.]+)"( font-weight="600")?(?: text-anchor="(\w+)")?(?: stroke[^>]*)?>([^<]*)</g,
		);
		const height = Number(/viewBox="0 0 400 (\d+)"/.exec(svg)?.[1]);
		let seen = 0;
		for (const [, x, y, size, bold, anchor, shown] of upright) {
			seen++;
			const width = widthOf(words(shown ?? ""), Number(size), Boolean(bold));
			const left = Number(x) - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
			expect(left).toBeGreaterThanOrEqual(0);
			expect(left + width).toBeLessThanOrEqual(400);
			expect(Number(y)).toBeLessThan(height);
		}
		expect(seen).toBeGreaterThan(5);
	});
});

describe("a drawn chart", () => {
	it("marks the asker's own with a word and an outline, not by colour alone", () => {
		const own = draw(levelChart);
		expect(own).toMatch(/>you<\/text>/);
		expect(own).toMatch(/<rect[^>]*stroke="#16202c"/);
		expect(draw({ ...levelChart, markedAs: "asked" })).toMatch(/>asked<\/text>/);
		const series = levelChart.series.map((one) => ({
			...one,
			points: one.points.map(({ marked, ...point }) => point),
		}));
		expect(draw({ ...levelChart, series })).not.toMatch(/>you<\/text>|<rect[^>]*stroke="#16202c"/);
	});

	it("leaves a gap where nothing was published, and says so", () => {
		const svg = draw(historyChart);
		const text = words(svg).replace(/\s+/g, " ");
		expect(text).toContain(NOT_PUBLISHED);
		expect(text).toContain("Not published (Registrations): FY 2020.");
		expect(text).toContain("Not published (Selected): FY 2020, FY 2027.");
		const lines = [
			...svg.matchAll(/<path d="(M[^"]*)" fill="none" stroke="#[^"]*" stroke-width="2.5"/g),
		];
		expect(lines.map(([, d]) => d?.split("L").length)).toEqual([7, 6]);
	});

	it("says a gap in the words of its points, and runs of years in short", () => {
		const point = (year: number, value: number | null, text: string) => ({
			label: String(year),
			value,
			text,
		});
		const empty = [2005, 2006, 2007, 2008].map((year) => point(year, null, "no figure"));
		const rest = [point(2009, 5, "5"), point(2010, null, "no count yet"), point(2011, 7, "7")];
		const svg = draw({ ...historyChart, series: [{ name: "s", points: [...empty, ...rest] }] });
		const text = words(svg).replace(/\s+/g, " ");
		expect(text).toContain("No figure: 2005 to 2008. No count yet: 2010.");
		expect(text).not.toContain("ot published");
		// Years at the ends without any value take no room.
		expect(svg).not.toMatch(/>200[58]<\/text>/);
		expect(svg).toMatch(/>2009<\/text>/);
	});

	it("draws a band as a line with two ends", () => {
		const bands = [...draw(levelChart).matchAll(/<path d="M[^"]*L[^"]*M[^"]*V[^"]*M[^"]*V/g)];
		expect(bands).toHaveLength(2 * 4);
	});

	it("tells series apart by shape and dash as well", () => {
		const svg = draw(historyChart);
		expect(svg).toContain("stroke-dasharray");
		expect(svg).toContain("<circle");
		expect(svg).toMatch(/<rect[^>]*width="10" height="10"/);
	});

	it("is nothing when there is nothing to draw", () => {
		expect(drawChart({ ...levelChart, series: [] }, "light")).toBeNull();
		expect(drawChart({ ...levelChart, series: [{ name: "x", points: [] }] }, "light")).toBeNull();
	});

	for (const [what, typed] of [
		...hostileTexts(),
		["the end of a CDATA section", "]]> <![CDATA[ --> <!-- ?>"],
		["an attribute's end", `" onload="alert(1)' onclick='x`],
	] as [string, string][])
		it.each(["bars", "columns", "lines"] as const)(`shows ${what} as text: %s`, (kind) => {
			const point = { label: typed, value: 0.4, text: typed, low: 0.1, high: 0.6, marked: true };
			const none = { label: `${typed} 2`, value: null, text: typed };
			const chart: Chart = {
				kind,
				title: typed,
				axis: typed,
				unit: "share",
				alt: typed,
				markedAs: typed,
				series: [
					{ name: typed, points: [point, none] },
					{ name: `${typed} 2`, points: [point] },
				],
			};
			for (const series of [chart.series, chart.series.slice(0, 1)]) {
				const svg = draw({ ...chart, series });
				expect(mistakes(svg)).toEqual([]);
			}
		});

	it.each(["bars", "columns", "lines"] as const)("survives figures that are none: %s", (kind) => {
		const values = [Number.NaN, Infinity, -Infinity, -5, 0, 1e308, 5e-324, null];
		const points = values.map((value, i) => ({
			label: `P${i}`,
			value,
			text: String(value),
			low: [Number.NaN, -1, Infinity, 2][i % 4] as number,
			high: [1, Number.NaN, 1e308, -2][i % 4] as number,
			marked: i % 2 === 0,
		}));
		for (const unit of ["share", "count"] as const)
			for (const some of [points, points.slice(0, 1), points.slice(3, 5), points.slice(-1)])
				expect(
					mistakes(draw({ ...levelChart, kind, unit, series: [{ name: "s", points: some }] })),
				).toEqual([]);
	});

	it.each(["bars", "columns", "lines"] as const)(
		"says how much it leaves to the text: %s",
		(kind) => {
			const points = Array.from({ length: 2001 }, (_, i) => ({
				label: String(i),
				value: i === 1500 ? 1 : 0,
				text: `${i} of 2000`,
			}));
			const svg = draw({ ...portfolioChart, kind, series: [{ name: "s", points }] });
			expect(words(svg)).toMatch(/\d+ more are in the text\./);
			expect(svg.length).toBeLessThan(60_000);
			if (kind === "columns") expect(words(svg)).toContain("1500 of 2000");
			if (kind === "lines") expect(words(svg)).toContain("2000 of 2000");
		},
	);
});

describe("colours", () => {
	const luminance = (hex: string): number => {
		const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
			const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
			return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const contrast = (a: string, b: string): number => {
		const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
		return (high + 0.05) / (low + 0.05);
	};
	const texts: Paint[] = ["ink", "soft", ...SERIES];
	// WCAG 2.2, 1.4.3 and 1.4.11.
	it.each(["light", "dark"] as const)("stand out from the panel: %s", (theme) => {
		const panel = colour(theme, "panel");
		for (const paint of texts)
			expect(contrast(colour(theme, paint), panel)).toBeGreaterThanOrEqual(4.5);
		for (const paint of ["bar", "own"] as const)
			expect(contrast(colour(theme, paint), panel)).toBeGreaterThanOrEqual(3);
		expect(contrast(colour(theme, "ink"), colour(theme, "own"))).toBeGreaterThanOrEqual(1.8);
	});

	it("are the stylesheet's on the page", () => {
		const used = new Set(draw(historyChart, "page").match(/var\(--chart-\w+\)/g));
		expect(used.size).toBeGreaterThan(4);
		for (const name of used) expect(customProperties("dark")).toContain(`${name.slice(4, -1)}:`);
		expect(draw(historyChart, "page")).not.toMatch(/#[0-9a-f]{6}/);
	});
});

describe("a scale", () => {
	it.each([
		["shares end at 100 percent", 0.82, "share", 1, ["0%", "25%", "50%", "75%", "100%"]],
		["small shares", 0.034, "share", 0.04, ["0%", "1%", "2%", "3%", "4%"]],
		["counts step by whole numbers", 3, "count", 3, ["0", "1", "2", "3"]],
		["large counts", 780_884, "count", 800_000, ["0", "200k", "400k", "600k", "800k"]],
		["millions", 2_300_000, "count", 3_000_000, ["0", "1m", "2m", "3m"]],
		["nothing", 0, "count", 1, ["0", "1"]],
	] as const)("%s", (_, largest, unit, max, ticks) => {
		const scale = scaleTo(largest, unit);
		expect(scale.max).toBeCloseTo(max, 12);
		expect(scale.ticks.map((tick) => tickText(tick, unit))).toEqual(ticks);
		expect([scale.at(0), scale.at(scale.max), scale.at(scale.max * 2)]).toEqual([0, 1, 1]);
	});
});

describe("words", () => {
	it("lose what cannot be seen", () => {
		expect(visible("a\u0000b\u202e c\n\n d\u200e ")).toBe("ab c d");
	});
	it("are cut with an ellipsis, and only when they must be", () => {
		expect(shorten("Level II", 80, 15)).toBe("Level II");
		const cut = shorten("x".repeat(10_000), 100, 15);
		expect(cut).toMatch(/^x+…$/);
		expect(widthOf(cut, 15)).toBeLessThanOrEqual(100);
	});
	it("break between words", () => {
		expect(wrap("one two three four", 60, 15)[0]).toBe("one two");
		expect(wrap("one two three four", 60, 15)).toHaveLength(2);
		expect(wrap("one two three four", 60, 15)[1]).toMatch(/^three.*…$/);
		expect(wrap("", 60, 15)).toEqual([]);
	});
	it("keep a number with its name", () => {
		expect(wrap("the season of FY 2028 is", 118, 15)[0]).toBe("the season of");
	});
});

it("of too many points the newest, the weightiest or the first are drawn", () => {
	const points = [0, 1, 9, 8, 2, 0].map((value, i) => ({ label: String(i), value, text: "" }));
	const labels = (kind: Chart["kind"]) =>
		choose(kind, points, 3)
			.map(({ label }) => label)
			.join("");
	expect([labels("bars"), labels("lines"), labels("columns")]).toEqual(["012", "345", "234"]);
});
