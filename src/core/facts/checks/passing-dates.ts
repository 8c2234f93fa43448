import type { Check } from "../check.ts";

/** Words that are true before a day and false after it. */
const AHEAD =
	/\b(?:runs? (?:to|until)|closes?|is open|are open|will|expires?|takes? effect|begins|starts|is due|are due|is to|are to)\b[^.;]{0,40}?\b20\d{2}-\d{2}(?:-\d{2})?/i;

/**
 * What a fact says now still reads true after the days it names: "Comment period: to 2026-11-09", never
 * "comments run to 2026-11-09". A state with a last day has `until`, and is shown as expired after it.
 */
export const noPassingDates: Check = {
	name: "passing-dates",
	run: (facts) =>
		facts
			.filter((fact) => fact.kind === "rule")
			.flatMap((fact) => {
				const last = fact.values.at(-1);
				const texts = [
					...(last && !last.until ? [last.statement] : []),
					...fact.outlook.map((entry) => entry.statement),
					fact.misread ?? "",
					fact.note ?? "",
				];
				return texts.flatMap((text) => {
					const ahead = AHEAD.exec(text)?.[0];
					return ahead
						? [
								`${fact.id}: "${ahead}" turns false when the day has passed: name the period instead`,
							]
						: [];
				});
			}),
};
