import { judgeOffer } from "../core/wages/judge.ts";
import { wageYearOn, yearBefore } from "../core/wages/wage-year.ts";
import { command, withAsOf } from "./command.ts";
import type { AskedLevel } from "./level/again.ts";
import { levelCard } from "./level/card.ts";
import { completeOffer } from "./level/complete.ts";
import { lastYearCard, notLoadedCard } from "./level/not-loaded.ts";
import { area, employer, occupation, wage, wageYear } from "./level/options.ts";
import { resolveOffer } from "./level/resolve.ts";
import { readOfferWords } from "./level/words.ts";
import { level as levelOption } from "./options.ts";

export const level = command({
	name: "level",
	summary:
		"The wage level an offer reaches for an occupation and area, and what the next one takes",
	examples: [
		"/level 145k software engineer austin",
		"/level wage:70/hr occupation:15-1252 area:12420",
	],
	options: withAsOf({
		wage: wage.optional(),
		occupation: occupation.optional(),
		area: area.optional(),
		wageYear: wageYear.optional(),
		employer: employer.optional(),
		level: levelOption.optional(),
	}),
	readsWords: readOfferWords,
	complete: completeOffer,
	run(core, input) {
		const read = resolveOffer(core, input);
		if ("result" in read) return read.result;
		const { offer } = read;
		const table = input.employer === "higher-education" ? "higher-education" : "all-industries";
		const asked: AskedLevel = {
			wage: offer.wage,
			occupation: offer.occupation,
			occupationTyped: input.occupation ?? "",
			level: input.level,
			wageYear: input.wageYear,
			table,
		};
		const year = input.wageYear ?? wageYearOn(core.date);
		const judge = (of: typeof year) =>
			judgeOffer(core.wages, {
				occupation: offer.occupation.code,
				places: offer.places,
				pay: offer.wage,
				year: of,
				table,
			});
		const judged = judge(year);
		if (judged.deciding) return levelCard(core, asked, judged);
		const before = input.wageYear ? null : judge(yearBefore(year));
		if (before?.deciding) return lastYearCard(core, asked, year, before);
		return notLoadedCard(core, asked, judged);
	},
});
