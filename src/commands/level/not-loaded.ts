import { say } from "../../core/say.ts";
import { answer } from "../../core/answer.ts";
import { answered, notCovered, type Result } from "../../core/reply.ts";
import type { Judged, Site } from "../../core/wages/judge.ts";
import { annualWages } from "../../core/wages/reach.ts";
import type { WageYear } from "../../core/wages/wage-year.ts";
import { aYear, anHour, payWords } from "../../core/wages/words-of-pay.ts";
import type { Core } from "../command.ts";
import { LEVELS } from "../options.ts";
import { type AskedLevel, againAction } from "./again.ts";
import { factsFor } from "./facts.ts";
import { siteRows } from "./rows.ts";
import { wageYears } from "./wage-years.ts";
import { areaLabel } from "./which.ts";
import { WAGE_SEARCH, wageSearch } from "./wrong.ts";

/** This year's figures are not held, last year's are: shown with their year, and they do not decide. */
export function lastYearCard(
	core: Core,
	asked: AskedLevel,
	year: WageYear,
	before: Judged,
): Result {
	const site = before.deciding as Site;
	const annual = annualWages(site.row);
	const { reach } = site;
	const facts = factsFor(core, asked, before);
	const level = reach ? (LEVELS[reach.level] ?? null) : null;
	const where =
		before.sites.length === 1
			? areaLabel(site.place)
			: say("{count} worksites", { count: before.sites.length });
	const then =
		reach && asked.wage
			? reach.belowLevelOne
				? say("With last year's ({year}), {pay} was under level I; that does not decide now.", {
						year: before.year,
						pay: payWords(asked.wage.cents, asked.wage.per),
					})
				: say("With last year's ({year}), {pay} reached level {level}; that does not decide now.", {
						year: before.year,
						pay: payWords(asked.wage.cents, asked.wage.per),
						level: level ?? "",
					})
			: say("Last year's ({year}) are below; they do not decide now.", { year: before.year });
	return {
		...answered(
			answer({
				title: say("Wage level, no {year} figures yet: {title}, {where}", {
					year,
					title: asked.occupation.title,
					where,
				}),
				lead: say(
					"We have no wage figures of {year}, the year in force, for this job in this area yet. {then}",
					{ year, then },
				),
				rows: [
					...(annual ?? []).map((cents, i) => ({
						label: say("Level {level}, {year}", { level: LEVELS[i], year: before.year }),
						value: say("{year} a year, {hour} an hour", {
							year: aYear(cents),
							hour: anHour(cents),
						}),
						...(reach &&
							!reach.belowLevelOne &&
							reach.level === i && { note: say("reached then") }),
					})),
					...siteRows(before),
					{
						label: say("How far that is off"),
						value: say(
							"of the software developer wages, three in four rose by up to 8 percent from 2025-26 to 2026-27, and some fell",
						),
					},
					{ label: say("Figures"), value: site.file.source },
					{
						label: say("This year's"),
						value: say("look them up in the Labor Department's wage search: {address}", {
							address: WAGE_SEARCH.replace("https://", ""),
						}),
					},
					{
						label: say("Occupation"),
						value: `${asked.occupation.title}, ${asked.occupation.code}`,
						note: say("the employer picks the code by the duties"),
					},
				],
				from: facts.from,
				buttons: [
					wageSearch(),
					{
						label: say("How the level is found"),
						do: { command: "ask", input: { question: "#dhs/selection-level" } },
					},
				],
			}),
			{
				level: null,
				wages: null,
				nextLevelWage: null,
				wageYear: year,
				occupation: asked.occupation.code,
				areas: before.sites.map((s) => s.place.area),
				lastYear: {
					wageYear: before.year,
					level,
					wages: annual?.map((cents) => cents / 100) ?? null,
					nextLevelWage:
						reach && annual ? (annual[reach.level + 1] ?? Number.NaN) / 100 || null : null,
				},
			},
		),
		...againAction(core, { ...asked, wageYear: undefined }, before, undefined),
	};
}

/** Neither year is held here. */
export function notLoadedCard(core: Core, asked: AskedLevel, judged: Judged): Result {
	const where = judged.missing.map((place) => place.areaName).join(say(" and "));
	return {
		...notCovered(
			answer({
				title: say("Wage level, {year}: {title}", {
					year: judged.year,
					title: asked.occupation.title,
				}),
				lead: say("We have no {year} wage figures for {title} ({code}) in {where} yet.", {
					year: judged.year,
					title: asked.occupation.title,
					code: asked.occupation.code,
					where,
				}),
				rows: [
					{
						label: say("Look them up"),
						value: say(
							"the Labor Department's wage search has every occupation and area: {address}",
							{ address: WAGE_SEARCH.replace("https://", "") },
						),
					},
					...(wageYears(core)
						? [{ label: say("Wage years we have for other places"), value: wageYears(core) }]
						: []),
				],
				from: factsFor(core, asked, judged).from.slice(-1),
				buttons: [wageSearch()],
			}),
			{
				level: null,
				wages: null,
				nextLevelWage: null,
				wageYear: judged.year,
				occupation: asked.occupation.code,
				areas: [...judged.sites.map((s) => s.place.area), ...judged.missing.map((p) => p.area)],
			},
		),
		again: null,
		...(asked.wage && { isPrivate: true }),
	};
}
