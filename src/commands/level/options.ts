import { z } from "zod";
import { readWage, wageText } from "../../core/wages/read-wage.ts";
import { readWageYear, type WageYear } from "../../core/wages/wage-year.ts";
import {
	fold,
	LEVELS,
	type Level,
	level,
	type OptionMeta,
	option,
	optionMeta,
} from "../options.ts";

/** Kept as the shortest text that reads back to the same: `145000`, `70.5/hour`, `140000-160000`. */
export const wage = option(
	z
		.string()
		.trim()
		.min(1)
		.max(80)
		.describe("Base pay offered, such as 145k or 70/hr. Stays private"),
	{
		label: "Wage",
		bare: false,
		isPrivate: true,
		takesWords: true,
		read: (words) => {
			const found = readWage(words);
			return typeof found === "string" ? undefined : wageText(found);
		},
		hint: "Type the base pay in US dollars, such as 145k, 145,000 or 70/hr.",
	},
);

const words = (text: string): string | undefined => text.trim() || undefined;

export const occupation = option(
	z
		.string()
		.trim()
		.min(2)
		.max(120)
		.describe("Job or occupation code, such as software engineer or 15-1252"),
	{
		label: "Occupation",
		bare: false,
		completes: true,
		takesWords: true,
		read: words,
		hint: "Type the job, such as software engineer, or an occupation code, such as 15-1252.",
	},
);

export const area = option(
	z
		.string()
		.trim()
		.min(2)
		.max(200)
		.describe("City, county or area code of the worksite; several with ; between"),
	{
		label: "Area",
		bare: false,
		completes: true,
		takesWords: true,
		repeats: true,
		read: words,
		hint: "Type the city or county of the worksite, such as Austin, TX, or an area code, such as 12420.",
	},
);

export const wageYear = option(
	z
		.string()
		.transform((text, ctx): WageYear => {
			const year = readWageYear(text);
			if (year) return year;
			ctx.addIssue({ code: "custom", message: "not a wage year" });
			return z.NEVER;
		})
		.describe("Wage year, July to June, such as 2026-27"),
	{
		label: "Wage year",
		bare: true,
		read: readWageYear,
		hint: "Type a wage year such as 2026-27: it runs from July to June.",
		completes: true,
	},
);

export const EMPLOYERS = ["most", "higher-education"] as const;
const HIGHER = [
	"higher education",
	"university",
	"college",
	"acwia",
	"research institute",
	"nonprofit research",
	"government research",
	"university hospital",
];

export const employer = option(
	z.enum(EMPLOYERS).describe("A college, its affiliate or a research body has a table of its own"),
	{
		label: "Employer",
		bare: true,
		read: (typed) => {
			const text = fold(typed);
			if (text === "higher-education" || HIGHER.includes(text)) return "higher-education";
			return ["most", "company", "private", "other"].includes(text) ? "most" : undefined;
		},
		names: { most: "Most employers", "higher-education": "College, affiliate or research body" },
		hint: "Type most, or higher-education (a college, its affiliated nonprofit, or a research body).",
	},
);

/** What a shared card carries in place of the wage. */
export const reached = option(
	z.enum(LEVELS).describe("Level that the offer reaches, for a card without the pay"),
	{ ...(optionMeta(level) as OptionMeta<Level>), bare: false },
);
