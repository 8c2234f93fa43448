import { z } from "zod";
import { type PlainDate, plainDate } from "../core/dates.ts";

/** How an option reads and presents itself, beside its zod schema. */
export interface OptionMeta<T> {
	/** What people call it: "Wage level". */
	label: string;
	/** Reads one or more typed words; undefined when they are not this option. */
	read(words: string): T | undefined;
	/** May stand in a text command without its name. */
	bare: boolean;
	/** Shown names of the values, in order. */
	names?: Record<string, string>;
	/** What to type, shown when the value is wrong: "Type I, II, III or IV." */
	hint: string;
	/** Suggestions come from the desk as the user types. */
	completes?: boolean;
	/** Never leaves the asker's own card: not in a button, a Share, a log. */
	isPrivate?: boolean;
	/** In a text command, `name:` takes the words after it too: `area:new york`. */
	takesWords?: boolean;
	/** May be given several times in a text command; joined with `; `. */
	repeats?: boolean;
}

const metaOf = new WeakMap<z.ZodType, OptionMeta<unknown>>();

/** A zod schema with its reader and words; `optional()` and `default()` keep them. */
export function option<S extends z.ZodType>(
	schema: S,
	meta: OptionMeta<z.output<S> | z.input<S>>,
): S {
	metaOf.set(schema, meta as OptionMeta<unknown>);
	return schema;
}

/** The words of an option, looking through `optional` and `default`. */
export function optionMeta(schema: z.ZodType): OptionMeta<unknown> {
	let inner: z.ZodType = schema;
	while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) {
		inner = inner.unwrap() as z.ZodType;
	}
	const meta = metaOf.get(inner);
	if (!meta) throw new TypeError("an option was declared without its words");
	return meta;
}

/** The quotes, dashes, colons and spaces that phones and editors put in, as the keys that people pressed. */
export function straight(text: string): string {
	return text
		.replace(/[‘’‛′]/g, "'")
		.replace(/[“”„‟″«»]/g, '"')
		.replace(/[‐‑‒–—―−﹘﹣－]/g, "-")
		.replace(/[：﹕]/g, ":")
		.replace(/[＝﹦]/g, "=")
		.replace(/[\u00ad\u200b\u200d\u2060\ufeff]/g, "")
		.replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " ");
}

/** Case, width and spacing as typed by people, folded to one form. */
export function fold(text: string): string {
	return straight(text.normalize("NFKC")).replace(/\s+/g, " ").trim().toLowerCase();
}

/** Reads one of a table's values by any of its spellings. */
export function oneOf<T extends string>(spellings: Record<T, readonly string[]>) {
	const table = new Map<string, T>();
	for (const [value, words] of Object.entries(spellings) as [T, readonly string[]][]) {
		table.set(value.toLowerCase(), value);
		for (const word of words) table.set(word, value);
	}
	return (words: string): T | undefined => table.get(fold(words));
}

const flag = (...words: string[]) => {
	const yes = new Set(words);
	return (typed: string): boolean | undefined => {
		const text = fold(typed);
		if (yes.has(text) || text === "yes" || text === "true" || text === "y") return true;
		if (text === "no" || text === "false" || text === "n") return false;
		return undefined;
	};
};

export const LEVELS = ["I", "II", "III", "IV"] as const;
export type Level = (typeof LEVELS)[number];

export const level = option(z.enum(LEVELS).describe("Wage level that the offer reaches"), {
	label: "Wage level",
	bare: true,
	read: oneOf<Level>({
		// Pay below the level I figure counts as level I: 8 CFR 214.2(h)(8)(iii)(A)(4)(i).
		I: [
			...["1", "level 1", "level i", "l1", "lvl 1", "level one", "level-1", "level1"],
			...["below level 1", "below level i", "under level 1", "under level i", "below 1"],
		],
		II: ["2", "level 2", "level ii", "l2", "lvl 2", "level two", "level-2", "level2"],
		III: ["3", "level 3", "level iii", "l3", "lvl 3", "level three", "level-3", "level3"],
		IV: ["4", "level 4", "level iv", "l4", "lvl 4", "level four", "level-4", "level4"],
	}),
	names: { I: "Level I", II: "Level II", III: "Level III", IV: "Level IV" },
	hint: "There are four wage levels. Type I, II, III or IV (I is the lowest).",
});

