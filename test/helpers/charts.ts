import type { Chart, ChartPoint } from "../../src/core/answer.ts";

const percent = (value: number) => `${Math.round(value * 100)}%`;
const share = (label: string, value: number, over: Partial<ChartPoint> = {}): ChartPoint => ({
	label,
	value,
	text: percent(value),
	...over,
});
const count = (label: string, value: number | null): ChartPoint => ({
	label,
	value,
	text: value === null ? "not published" : value.toLocaleString("en-US"),
});

export const levelChart: Chart = {
	kind: "bars",
	title: "Chance of selection by wage level, FY 2028, with a US master's",
	axis: "Chance; the line shows the 10 to 90 percent band",
	unit: "share",
	series: [
		{
			name: "chance",
			points: [
				share("Level I", 0.35, { low: 0.28, high: 0.41 }),
				share("Level II", 0.58, { low: 0.49, high: 0.65, marked: true }),
				share("Level III", 0.73, { low: 0.64, high: 0.79 }),
				share("Level IV", 0.82, { low: 0.75, high: 0.88 }),
			],
		},
	],
	alt: "Chance of selection in FY 2028 with a US master's: level I 35%, level II 58% (you), level III 73%, level IV 82%.",
};

export const regimesChart: Chart = {
	kind: "bars",
	title: "The same person under three rules",
	axis: "Chance of selection",
	unit: "share",
	series: [
		{
			name: "chance",
			points: [
				share("Plain lottery (until FY 2026)", 0.53),
				share("Weighted selection (in effect)", 0.58, { low: 0.49, high: 0.65, marked: true }),
				share("Highest wage first (scenario)", 0.31),
			],
		},
	],
	alt: "Plain lottery 53%, weighted selection 58%, highest wage first 31%.",
};

export const historyChart: Chart = {
	kind: "lines",
	title: "Registrations and selections by fiscal year",
	axis: "People registered and selected",
	unit: "count",
	series: [
		{
			name: "Registrations",
			points: [
				count("FY 2020", null),
				count("FY 2021", 274_237),
				count("FY 2022", 308_613),
				count("FY 2023", 483_927),
				count("FY 2024", 780_884),
				count("FY 2025", 479_953),
				count("FY 2026", 343_981),
				count("FY 2027", 211_600),
			],
		},
		{
			name: "Selected",
			points: [
				count("FY 2020", null),
				count("FY 2021", 124_415),
				count("FY 2022", 131_924),
				count("FY 2023", 127_600),
				count("FY 2024", 188_400),
				count("FY 2025", 135_137),
				count("FY 2026", 120_141),
				count("FY 2027", null),
			],
		},
	],
	alt: "Registrations rose from 274,237 in FY 2021 to 780,884 in FY 2024 and fell to 211,600 in FY 2027.",
};

/** The chance of each number selected, for `people` who each have the chance `p`. */
function binomial(people: number, p: number, marked: number): ChartPoint[] {
	let chance = (1 - p) ** people;
	return Array.from({ length: people + 1 }, (_, k) => {
		if (k > 0) chance *= ((people - k + 1) / k) * (p / (1 - p));
		const text = chance < 0.001 ? "under 0.1%" : `${(chance * 100).toFixed(1)}%`;
		return { label: String(k), value: chance, text, ...(k === marked && { marked: true }) };
	});
}

export const smallPortfolioChart: Chart = {
	kind: "columns",
	title: "How many of your 5 candidates are selected",
	axis: "Chance of each number",
	unit: "share",
	series: [{ name: "chance", points: binomial(5, 0.55, 3) }],
	markedAs: "expected",
	alt: "Of 5 candidates, 3 selected is the likeliest at 33.7%; none 1.8%, all 5.0%.",
};

export const portfolioChart: Chart = {
	...smallPortfolioChart,
	title: "How many of your 40 candidates are selected",
	series: [{ name: "chance", points: binomial(40, 0.46, 18) }],
	alt: "Of 40 candidates, 18 selected is the likeliest; between 14 and 23 in most seasons.",
};

export const backtestChart: Chart = {
	kind: "lines",
	title: "Chance by season: three regimes and what was published",
	axis: "Share of people selected",
	unit: "share",
	series: [0.2, 0.35, 0.5, 0.62].map((base, i) => ({
		name: ["Level I", "Level II", "Level III", "Level IV"][i] as string,
		points: [2024, 2025, 2026, 2027, 2028].map((year, k) =>
			i === 1 && k === 2
				? { label: `FY ${year}`, value: null, text: "not published" }
				: share(`FY ${year}`, base + 0.05 * k, {
						...(k === 4 && { low: base + 0.12, high: base + 0.27 }),
						...(k === 4 && i === 1 && { marked: true }),
					}),
		),
	})),
	alt: "All four levels rise from FY 2024 to FY 2028.",
};

export const groupedChart: Chart = {
	kind: "bars",
	title: "Three regimes for two levels",
	axis: "Chance of selection",
	unit: "share",
	series: [
		{ name: "Plain lottery", points: [share("Level I", 0.53), share("Level IV", 0.53)] },
		{ name: "Weighted", points: [share("Level I", 0.35), share("Level IV", 0.82)] },
		{
			name: "Highest wage first",
			points: [share("Level I", 0), { label: "Level IV", value: null, text: "not published" }],
		},
	],
	alt: "Level I: 53%, 35%, 0%. Level IV: 53%, 82%, not published.",
};

export const yearColumnsChart: Chart = {
	kind: "columns",
	title: "Registrations by fiscal year",
	axis: "Registrations that count",
	unit: "count",
	markedAs: "asked",
	series: [
		{
			name: "Registrations",
			points: (historyChart.series[0]?.points ?? []).map((point) => ({
				...point,
				...(point.label === "FY 2026" && { marked: true }),
			})),
		},
	],
	alt: "Registrations from FY 2020 to FY 2027; 343,981 in FY 2026.",
};

const seasons = (text: string, values: readonly (number | null)[]): ChartPoint[] =>
	values.map((value, i) => ({
		label: String(2005 + i),
		value: value === null ? null : value * 1000,
		text: value === null ? text : `${value},000`,
	}));
const none = Array.from({ length: 9 }, () => null);

/** Many years, the first without a figure, close together. */
export const longHistoryChart: Chart = {
	kind: "lines",
	title: "Cap seasons by fiscal year",
	axis: "registrations (petitions before FY 2021)",
	unit: "count",
	series: [
		{
			name: "Eligible registrations (petitions before FY 2021)",
			points: seasons("no figure", [
				...[...none, 124, 172, 233, 236, 199, 190, null],
				...[269, 301, 474, 758, 470, 343, 211],
			]),
		},
		{
			name: "Selected registrations",
			points: seasons("no figure", [
				...[...none, null, null, null, null, null, null, null],
				...[124, 131, 127, 188, 135, 120, null],
			]),
		},
	],
	alt: "124,000 for FY 2014, at most 758,000 for FY 2024, and 211,000 for FY 2027.",
};

/** A chart of each kind and look, by name. */
export const sampleCharts: [string, Chart][] = [
	["levels", levelChart],
	["regimes", regimesChart],
	["history", historyChart],
	["history-long", longHistoryChart],
	["portfolio-small", smallPortfolioChart],
	["portfolio", portfolioChart],
	["years", yearColumnsChart],
	["four-series", backtestChart],
	["grouped", groupedChart],
];
