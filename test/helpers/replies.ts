import { answer, type Chart } from "../../src/core/answer.ts";
import { day } from "../../src/core/dates.ts";
import type { Reply } from "../../src/core/reply.ts";
import { levelChart } from "./charts.ts";
import { quoted } from "../../src/commands/mistakes.ts";

const base: Reply = {
	outcome: "answered",
	command: "cap",
	input: {},
	values: {},
	again: { command: "cap", input: { "fiscal-year": 2027 } },
	answer: {
		...answer({
			title: "The annual cap",
			lead: "The law allows 65,000 new people a year, and 20,000 more with a US master's or higher.",
			rows: [
				{ label: "Regular cap", value: "65,000", note: "6,800 of them set aside & kept < 1 year" },
				{ label: "US master's exemption", value: "20,000" },
			],
			buttons: [
				{ label: "Who is exempt?", do: { command: "policy", input: { topic: "cap-exempt" } } },
				{ label: "Wage search", open: "https://flag.dol.gov/wage-data/wage-search" },
			],
		}),
		status: "in-effect",
		asOf: day("2026-10-07"),
		notCheckedSince: day("2026-10-07"),
		sources: [
			{
				label: "INA 214(g)(1)(A)(vii)",
				url: "https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title8-section1184&num=0&edition=prelim",
				published: null,
			},
			{
				label: "91 FR 1059",
				url: "https://www.govinfo.gov/content/pkg/FR-2026-01-12/html/2026-00321.htm",
				published: day("2026-01-12"),
			},
		],
		facts: ["congress/regular-cap"],
	},
};

/** One reply of each outcome and each part an answer can have. */
export function sampleReplies(): [string, Reply][] {
	return [
		["an answered card", base],
		[
			"a card for a past day",
			{ ...base, answer: { ...base.answer, askedFor: day("2025-06-01"), status: "blocked" } },
		],
		[
			"a card with choices",
			{
				...base,
				outcome: "choices",
				answer: {
					...base.answer,
					buttons: [],
					choices: Array.from({ length: 4 }, (_, i) => ({
						label: `Level ${["I", "II", "III", "IV"][i]}`,
						note: "entered more often",
						do: { command: "odds", input: { level: ["I", "II", "III", "IV"][i] as string } },
					})),
				},
			},
		],
		["a card with a chart", replyWithChart(levelChart)],
		[
			"a card without sources",
			{
				...base,
				outcome: "invalid",
				again: null,
				answer: {
					...base.answer,
					sources: [],
					asOf: null,
					status: null,
					notCheckedSince: null,
					buttons: [],
				},
			},
		],
		[
			"a card with twenty rows and twelve sources",
			{
				...base,
				answer: {
					...base.answer,
					rows: Array.from({ length: 20 }, (_, i) => ({
						label: `FY ${2007 + i}`,
						value: `${1000 * i} selected`,
						note: "two rounds",
					})),
					sources: Array.from({ length: 12 }, (_, i) => ({
						label: `Source ${i}`,
						url: `https://www.uscis.gov/page-${i}`,
						published: null,
					})),
				},
			},
		],
	];
}

export function replyWithChart(chart: Chart): Reply {
	return { ...base, answer: { ...base.answer, chart } };
}

/** A chart whose every word is what somebody typed. */
export function replyWithTypedChart(kind: Chart["kind"], typed: string): Reply {
	const point = { label: typed, value: 0.4, text: typed, low: 0.1, high: 0.6, marked: true };
	return replyWithChart({
		kind,
		title: typed,
		axis: typed,
		unit: "share",
		alt: typed,
		series: [{ name: typed, points: [point, { label: `${typed} 2`, value: null, text: typed }] }],
	});
}

/** A card that repeats what somebody typed, wherever a card may repeat it. */
export function replyWith(typed: string, rows = 1): Reply {
	const shown = quoted(typed);
	return {
		...base,
		outcome: "invalid",
		answer: {
			...base.answer,
			title: `About ${shown}`,
			lead: `"${shown}" is not an option.`,
			rows: Array.from({ length: rows }, (_, i) => ({
				label: `Not understood ${i}`,
				value: `"${quoted(typed, 300)}"`,
				note: shown,
			})),
		},
	};
}
