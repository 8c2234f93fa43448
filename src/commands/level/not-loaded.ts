import { answer, type Row } from "../../core/answer.ts";
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
import { WAGE_SEARCH } from "./wrong.ts";

const IMPORT: Row = {
	label: "For the operator",
	value: "npm run wages -- download brings the official file of the year, and all areas with it",
};

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
		before.sites.length === 1 ? areaLabel(site.place) : `${before.sites.length} worksites`;
	const then =
		reach && asked.wage
			? ` With last year's (${before.year}), ${payWords(asked.wage.cents, asked.wage.per)} ${reach.belowLevelOne ? "was under level I" : `reached level ${level}`}; that does not decide now.`
			: ` Last year's (${before.year}) are below; they do not decide now.`;
	return {
		...answered(
			answer({
				title: `Wage level, ${year} not loaded: ${asked.occupation.title}, ${where}`,
				lead: `The figures of the wage year in force, ${year}, are not loaded for this occupation and area.${then}`,
				rows: [
					...(annual ?? []).map((cents, i) => ({
						label: `Level ${LEVELS[i]}, ${before.year}`,
						value: `${aYear(cents)} a year, ${anHour(cents)} an hour`,
						...(reach && !reach.belowLevelOne && reach.level === i && { note: "reached then" }),
					})),
					...siteRows(before),
					{
						label: "How far that is off",
						value:
							"of the software developer wages, three in four rose by up to 8 percent from 2025-26 to 2026-27, and some fell",
					},
					{ label: "Figures", value: site.file.source },
					{ label: "This year's", value: "the official wage search has them" },
					IMPORT,
					{
						label: "Occupation",
						value: `${asked.occupation.title}, ${asked.occupation.code}`,
						note: "the employer picks the code by the duties",
					},
				],
				from: facts.from,
				buttons: [
					WAGE_SEARCH,
					{
						label: "How the level is found",
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
	const where = judged.missing.map((place) => place.areaName).join(" and ");
	return {
		...notCovered(
			answer({
				title: `Wage level, ${judged.year}: ${asked.occupation.title}`,
				lead: `The ${judged.year} figures for ${asked.occupation.title} (${asked.occupation.code}) in ${where} are not loaded here.`,
				rows: [
					{ label: "Look", value: "the official wage search has every occupation and area" },
					IMPORT,
					{ label: "Loaded", value: wageYears(core) || "nothing" },
				],
				from: factsFor(core, asked, judged).from.slice(-1),
				buttons: [WAGE_SEARCH],
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
