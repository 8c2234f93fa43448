import { message, say } from "../../core/say.ts";
import type { Row } from "../../core/answer.ts";
import { type Judged, judgeOffer, type Site } from "../../core/wages/judge.ts";
import { jobKey } from "../../core/wages/occupations.ts";
import { spanOf, wageYearOn, yearBefore } from "../../core/wages/wage-year.ts";
import { aYear } from "../../core/wages/words-of-pay.ts";
import { annualWages } from "../../core/wages/reach.ts";
import type { Core } from "../command.ts";
import { quoted } from "../mistakes.ts";
import { LEVELS } from "../options.ts";
import type { AskedLevel } from "./again.ts";
import { areaLabel } from "./which.ts";

const RULE = "dhs/selection-level";

const WIDER = {
	2: message("the area and its neighbours"),
	3: message("the whole state"),
	4: message("the whole country"),
} as const;

/** Each worksite with its level, when there are several: the lowest counts. */
export function siteRows(judged: Judged): Row[] {
	if (judged.sites.length < 2) return [];
	return [
		{
			label: say("Several worksites"),
			value: say("the lowest level that the pay reaches among them counts"),
			note: say("the figures above are those of {areaName}", {
				areaName: judged.deciding?.place.areaName,
			}),
		},
		...judged.sites.map((site) => ({ label: areaLabel(site.place), value: standing(site) })),
	];
}

/** `level II (at least $119,642 a year)`: where an offer stands at one site. */
function standing({ reach, row }: Site): string {
	if (reach?.belowLevelOne)
		return say("under level I ({wage} a year)", { wage: aYear(reach.annual[0]) });
	if (reach)
		return say("level {level} (at least {wage} a year)", {
			level: LEVELS[reach.level],
			wage: aYear(reach.annual[reach.level] as number),
		});
	const annual = annualWages(row);
	return annual ? annual.map(aYear).join(", ") : say("no four levels published");
}

/** What else decides, or could mislead. */
export function noteRows(core: Core, asked: AskedLevel, judged: Judged): Row[] {
	const site = judged.deciding as Site;
	return [
		...drawRow(core),
		...lineRow(site),
		...belowRow(site),
		...payRows(asked, site),
		...tableRow(asked, judged),
		...widerRow(site),
		yearRow(core, judged),
		...lastYearRow(core, asked, judged),
		figuresRow(site),
		occupationRow(asked),
		...proposalRow(core),
	];
}

/** Before the weighted rule the level had no part in the draw. */
function drawRow(core: Core): Row[] {
	if (!core.facts.has(RULE) || core.facts.on(RULE, core.date).known) return [];
	return [
		{
			label: say("The draw then"),
			value: say("a plain lottery, in which the wage level had no part"),
		},
	];
}

function lineRow({ reach, row }: Site): Row[] {
	if (!reach || reach.onTheLine === null) return [];
	const by = row.per === "hour" ? say("by the hour") : say("by the year");
	return [
		{
			label: say("On the line"),
			value: say(
				"so near to level {onTheLine} that rounding by 2,080 hours decides; the official search and the employer's figures settle it",
				{ onTheLine: LEVELS[reach.onTheLine] },
			),
			note: say("this table is {by}; the exact product was compared", { by }),
		},
	];
}

function belowRow({ reach }: Site): Row[] {
	if (!reach?.belowLevelOne) return [];
	return [
		{
			label: say("Under level I"),
			value: say(
				"the labor condition application must then rest on another legitimate wage source, such as an official determination or another survey: that source is the question",
			),
		},
	];
}

function payRows({ wage }: AskedLevel, { row }: Site): Row[] {
	if (!wage) return [];
	return [
		...(wage.upTo === null
			? []
			: [
					{
						label: say("A range"),
						value: say("its lowest figure counts, and that is what was compared"),
					},
				]),
		...(wage.partTime
			? [
					{
						label: say("Part time"),
						value:
							wage.per === "hour"
								? say("pay by the hour is compared with the hourly wages, whatever the hours")
								: say(
										"a yearly figure was compared as for 2,080 hours; pay by the hour compares rightly",
									),
					},
				]
			: []),
		...(wage.converted
			? [
					{
						label: say("By the year"),
						value: say("counted from pay each {converted}", { converted: say(wage.converted) }),
					},
				]
			: []),
		...(row.per === "year" && wage.per === "hour"
			? [
					{
						label: say("By the hour"),
						value: say("this table is by the year; pay was counted for 2,080 hours"),
					},
				]
			: []),
		{
			label: say("Base pay"),
			value: say("only base pay is compared here; whether a bonus counts is not settled here"),
		},
	];
}

