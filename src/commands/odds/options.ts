import { z } from "zod";
import {
	MAX_PEOPLE,
	readMix,
	readPeople,
	readPerLevel,
	readShare,
	readTargets,
} from "../../core/odds/custom-pool.ts";
import { MAX_SEED } from "../../core/odds/random.ts";
import { fold, oneOf, option } from "../options.ts";

const SHOWN = ["chance", "regimes", "backtest"] as const;

export const show = option(
	z.enum(SHOWN).describe("What to show: the chance, three rules, or the back-test"),
	{
		label: "Show",
		bare: true,
		read: oneOf<(typeof SHOWN)[number]>({
			chance: ["the chance"],
			regimes: ["rules", "three rules", "three regimes"],
			backtest: ["back-test", "back test", "back testing", "backtesting"],
		}),
		names: {
			chance: "My chance",
			regimes: "Three rules compared",
			backtest: "Back-test FY 2021 to 2027",
		},
		hint: "Type chance, regimes or backtest.",
	},
);

export const seed = option(
	z.int().min(0).max(MAX_SEED).describe("Seed of the band: the same seed, the same band"),
	{
		label: "Seed",
		bare: false,
		read: (words) => (/^\d{1,10}$/.test(fold(words)) ? Number(fold(words)) : undefined),
		hint: `Type a whole number from 0 to ${MAX_SEED}, such as seed:7.`,
	},
);

export const pool = option(z.enum(["custom"]).describe("custom: a pool of your own"), {
	label: "Pool",
	bare: true,
	read: oneOf<"custom">({ custom: ["my own", "custom pool"] }),
	names: { custom: "A pool of your own" },
	hint: "Type pool:custom with people, masters, mix and selected; or leave it out.",
});

export const people = option(
	z.number().min(0).max(MAX_PEOPLE).describe("Your pool: how many people, such as 209000"),
	{
		label: "People in your pool",
		bare: false,
		read: (words) => readPeople(fold(words)),
		hint: "Type a number of people up to 1,000,000,000, such as people:209000.",
	},
);

export const masters = option(
	z.number().min(0).max(1).describe("Your pool: share with a US master's, such as 0.66"),
	{
		label: "Share with a US master's",
		bare: false,
		read: (words) => readShare(fold(words)),
		hint: "Type a share from 0 to 1, such as masters:0.66 or masters:66%.",
	},
);

export const mix = option(
	structured(readMix, "Your pool: shares of levels I to IV, such as 30/36/20/14"),
	{
		label: "Level mix",
		bare: false,
		read: (words) => words,
		hint: "Type the shares of levels I to IV, which sum to 100 or to 1, such as mix:30/36/20/14.",
	},
);

const PER_LEVEL_HINT = "Type the people at levels I to IV, none of them negative, such as";

export const regular = option(
	structured(readPerLevel, "Your pool: people without a US master's at levels I to IV"),
	{
		label: "People without a US master's",
		bare: false,
		read: (words) => words,
		hint: `${PER_LEVEL_HINT} regular:21000/25000/14000/10000.`,
	},
);

export const advanced = option(
	structured(readPerLevel, "Your pool: people with a US master's at levels I to IV"),
	{
		label: "People with a US master's",
		bare: false,
		read: (words) => words,
		hint: `${PER_LEVEL_HINT} advanced:41000/50000/28000/20000.`,
	},
);

export const selected = option(
	structured(readTargets, "Your pool: people selected in each draw, such as 92000+18000"),
	{
		label: "Selected",
		bare: false,
		read: (words) => words,
		hint: "Type how many the first draw (everyone) and the second (US master's) select, such as selected:92000+18000.",
	},
);

/** Text that a reader turns into a value; what it can't read is the user's mistake. */
function structured<T>(read: (text: string) => T | undefined, description: string) {
	return z
		.string()
		.max(200)
		.transform((text, ctx): T => {
			const value = read(fold(text));
			if (value !== undefined) return value;
			ctx.addIssue({ code: "custom", message: "not understood" });
			return z.NEVER;
		})
		.describe(description);
}
