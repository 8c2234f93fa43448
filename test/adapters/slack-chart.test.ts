import { describe, expect, it } from "vitest";
import { type ChartForm, chartBlocks } from "../../src/adapters/slack/chart.ts";
import { type SlackMessage, renderAnswer } from "../../src/adapters/slack/render.ts";
import { ChartForms, checkTaken, sendWithChart } from "../../src/adapters/slack/send-chart.ts";
import type { Chart } from "../../src/core/answer.ts";
import {
	groupedChart,
	historyChart,
	levelChart,
	portfolioChart,
	sampleCharts,
} from "../helpers/charts.ts";
import { replyWithChart, sampleReplies } from "../helpers/replies.ts";
import { violationsOf } from "./slack-validate.ts";

type Drawn = {
	type: string;
	title: string;
	chart: {
		type: string;
		series: { name: string; data: { label: string; value: number }[] }[];
		axis_config: { categories: string[]; y_label: string };
	};
};
const native = (chart: Chart): Drawn => chartBlocks(chart, "native")[0] as Drawn;
const words = (chart: Chart, form: ChartForm = "native"): string =>
	JSON.stringify(chartBlocks(chart, form).at(-1));

describe("a native chart", () => {
	it("names the own bar in its label, and the bands beside it", () => {
		const { chart, title } = native(levelChart);
		expect(chart.type).toBe("bar");
		expect(chart.axis_config.categories).toEqual([
			"Level I",
			"Level II (you)",
			"Level III",
			"Level IV",
		]);
		expect(chart.series[0]?.data[1]).toEqual({ label: "Level II (you)", value: 58 });
		expect(chart.axis_config.y_label).toMatch(/^Chance/);
		expect([...title].length).toBeLessThanOrEqual(50);
		expect(words(levelChart)).toContain("Level II 49% to 65%");
	});

	it("leaves out labels that a series lacks, and says which", () => {
		const { chart } = native(historyChart);
		expect(chart.type).toBe("line");
		expect(chart.series.map(({ name }) => name)).toEqual(["Registrations", "Selected"]);
		expect(chart.axis_config.categories.at(0)).toBe("FY 2021");
		expect(chart.axis_config.categories).not.toContain("FY 2027");
		expect(words(historyChart)).toContain(
			"Not published (Registrations): FY 2020. Not published (Selected): FY 2020, FY 2027.",
		);
	});

	it("shows the twenty weightiest of many, and says so", () => {
		const { chart } = native(portfolioChart);
		expect(chart.axis_config.categories).toHaveLength(20);
		expect(chart.axis_config.categories).toContain("18 (expected)");
		expect(words(portfolioChart)).toContain("21 more values are not drawn.");
	});

	const points = levelChart.series[0]?.points ?? [];
	it.each<[string, Chart]>([
		[
			"more series than Slack takes",
			{ ...levelChart, series: Array.from({ length: 7 }, (_, i) => ({ name: `s${i}`, points })) },
		],
		[
			"labels alike when cut",
			{
				...levelChart,
				series: [
					{
						name: "s",
						points: ["a", "b"].map((end) => ({
							label: `${"x".repeat(30)}${end}`,
							value: 1,
							text: "1",
						})),
					},
				],
			},
		],
		[
			"nothing but gaps",
			{
				...levelChart,
				series: [{ name: "s", points: [{ label: "a", value: null, text: "not published" }] }],
			},
		],
	])("is a table for %s", (_, chart) => {
		expect(chartBlocks(chart, "native").map((block) => (block as Drawn).type)).toEqual([
			"table",
			"context",
		]);
	});
});

describe("a table", () => {
	it.each(sampleCharts)("holds every word of %s", (_, chart) => {
		const text = JSON.stringify(chartBlocks(chart, "table"));
		for (const { name, points } of chart.series) {
			expect(text).toContain(name);
			for (const { label, text: value } of points) {
				expect(text).toContain(label);
				expect(text).toContain(value);
			}
		}
	});

	it("keeps a gap and the band as words", () => {
		expect(JSON.stringify(chartBlocks(groupedChart, "table"))).toContain("not published");
		expect(JSON.stringify(chartBlocks(levelChart, "table"))).toContain("58% (49% to 65%)");
	});

	it("fits whatever comes", () => {
		const huge = Array.from({ length: 500 }, (_, i) => ({
			label: `${i} ${"x".repeat(999)}`,
			value: 1,
			text: "y".repeat(999),
		}));
		const chart: Chart = {
			...historyChart,
			series: Array.from({ length: 25 }, (_, i) => ({ name: `s${i}`, points: huge })),
		};
		for (const form of ["native", "table"] as const)
			expect(violationsOf(renderAnswer(replyWithChart(chart), { chart: form }))).toEqual([]);
	});
});

describe("a refused chart", () => {
	const reply = replyWithChart(levelChart);
	const refusal = () => Object.assign(new Error("no"), { statusCode: 400 });
	const kinds = ({ blocks }: SlackMessage) =>
		blocks.map(({ type }) => type as string).find((type) => /data|table/.test(type)) ?? "none";

	/** Sends to a workspace that refuses these kinds; gives what was tried. */
	async function sendTo(refused: string[], forms = new ChartForms(), given = reply) {
		const tried: string[] = [];
		const form = await sendWithChart(
			forms,
			"T1",
			(chart) => renderAnswer(given, { chart }),
			async (message) => {
				tried.push(kinds(message));
				if (refused.includes(kinds(message))) throw refusal();
			},
		);
		return { tried, form };
	}

	it.each([
		[[], ["data_visualization"]],
		[["data_visualization"], ["data_visualization", "table"]],
		[
			["data_visualization", "table"],
			["data_visualization", "table", "none"],
		],
	])("%j is sent again in a poorer form", async (refused, tried) => {
		expect((await sendTo(refused)).tried).toEqual(tried);
	});

	it("is remembered for its workspace", async () => {
		const forms = new ChartForms();
		await sendTo(["data_visualization"], forms);
		expect((await sendTo(["data_visualization"], forms)).tried).toEqual(["table"]);
		expect(forms.of("T2")).toBe("native");
	});

	it("is not blamed for what the card itself is refused for", async () => {
		const forms = new ChartForms();
		await expect(sendTo(["data_visualization", "table", "none"], forms)).rejects.toThrow("no");
		expect(forms.of("T1")).toBe("native");
		const [, plain] = sampleReplies()[0] ?? [];
		if (plain) await expect(sendTo(["none"], forms, plain)).rejects.toThrow("no");
	});

	it("is noticed in an answer that says 200", async () => {
		await expect(
			checkTaken(new Response('{"ok":false,"error":"invalid_blocks"}')),
		).rejects.toThrow();
		await expect(checkTaken(new Response("ok"))).resolves.toBeUndefined();
		await expect(checkTaken(undefined)).resolves.toBeUndefined();
	});

	it("leaves the text whole", () => {
		const texts = (["native", "table", "none"] as const).map(
			(chart) => renderAnswer(reply, { chart }).text,
		);
		expect(new Set(texts).size).toBe(1);
	});
});
