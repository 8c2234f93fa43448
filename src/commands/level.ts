import { command, withAsOf } from "./command.ts";
import { levelCard } from "./level/card.ts";
import { completeOffer } from "./level/complete.ts";
import { area, employer, occupation, reached, wage, wageYear } from "./level/options.ts";
import { weighOffer } from "./level/weigh.ts";
import { readOfferWords } from "./level/words.ts";

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
		level: reached.optional(),
	}),
	readsWords: readOfferWords,
	complete: completeOffer,
	run(core, input) {
		const weighed = weighOffer(core, input, { level: input.level });
		return "result" in weighed ? weighed.result : levelCard(core, weighed.asked, weighed.judged);
	},
});