export const DEGREES = ["us-masters", "none"] as const;
export type Degree = (typeof DEGREES)[number];

export const degree = option(z.enum(DEGREES).describe("US master's or higher, or no such degree"), {
	label: "Degree",
	bare: true,
	read: oneOf<Degree>({
		"us-masters": [
			"masters",
			"master's",
			"master",
			"us master's",
			"us masters",
			"us master",
			"us-master's",
			"us ms",
			"ms",
			"phd",
			"us phd",
			"advanced",
			"advanced degree",
		],
		none: [
			"no masters",
			"no master's",
			"no us masters",
			"no us master's",
			"no us master",
			"no-masters",
			"no degree",
			"bachelors",
			"bachelor's",
			"bachelor",
			"bs",
			"no us-masters",
			"foreign masters",
		],
	}),
	names: { "us-masters": "US master's or higher", none: "No US master's" },
	hint: "Type us-masters (a master's or higher from a US public or nonprofit school) or none.",
});

const LAST_FISCAL_YEAR = 2035;

/** `2027`, `FY2027`, `fy27`: the fiscal year, or undefined. */
export function readFiscalYear(words: string): number | undefined {
	const text = fold(words).replace(/^fy ?/, "fy");
	const match = /^(?:fy)?(20\d{2})$/.exec(text) ?? /^fy(\d{2})$/.exec(text);
	if (!match?.[1]) return undefined;
	return match[1].length === 2 ? 2000 + Number(match[1]) : Number(match[1]);
}

export const fiscalYear = option(
	z.int().min(2005).max(LAST_FISCAL_YEAR).describe("Fiscal year, such as 2028"),
	{
		label: "Fiscal year",
		bare: true,
		read: readFiscalYear,
		hint: "Type a fiscal year from 2005 on, such as 2028 or FY2028.",
		completes: true,
	},
);

export const asOf = option(
	z
		.string()
		.transform((text, ctx): PlainDate => {
			const date = plainDate(text);
			if (date) return date;
			ctx.addIssue({ code: "custom", message: "not a day" });
			return z.NEVER;
		})
		.describe("Answer as on this day: YYYY-MM-DD"),
	{
		label: "As-of date",
		bare: false,
		read: (words) => plainDate(fold(words)),
		hint: "Type a day as YYYY-MM-DD, such as 2026-07-01.",
	},
);

const EMPLOYEES = ["1-25", "26+"] as const;
export const employees = option(
	z.enum(EMPLOYEES).describe("Full-time-equivalent employees in the United States"),
	{
		label: "Employees",
		bare: true,
		read: readEmployees,
		names: { "1-25": "1 to 25 employees", "26+": "26 or more employees" },
		hint: "Type 1-25 or 26+ (full-time-equivalent employees in the United States).",
	},
);

/** `26+`, `1-25`, `small`, `30 employees`, `200`: the size class, or undefined. */
function readEmployees(words: string): (typeof EMPLOYEES)[number] | undefined {
	const text = fold(words)
		// `1,20` is no number of people; whole groups of thousands and lakhs are.
		.replace(/(?<![\d.,])\d{1,3}(?:,\d{2,3})*,\d{3}(?![\d.,])/g, (digits) =>
			digits.replaceAll(",", ""),
		)
		.replace(/ ?(full-time|fte|ftes|us|u\.s\.) ?/g, " ")
		.trim();
	if (
		/^(small|small employer|small company|startup|1-25|25 or fewer|1 to 25)( employees| people| staff)?$/.test(
			text,
		)
	)
		return "1-25";
	if (
		/^(large|large employer|big|26\+|26 or more|26 \+|more than 25)( employees| people| staff)?$/.test(
			text,
		)
	)
		return "26+";
	const match = /^(\d{1,7})( (employees|employee|people|persons|staff|workers))?$/.exec(text);
	if (!match?.[1]) return undefined;
	const count = Number(match[1]);
	// A lone small number or a year is more likely something else.
	if (!match[2] && (count < 5 || (count >= 2005 && count <= 2035))) return undefined;
	if (count < 1) return undefined;
	return count <= 25 ? "1-25" : "26+";
}

