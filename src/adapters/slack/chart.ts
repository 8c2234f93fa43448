import type { Chart } from "../../core/answer.ts";
import { percent } from "../../core/format.ts";
import { capital, gapNotes } from "../../charts/gaps.ts";
import { choose, type Mark, type TidyChart, tidy } from "../../charts/tidy.ts";
import { plain } from "./escape.ts";
import { LIMITS } from "./limits.ts";

/** How a chart goes into a message: Slack's own drawing, a table where a workspace refuses that, or the card's text alone. */
export const CHART_FORMS = ["native", "table", "none"] as const;
export type ChartForm = (typeof CHART_FORMS)[number];

/** The blocks that show a chart. A native drawing has no bands, gaps or outlines: those go into its words. */
export function chartBlocks(chart: Chart | null, form: ChartForm): object[] {
	if (!chart || form === "none") return [];
	const given = tidy(chart);
	if (given.series.length === 0) return [];
	return (form === "native" ? native(given) : undefined) ?? table(given);
}

/** One label with what every series has there; undefined where a series lacks the label. */
interface Place {
	label: string;
	marks: (Mark | undefined)[];
	isMarked: boolean;
}

function placesOf(chart: TidyChart): Place[] {
	const labels = [...new Set(chart.series.flatMap(({ marks }) => marks.map(({ label }) => label)))];
	return labels.map((label) => {
		const marks = chart.series.map(({ marks }) => marks.find((mark) => mark.label === label));
		return { label, marks, isMarked: marks.some((mark) => mark?.marked) };
	});
}

/** Undefined when Slack cannot draw this chart: too many series, nothing to draw, labels alike. */
function native(chart: TidyChart): object[] | undefined {
	const places = placesOf(chart);
	const whole = places.filter(({ marks }) => marks.every((mark) => mark && mark.value !== null));
	const shown = within(chart, whole);
	const names = shown.map((place) => short(worded(place, chart), LIMITS.chartLabel.max));
	const series = chart.series.map(({ name }) => short(name, LIMITS.chartLabel.max));
	const isDrawable =
		shown.length > 0 &&
		series.length <= LIMITS.chartSeries.max &&
		new Set(names).size === names.length &&
		new Set(series).size === series.length;
	if (!isDrawable) return undefined;
	const isShare = chart.unit === "share";
	return [
		{
			type: "data_visualization",
			title: short(chart.title, LIMITS.chartTitle.max),
			chart: {
				type: chart.kind === "lines" ? "line" : "bar",
				series: series.map((name, i) => ({
					name,
					data: shown.map(({ marks }, k) => ({
						label: names[k],
						value: figure(marks[i]?.value ?? 0, isShare),
					})),
				})),
				axis_config: {
					categories: names,
					y_label: short(
						`${capital(chart.axis)}${isShare ? " (percent)" : ""}`,
						LIMITS.chartTitle.max,
					),
				},
			},
		},
		words(chart, places, whole.length - shown.length),
	];
}

/** At most as many places as Slack draws: the newest, the weightiest or the first. */
function within(chart: TidyChart, places: Place[]): Place[] {
	const points = places.map(({ label, marks }) => ({
		label,
		value: marks[0]?.value ?? null,
		text: "",
	}));
	const kept = new Set(choose(chart.kind, points, LIMITS.chartCategories.max).map((p) => p.label));
	return places.filter(({ label }) => kept.has(label));
}

const worded = ({ label, isMarked }: Place, { markedAs }: TidyChart): string =>
	isMarked ? `${label} (${markedAs})` : label;

/** Percent with one decimal, or the count. */
const figure = (value: number, isShare: boolean): number =>
	isShare ? Math.round(value * 1000) / 10 : value;

/** What the drawing cannot say: the sentence for those who do not see it, bands, gaps, what is left out. */
function words(chart: TidyChart, places: readonly Place[], cut: number): object {
	const bands = places.flatMap(({ label, marks }) =>
		marks.flatMap((mark, i) => {
			if (!mark?.band) return [];
			const name = chart.series.length > 1 ? `${label}, ${chart.series[i]?.name}` : label;
			return [`${name} ${bandText(mark.band, chart.unit)}`];
		}),
	);
	const lines = [
		chart.alt,
		bands.length > 0 ? `Bands: ${bands.join("; ")}.` : "",
		...gapNotes(chart),
		cut + chart.leftOut > 0 ? `${cut + chart.leftOut} more values are not drawn.` : "",
	];
	const text = short(lines.filter(Boolean).join(" "), LIMITS.contextText.max);
	return { type: "context", elements: [{ type: "plain_text", text, emoji: false }] };
}

function bandText({ low, high }: { low: number; high: number }, unit: Chart["unit"]): string {
	const text = (value: number) =>
		unit === "share" ? percent(value) : Math.round(value).toLocaleString("en-US");
	return `${text(low)} to ${text(high)}`;
}

/** The same as rows: label, then each series' words. */
function table(chart: TidyChart): object[] {
	const places = placesOf(chart);
	const room = LIMITS.tableRows.max - 1;
	const shown = chart.kind === "lines" ? places.slice(-room) : places.slice(0, room);
	const series = chart.series.slice(0, LIMITS.tableColumns.max - 1);
	const rows = [
		[chart.axis, ...series.map(({ name }) => name)],
		...shown.map((place) => [
			worded(place, chart),
			...series.map((_, i) => {
				const mark = place.marks[i];
				if (!mark) return "-";
				return mark.band ? `${mark.text} (${bandText(mark.band, chart.unit)})` : mark.text;
			}),
		]),
	];
	const most = Math.floor(LIMITS.tableCharacters.max / (rows.length * (series.length + 1)));
	return [
		{
			type: "table",
			rows: rows.map((row) =>
				row.map((cell) => ({ type: "raw_text", text: short(cell, Math.max(most, 8)) })),
			),
		},
		words({ ...chart, series: [] }, [], places.length - shown.length),
	];
}

function short(text: string, max: number): string {
	const letters = [...plain(text)];
	return letters.length > max ? `${letters.slice(0, max - 1).join("")}…` : letters.join("");
}
