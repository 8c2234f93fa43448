import type { Check } from "../check.ts";

const MARKUP = /\*\*|__|\]\(|<\/?[a-z][^>]*>|^#+ |`/m;

/** Facts are words; each platform adds its own looks. */
export const noMarkup: Check = {
	name: "no-markup",
	run: (facts) =>
		facts.flatMap((fact) =>
			[
				fact.title,
				fact.note ?? "",
				fact.misread ?? "",
				...[...fact.values, ...fact.outlook].map((entry) => entry.statement),
				...fact.events.map((event) => event.text),
			]
				.filter((text) => MARKUP.test(text) || /\bhttps?:\/\//.test(text))
				.map((text) => `${fact.id}: markup or an address inside words: ${text.slice(0, 60)}`),
		),
};
