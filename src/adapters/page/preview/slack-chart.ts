import { Html, html } from "../html.ts";
import { type Json, list, object, text } from "./payload.ts";

const WIDTH = 330;
const LEFT = 40;
const TOP = 12;
const PLOT = 150;
/** Labels longer than their place are turned. */
const LETTER = 5;

interface Data {
	names: string[];
	series: { name: string; values: number[] }[];
	top: number;
}

/**
 * Slack's own chart, about as Slack draws it: columns or lines, a legend under them, the numbers in a
 * table that only those who do not see the drawing get.
 * https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
 */
export function slackChart(block: Json): Html {
	const chart = object(block.chart);
	const config = object(chart.axis_config);
	const series = list(chart.series).map((one) => ({
		name: text(one.name),
		values: list(one.data).map((point) => Number(point.value) || 0),
	}));
	const names = Array.isArray(config.categories) ? config.categories.map(text) : [];
	const top = niceTop(Math.max(0, ...series.flatMap(({ values }) => values)));
	const data: Data = { names, series, top };
	const drawing = svg(data, chart.type === "line" ? lines : columns);
	return html`<figure class="s-chart"><figcaption><strong>${text(block.title)}</strong><span class="s-hint">${text(config.y_label)}</span></figcaption>${new Html(drawing)}${
		series.length > 1 &&
		html`<p class="s-legend">${series.map(({ name }, i) => html`<span><span class="key k${i}"></span>${name}</span>`)}</p>`
	}${table(data)}</figure>`;
}

function svg(data: Data, marks: (data: Data, step: number) => string): string {
	const step = (WIDTH - LEFT - 8) / Math.max(1, data.names.length);
	const isTurned = data.names.some((name) => name.length * LETTER > step);
	const longest = Math.max(0, ...data.names.map((name) => name.length));
	const height = TOP + PLOT + (isTurned ? Math.min(150, longest * LETTER * 0.75) + 16 : 24);
	const grid = [0, 0.25, 0.5, 0.75, 1].map((part) => {
		const y = TOP + PLOT * (1 - part);
		return `<line class="grid" x1="${LEFT}" x2="${WIDTH - 8}" y1="${y}" y2="${y}"/><text x="${LEFT - 6}" y="${y + 4}" text-anchor="end">${short(data.top * part)}</text>`;
	});
	const labels = data.names.map((name, i) => {
		const x = round(LEFT + step * (i + 0.5));
		const y = TOP + PLOT + 17;
		return isTurned
			? html`<text x="${x}" y="${y}" text-anchor="end" transform="rotate(-45 ${x} ${y - 6})">${name}</text>`
					.markup
			: html`<text x="${x}" y="${y}" text-anchor="middle">${name}</text>`.markup;
	});
	return `<svg viewBox="0 0 ${WIDTH} ${Math.round(height)}" aria-hidden="true">${grid.join("")}${marks(data, step)}${labels.join("")}</svg>`;
}

function columns({ series, top }: Data, step: number): string {
	const wide = Math.min(40, (step * 0.72) / Math.max(1, series.length));
	return series
		.flatMap(({ values }, s) =>
			values.map((value, i) => {
				const high = round((PLOT * Math.max(0, value)) / top);
				const x = round(LEFT + step * (i + 0.5) + wide * (s - series.length / 2));
				return `<rect class="k${s}" x="${x}" y="${round(TOP + PLOT - high)}" width="${round(wide - 2)}" height="${high}" rx="2"/>`;
			}),
		)
		.join("");
}

function lines({ series, top }: Data, step: number): string {
	return series
		.map(({ values }, s) => {
			const points = values.map(
				(value, i) => `${round(LEFT + step * (i + 0.5))},${round(TOP + PLOT * (1 - value / top))}`,
			);
			const dots = points.map((point) => {
				const [x, y] = point.split(",");
				return `<circle class="k${s}" cx="${x}" cy="${y}" r="3"/>`;
			});
			return `<polyline class="line k${s}" points="${points.join(" ")}"/>${dots.join("")}`;
		})
		.join("");
}

function table({ names, series }: Data): Html {
	return html`<div class="unseen"><table><tr><th scope="col">Label</th>${series.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr>${names.map(
		(name, i) =>
			html`<tr><th scope="row">${name}</th>${series.map(({ values }) => html`<td>${values[i]}</td>`)}</tr>`,
	)}</table></div>`;
}

/** The end of the axis: the next of 1, 2, 2.5, 4, 5 or 10 times a power of ten. */
function niceTop(value: number): number {
	if (value <= 0) return 1;
	const power = 10 ** Math.floor(Math.log10(value));
	return ([1, 2, 2.5, 4, 5, 10].find((step) => value <= step * power) ?? 10) * power;
}

const short = (value: number): string =>
	value >= 1_000_000
		? `${round(value / 1_000_000)}M`
		: value >= 10_000
			? `${round(value / 1000)}K`
			: round(value).toLocaleString("en-US");
const round = (value: number): number => Math.round(value * 100) / 100;