export const FILINGS = ["new", "extension", "change-of-employer", "amendment"] as const;
export type Filing = (typeof FILINGS)[number];
export const filing = option(z.enum(FILINGS).describe("What the petition asks for"), {
	label: "Filing",
	bare: true,
	read: oneOf<Filing>({
		new: ["first", "initial", "new petition", "first petition", "new employer petition"],
		extension: ["extend", "renewal", "renew", "ext"],
		"change-of-employer": ["transfer", "change of employer", "job change", "new employer", "port"],
		amendment: ["amend", "amended", "amended petition"],
	}),
	names: {
		new: "First petition",
		extension: "Extension, same employer",
		"change-of-employer": "Change of employer",
		amendment: "Amended petition, same dates",
	},
	hint: "Type new, extension, change-of-employer or amendment.",
});

export const nonprofit = option(z.boolean().describe("The employer is a nonprofit"), {
	label: "Nonprofit",
	bare: true,
	read: flag("nonprofit", "non-profit", "non profit", "not for profit"),
	hint: "Type yes or no.",
});

export const acwiaExempt = option(
	z.boolean().describe("A college, its affiliated nonprofit, a research body, or a school"),
	{
		label: "Exempt from the training fee",
		bare: true,
		read: flag("acwia-exempt", "acwia exempt", "university", "college", "school"),
		hint: "Type yes or no.",
	},
);

export const premium = option(z.boolean().describe("Add premium processing (optional)"), {
	label: "Premium processing",
	bare: true,
	read: flag("premium", "with premium", "premium processing", "expedite"),
	hint: "Type yes or no.",
});

export const fiftyFifty = option(
	z.boolean().describe("50 or more US employees, more than half in H-1B or L-1 status"),
	{
		label: "50/50 employer",
		bare: true,
		read: flag("fifty-fifty", "50/50", "50-50", "fifty fifty"),
		hint: "Type yes or no.",
	},
);

export const abroad = option(z.boolean().describe("The worker is outside the United States"), {
	label: "Worker abroad",
	bare: true,
	read: flag("abroad", "outside the us", "overseas", "consular"),
	hint: "Type yes or no.",
});

export const capExempt = option(z.boolean().describe("The employer does not need a cap number"), {
	label: "Cap-exempt",
	bare: true,
	read: flag("cap-exempt", "cap exempt"),
	hint: "Type yes or no.",
});

const free = (text: string): string | undefined => {
	const trimmed = text.trim();
	return trimmed === "" ? undefined : trimmed;
};

export const MAX_QUESTION = 2000;

export const question = option(
	z.string().trim().min(1).max(MAX_QUESTION).describe("Your question in plain words"),
	{
		label: "Question",
		bare: true,
		read: free,
		hint: "Type a question of at most 2,000 characters, such as: is the 100k fee in effect?",
	},
);

export const topic = option(
	z.string().trim().min(1).max(120).describe("A rule, fee, order or bill, such as 100k"),
	{
		label: "Topic",
		bare: true,
		read: free,
		hint: "Type a topic such as 100k, or leave it out for the whole board.",
		completes: true,
	},
);

export const person = option(
	z.string().trim().min(1).max(80).describe("A person or organisation, such as Musk"),
	{
		label: "Name",
		bare: true,
		read: free,
		hint: "Type a name such as Musk, or leave it out for everyone.",
		completes: true,
	},
);

export const attempts = option(z.int().min(1).max(4).describe("Seasons to try, 1 to 4"), {
	label: "Attempts",
	bare: false,
	read: (words) => {
		const match = /^(\d{1,2})( (tries|attempts|seasons|times))?$/.exec(fold(words));
		return match?.[1] ? Number(match[1]) : undefined;
	},
	hint: "Type a number of seasons from 1 to 4.",
});

export const claim = option(
	z.string().trim().min(1).max(MAX_QUESTION).describe("A claim or headline about H-1B"),
	{
		label: "Claim",
		bare: true,
		read: free,
		hint: "Type a claim of at most 2,000 characters, such as: the H-1B lottery is purely random.",
	},
);