function tableRow(asked: AskedLevel, judged: Judged): Row[] {
	if (asked.table !== "higher-education") return [];
	if (judged.table === "higher-education")
		return [
			{
				label: say("Table"),
				value: say("higher education: colleges, their affiliates and research bodies"),
			},
		];
	return [
		{
			label: say("Table"),
			value: say(
				"we have no higher-education figures yet; these are the all-industries ones, and a college's own differ",
			),
		},
	];
}

function widerRow({ row }: Site): Row[] {
	if (row.geoLevel === null || row.geoLevel === 1) return [];
	return [
		{
			label: say("Wider area"),
			value: say("the figures come from {geoLevel}, not from the area alone", {
				geoLevel: say(WIDER[row.geoLevel]),
			}),
		},
	];
}

function yearRow(core: Core, judged: Judged): Row {
	const now = wageYearOn(core.date);
	const { from, until } = spanOf(judged.year);
	return {
		label: say("Wage year"),
		value:
			judged.year === now
				? say("{year} ({from} to {until}), in force", { year: judged.year, from, until })
				: say("{year} ({from} to {until}); in force is {now}", {
						year: judged.year,
						from,
						until,
						now,
					}),
		note: say("the year of the day of registration or filing counts"),
	};
}

/** How the year before would have answered, where that differs: figures move, and levels with them. */
function lastYearRow(core: Core, asked: AskedLevel, judged: Judged): Row[] {
	if (judged.year !== wageYearOn(core.date)) return [];
	const before = judgeOffer(core.wages, {
		occupation: asked.occupation.code,
		places: judged.sites.map((site) => site.place),
		pay: asked.wage,
		year: yearBefore(judged.year),
		table: judged.table,
	});
	const annual = before.deciding && annualWages(before.deciding.row);
	if (!before.deciding || !annual) return [];
	const { reach } = before.deciding;
	const now = judged.deciding?.reach;
	const isSame = reach?.level === now?.level && reach?.belowLevelOne === now?.belowLevelOne;
	if (reach && isSame) return [];
	const level = reach
		? reach.belowLevelOne
			? say("under level I")
			: say("level {level}", { level: LEVELS[reach.level] })
		: "";
	return [
		{
			label: say("A year ago ({year})", { year: before.year }),
			value: level
				? say("{level} with {wages}", { level, wages: annual.map(aYear).join(", ") })
				: annual.map(aYear).join(", "),
			note: say("for comparison only"),
		},
	];
}

function figuresRow({ file }: Site): Row {
	return {
		label: say("Figures"),
		value: file.importedOn
			? say("{source}, imported {date}", { source: file.source, date: file.importedOn })
			: file.source,
		...(file.caution && { note: file.caution }),
	};
}

function occupationRow({ occupation, occupationTyped }: AskedLevel): Row {
	const isCode = /^\d{2}-?\d{4}/.test(occupationTyped);
	const isTitle = jobKey(occupationTyped) === jobKey(occupation.title);
	return {
		label: say("Occupation"),
		value:
			isCode || isTitle
				? `${occupation.title}, ${occupation.code}`
				: say('{title}, {code}, read from "{typed}"', {
						title: occupation.title,
						code: occupation.code,
						typed: quoted(occupationTyped),
					}),
		note: say("the employer picks the code by the duties"),
	};
}

function proposalRow(core: Core): Row[] {
	if (core.facts.outlookOn("dol/wage-level-proposal", core.date).length === 0) return [];
	return [
		{
			label: say("Only proposed"),
			value: say(
				"a 2026 rule would lift the four levels to about the 34th, 52nd, 70th and 88th percentile of pay; it is not law and nothing here is computed with it",
			),
		},
	];
}
