import { describe, expect, it } from "vitest";
import { drawChart } from "../../src/adapters/cli/chart.ts";
import { run } from "../../src/adapters/cli/run.ts";
import { toPlainText } from "../../src/core/plain-text.ts";
import { levelChart, sampleCharts } from "../helpers/charts.ts";
import { testDesk } from "../helpers/desk.ts";

const desk = testDesk();

async function ask(args: string[], input: string[] = [], asked = desk) {
	let out = "";
	let err = "";
	const code = await run(asked, args, {
		lines: (async function* () {
			yield* input;
		})(),
		out: (text) => {
			out += text;
		},
		err: (text) => {
			err += text;
		},
		signs: "unicode",
	});
	return { code, out, err };
}

describe("the terminal", () => {
	it("prints the card as text", async () => {
		const { code, out, err } = await ask(["/cap"]);
		expect([code, err]).toEqual([0, ""]);
		expect(out).toContain("65,000");
		expect(out).toContain("not legal advice");
	});

	it("takes a question in several words", async () => {
		expect(await ask(["is", "the", "100k", "fee", "in", "effect?"])).toEqual(
			await ask(["is the 100k fee in effect?"]),
		);
	});

	it("prints one JSON object, the same as the page gives", async () => {
		const { out } = await ask(["--json", "/cap"]);
		expect(JSON.parse(out)).toMatchObject({ outcome: "answered", command: "cap" });
	});

	it("exits 2 for a command with wrong options, and says what to type", async () => {
		const { code, out } = await ask(["/odds level:9"]);
		expect(code).toBe(2);
		expect(out).toContain("what to type");
	});

	for (const args of [[], [""], ["--nope"], ["--json"]]) {
		it(`exits 2 with the usage for ${JSON.stringify(args)}`, async () => {
			const { code, out, err } = await ask(args);
			expect([code, out]).toEqual([2, ""]);
			expect(err).toContain("Usage:");
		});
	}

	it("answers line by line, in order, bad lines included", async () => {
		const lines = [
			'"/cap"',
			"",
			'{"text":"/cap","asOf":"2026-07-01"}',
			"nope",
			"5",
			'{"asOf":"2026-07-01"}',
			'"/odds level:9"',
			'"/dates"',
		];
		const { code, out } = await ask(["--jsonl"], lines);
		const answers = out
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line));
		expect(code).toBe(0);
		expect(answers.map((answer) => answer.outcome)).toEqual([
			"answered",
			"invalid",
			"answered",
			"invalid",
			"invalid",
			"invalid",
			"invalid",
			"answered",
		]);
		expect(answers[2].answer.askedFor).toBe("2026-07-01");
	});
});

describe("a chart in the terminal", () => {
	it.each(sampleCharts)("%s says all in lines of 60 characters at most", (_, chart) => {
		for (const signs of ["unicode", "ascii"] as const) {
			const text = drawChart(chart, signs);
			for (const line of text.split("\n")) expect([...line].length).toBeLessThanOrEqual(60);
			if (signs === "ascii") expect(text).toMatch(/^[\x20-\x7e\n]*$/);
			if (!text.includes("more not drawn"))
				for (const point of chart.series.flatMap(({ points }) => points))
					expect(text).toContain(point.text);
		}
	});

	it("aligns its bars and marks the own one", async () => {
		const drawn = drawChart(levelChart, "ascii").split("\n").slice(-4);
		expect(new Set(drawn.map((line) => line.indexOf("#"))).size).toBe(1);
		expect(drawn[1]).toMatch(/^> Level II \(you\) +#+ 58%$/);
		await expect(
			`${sampleCharts.map(([, chart]) => drawChart(chart, "unicode")).join("\n\n")}\n`,
		).toMatchFileSnapshot("../golden/chart.terminal.txt");
	});

	it("stays within its width whatever comes", () => {
		const point = { label: "x".repeat(999), value: 1e308, text: "y".repeat(999), marked: true };
		const chart = {
			...levelChart,
			title: "z".repeat(999),
			axis: "word ".repeat(99),
			series: [{ name: "n".repeat(999), points: [point, { ...point, value: Number.NaN }] }],
		};
		for (const line of drawChart(chart, "unicode").split("\n"))
			expect([...line].length).toBeLessThanOrEqual(60);
		expect(drawChart(null, "ascii")).toBe("");
		expect(drawChart({ ...levelChart, series: [] }, "ascii")).toBe("");
	});

	it("follows the text, and never stands in the JSON", async () => {
		const chart = { ...levelChart };
		const withChart = {
			...desk,
			text: (typed: string) => {
				const reply = desk.text(typed);
				return { ...reply, answer: { ...reply.answer, chart } };
			},
		};
		const { out } = await ask(["/cap"], [], withChart);
		expect(out).toMatch(/not legal advice\.\n\nChance of selection/);
		const json = JSON.parse((await ask(["--json", "/cap"], [], withChart)).out);
		expect(json.text).toBe(toPlainText(desk.text("/cap").answer));
		expect(json.answer.chart).toEqual(JSON.parse(JSON.stringify(chart)));
	});
});
