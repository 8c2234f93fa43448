import { message, say } from "../../core/say.ts";
import { answer } from "../../core/answer.ts";
import { answered, type Result } from "../../core/reply.ts";
import type { Judged, Site } from "../../core/wages/judge.ts";
import { annualCents } from "../../core/wages/reach.ts";
import { aYear, anHour } from "../../core/wages/words-of-pay.ts";
import type { Core } from "../command.ts";
import { type AskedLevel, againAction } from "./again.ts";
import { factsFor } from "./facts.ts";
import { siteRows } from "./rows.ts";
import { areaLabel } from "./which.ts";
import { wageSearch } from "./wrong.ts";

const WHY = {
	"High Wage": message(
		"The Labor Department marks it High Wage and publishes no levels. The release notes of 2025-26 say that it then issues $115.00 an hour ($239,200 a year) as the prevailing wage.",
	),
	"No Leveled Wage": message("The Labor Department publishes an average only, without levels."),
	"No ACWIA": message("The Labor Department publishes no higher-education wage for it."),
} as const;

/** A row without four levels: there is nothing to compare with, and the card says so. */
export function noLevelsCard(core: Core, asked: AskedLevel, judged: Judged): Result {
	const { place, row, file } = judged.deciding as Site;
	const facts = factsFor(core, asked, judged);
	const average = row.average === null ? null : annualCents(row.average, row.per);
	return {
		...answered(
			answer({
				title: say("Wage level, {year}: {title}, {place}", {
					year: judged.year,
					title: asked.occupation.title,
					place: areaLabel(place),
				}),
				lead: say(
					"There are no four wage levels for {title} in {areaName} in wage year {year}, so no level can be told from the pay.",
					{ title: asked.occupation.title, areaName: place.areaName, year: judged.year },
				),
				rows: [
					...(row.label ? [{ label: say("Why"), value: say(WHY[row.label]) }] : []),
					...(average === null
						? []
						: [
								{
									label: say("Average"),
									value: say("{year} a year, {hour} an hour", {
										year: aYear(average),
										hour: anHour(average),
									}),
								},
							]),
					...siteRows(judged),
					{
						label: say("In the draw"),
						value: say(
							"without published figures the level is the one that fits what the position requires, whatever the pay",
						),
					},
					{
						label: say("Figures"),
						value: file.source,
						...(file.caution && { note: file.caution }),
					},
				],
				from: facts.from,
				mentions: facts.mentions,
				buttons: [
					{
						label: say("Jobs without figures"),
						do: { command: "ask", input: { question: "#dhs/selection-level-no-oews" } },
					},
					wageSearch(),
				],
			}),
			{
				level: null,
				wages: null,
				nextLevelWage: null,
				wageYear: judged.year,
				occupation: asked.occupation.code,
				areas: judged.sites.map((site) => site.place.area),
				average: average === null ? null : average / 100,
			},
		),
		...againAction(core, asked, judged, undefined),
	};
}
