import { answer } from "../core/answer.ts";
import { type PlainDate, plainDate } from "../core/dates.ts";
import { invalid, type Result } from "../core/reply.ts";
import { say } from "../core/say.ts";
import { quoted } from "./mistakes.ts";

const SLASHED = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(20\d{2}|\d{2})(?![\d/]|[.-]\d)/g;

/** A text whose days like `9/21/2026` are written as `2026-09-21`, or the first that may be two days. */
export type SlashDates = { text: string } | { typed: string; days: [PlainDate, PlainDate] };

/** Months come first in some countries, days in others: `6/8/2026` is asked about, `9/21/2026` is not. */
export function readSlashDates(text: string): SlashDates {
	let unclear: { typed: string; days: [PlainDate, PlainDate] } | undefined;
	const read = text.replace(SLASHED, (typed: string, a: string, _mark, b: string, year: string) => {
		const of = (month: string, day: string) =>
			plainDate(`${year.padStart(4, "20")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
		const [monthFirst, dayFirst] = [of(a, b), of(b, a)];
		if (monthFirst && dayFirst && monthFirst !== dayFirst)
			unclear ??= { typed, days: [monthFirst, dayFirst] };
		return monthFirst ?? dayFirst ?? typed;
	});
	return unclear ?? { text: read };
}

/** Asks which of two days was meant. */
export function whichDay({ typed, days }: { typed: string; days: [PlainDate, PlainDate] }): Result {
	return invalid(
		answer({
			title: say("What to type: the day"),
			lead: say('"{typed}" can be two days. Type it again with {one} or {other}.', {
				typed: quoted(typed),
				// As it must be typed, not as the language writes days.
				one: `"${days[0]}"`,
				other: `"${days[1]}"`,
			}),
		}),
	);
}
