import { say } from "../../core/say.ts";
import { type Answer, answer, type Row } from "../../core/answer.ts";
import { answered, type Result } from "../../core/reply.ts";
import type { Judged, Site } from "../../core/wages/judge.ts";
import { annualWages } from "../../core/wages/reach.ts";
import { HOURS_A_YEAR } from "../../core/wages/wages.ts";
import { wageYearOn } from "../../core/wages/wage-year.ts";
import {
	aYear,
	anHour,
	missingAYear,
	missingPay,
	payWords,
} from "../../core/wages/words-of-pay.ts";
import type { Core } from "../command.ts";
import { LEVELS, type Level } from "../options.ts";
import { againAction, type AskedLevel } from "./again.ts";
import { factsFor } from "./facts.ts";
import { noLevelsCard } from "./no-levels.ts";
import { noteRows, siteRows } from "./rows.ts";
import { areaLabel } from "./which.ts";
import { wageSearch } from "./wrong.ts";

/** The figures of a wage year, and where the offer stands in them. Every site is held. */
export function levelCard(core: Core, asked: AskedLevel, judged: Judged): Result {
	const site = judged.deciding as Site;
	const annual = annualWages(site.row);
	if (annual === null) return noLevelsCard(core, asked, judged);
	const { reach } = site;
	const level = reach ? (LEVELS[reach.level] as Level) : asked.level;
	const next = reach ? annual[reach.level + 1] : undefined;
	const facts = factsFor(core, asked, judged);
	return {
		...answered(
			answer({
				title: titleOf(asked, judged),
				lead: leadOf(core, asked, judged),
				rows: [...wageRows(site, level), ...siteRows(judged), ...noteRows(core, asked, judged)],
				from: facts.from,
				mentions: facts.mentions,
				buttons: buttonsOf(core, judged, level),
			}),
			{
				level: level ?? null,
				wages: annual.map((cents) => cents / 100),
				nextLevelWage: next === undefined ? null : next / 100,
				wageYear: judged.year,
				hourly: hourlyDollars(site),
				occupation: asked.occupation.code,
				areas: judged.sites.map((s) => s.place.area),
				...(reach && {
					belowLevelOne: reach.belowLevelOne,
					onTheLine: reach.onTheLine === null ? null : LEVELS[reach.onTheLine],
					toNext: reach.toNext === null ? null : reach.toNext / 100,
				}),
				...(judged.sites.length > 1 && { worksites: worksiteValues(judged) }),
			},
		),
		...againAction(core, asked, judged, level),
	};
}

function titleOf({ occupation }: AskedLevel, judged: Judged): string {
	const where =
		judged.sites.length === 1
			? areaLabel((judged.sites[0] as Site).place)
			: say("{count} worksites", { count: judged.sites.length });
	return say("Wage level, {year}: {title}, {place}", {
		year: judged.year,
		title: occupation.title,
		place: where,
	});
}

function leadOf(core: Core, asked: AskedLevel, judged: Judged): string {
	const site = judged.deciding as Site;
	const { reach } = site;
	const inForce = judged.year === wageYearOn(core.date);
	const when = inForce
		? say("wage year {year}", { year: judged.year })
		: say("wage year {year}, which is not in force", { year: judged.year });
	if (!reach || !asked.wage) {
		return asked.level
			? say("The offer reaches level {level} in {when}.", { level: asked.level, when })
			: say(
					"The four wages for this occupation and area in {when}. Add the pay to see the level it reaches.",
					{ when },
				);
	}
	const pay = payWords(asked.wage.cents, asked.wage.per);
	const several =
		judged.sites.length > 1
			? say(", the lowest of {count} worksites: {place}", {
					count: judged.sites.length,
					place: site.place.areaName,
				})
			: "";
	if (reach.belowLevelOne) {
		const isWeighted = core.facts.on("dhs/selection-level", core.date).known;
		const entered = isWeighted ? ` ${say("In the draw such an offer is entered as level I.")}` : "";
		const under = say("{pay} is {missing} a year under the level I wage ({when}){several}.", {
			pay,
			missing: missingAYear(reach.annual[0] - reach.offered),
			when,
			several,
		});
		return `${under}${entered}`;
	}
	return say("{pay} reaches level {level} ({when}){several}.", {
		pay,
		level: LEVELS[reach.level],
		when,
		several,
	});
}

/** The four wages, with a word beside the level reached and the distance to the next. */
function wageRows(site: Site, level: Level | undefined): Row[] {
	const annual = annualWages(site.row) ?? [];
	const { reach } = site;
	return annual.map((cents, i) => {
		const note = reach ? noteOf(i, reach) : LEVELS[i] === level ? say("reached") : undefined;
		return {
			label: say("Level {level}", { level: LEVELS[i] }),
			value: say("{year} a year, {hour} an hour", {
				year: aYear(cents),
				hour: anHour(cents),
			}),
			...(note && { note }),
		};
	});
}

function noteOf(i: number, reach: NonNullable<Site["reach"]>): string | undefined {
	const next = reach.belowLevelOne ? 0 : reach.level + 1;
	if (i === reach.level && !reach.belowLevelOne) return say("reached");
	if (i !== next || reach.toNext === null) return undefined;
	return say("{missing} more", { missing: missingPay(reach.toNext) });
}

function buttonsOf(core: Core, judged: Judged, level: Level | undefined): Answer["buttons"] {
	// Last year's level never feeds the odds unsaid.
	const feedsOdds = level && judged.year === wageYearOn(core.date);
	return [
		...(feedsOdds
			? [
					{
						label: say("Odds at level {level}", { level }),
						do: { command: "odds", input: { level } },
					},
				]
			: []),
		{
			label: say("How the level is found"),
			do: { command: "ask", input: { question: "#dhs/selection-level" } },
		},
		wageSearch(),
	];
}

function hourlyDollars({ row }: Site): number[] {
	const hours = row.per === "hour" ? 1 : HOURS_A_YEAR;
	return (row.levels ?? []).map((cents) => cents / 100 / hours);
}

function worksiteValues(judged: Judged) {
	return judged.sites.map((s) => ({
		area: s.place.area,
		level: s.reach ? LEVELS[s.reach.level] : null,
		wages: annualWages(s.row)?.map((cents) => cents / 100) ?? null,
	}));
}
