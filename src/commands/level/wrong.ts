import { message, say } from "../../core/say.ts";
import { answer } from "../../core/answer.ts";
import { invalid, type Result } from "../../core/reply.ts";
import { oddDollars, type WageProblem } from "../../core/wages/read-wage.ts";
import { quoted } from "../mistakes.ts";

/** The official look-up, for whatever is not held here. */
export const WAGE_SEARCH = "https://flag.dol.gov/wage-data/wage-search";
export const wageSearch = () => ({ label: say("Official wage search"), open: WAGE_SEARCH });

const tryRow = () => ({
	label: say("Try"),
	value:
		"/level 145k software engineer austin   or   /level wage:70/hr occupation:15-1252 area:12420",
});

const PROBLEMS: Record<WageProblem, string> = {
	"not-a-wage": message("Type the base pay in US dollars, such as 145k, 145,000 or 70/hr."),
	negative: message("A wage can't be negative. Type the base pay, such as 145k or 70/hr."),
	zero: message("A wage can't be zero. Type the base pay, such as 145k or 70/hr."),
	absurd: message(
		"That is over 10 million dollars a year. Type the base pay, such as 145k or 70/hr.",
	),
	foreign: message(
		"Wage levels compare pay in US dollars at a worksite in the United States. Type the US pay, such as 145k.",
	),
	"no-unit": message(
		"By the year or by the hour? Type 145k or 145,000 for a year, 70/hr for an hour.",
	),
	"odd-number": message(
		"That number can be read in more than one way. Type the base pay in digits alone, such as 120000, or as 120k.",
	),
	lakh: message(
		"A lakh is 100,000. Wage levels compare pay in US dollars: type the US pay in digits alone, such as 120000.",
	),
	"range-upside-down": message(
		"The range runs from high to low. Type the lowest figure first, such as 140k-160k.",
	),
};

/** `typed`: as it was typed; the card may repeat its amount, so it is the asker's alone. */
export function wrongWage(problem: WageProblem, typed: string): Result {
	const dollars = problem === "odd-number" ? oddDollars(typed) : null;
	return {
		...invalid(
			answer({
				title: say("What to type: the wage"),
				lead:
					dollars === null
						? say(PROBLEMS[problem])
						: say(
								"Do you mean {pay} a year? Then type {digits}, without commas, points or spaces.",
								{
									pay: `$${dollars.toLocaleString("en-US")}`,
									digits: String(dollars),
								},
							),
				rows: [tryRow()],
			}),
		),
		again: null,
		isPrivate: true,
	};
}

export function wrongOccupation(typed: string): Result {
	return invalid(
		answer({
			title: say("What to type: the occupation"),
			lead: say('No occupation of the Labor Department\'s list fits "{typed}".', {
				typed: quoted(typed),
			}),
			rows: [
				{
					label: say("Type"),
					value: say(
						"the work in a few words, such as software engineer or accountant, or the occupation code of the offer, such as 15-1252.",
					),
				},
				tryRow(),
			],
			buttons: [wageSearch()],
		}),
	);
}

export function wrongArea(typed: string, isZip: boolean): Result {
	return invalid(
		answer({
			title: say("What to type: the area"),
			lead: isZip
				? say(
						'"{typed}" looks like a ZIP code, and wage areas are made of counties. Give the county or the city of the worksite.',
						{ typed: quoted(typed) },
					)
				: say('No area fits "{typed}".', { typed: quoted(typed) }),
			rows: [
				{
					label: say("Type"),
					value: say(
						"the city or county where the work is done, with its state, such as Austin, TX or Travis County, TX. For remote work that is the place where the person works.",
					),
				},
				tryRow(),
			],
			buttons: [wageSearch()],
		}),
	);
}
