import { z } from "zod";
import { isTimeZone } from "../../core/watching/watch.ts";
import { fold, oneOf, option } from "../options.ts";

export const watchTopic = option(
	z.string().trim().min(1).max(120).describe("A topic such as 100k, or all"),
	{
		label: "Topic",
		// Any words can be a topic: read-words.ts sorts them out.
		bare: false,
		read: (words) => words.trim() || undefined,
		hint: "Type a topic such as 100k, or all.",
		completes: true,
		takesWords: true,
	},
);

export const when = option(
	z.enum(["daily", "at-once"]).describe("A digest once a day, or each change at once"),
	{
		label: "When",
		bare: true,
		read: oneOf<"daily" | "at-once">({
			daily: ["digest", "daily digest", "every day", "once a day"],
			"at-once": ["at once", "now", "immediately", "instant", "as it happens"],
		}),
		names: { daily: "Daily digest", "at-once": "At once" },
		hint: "Type daily or at-once.",
	},
);

const HOUR = /^(\d{1,2})(?::00)? ?(am|pm|h)?$/;

/** `9`, `9am`, `21:00`: the hour of the day, or undefined. */
function readHour(words: string): number | undefined {
	const match = HOUR.exec(fold(words));
	if (!match?.[1]) return undefined;
	const typed = Number(match[1]);
	const isTwelve = match[2] === "am" || match[2] === "pm";
	if (isTwelve && (typed < 1 || typed > 12)) return undefined;
	const hour = isTwelve ? (typed % 12) + (match[2] === "pm" ? 12 : 0) : typed;
	return hour <= 23 ? hour : undefined;
}

export const hour = option(
	z.int().min(0).max(23).describe("Hour of the daily digest, 0 to 23; 9 when left out"),
	{
		label: "Hour of the digest",
		bare: false,
		read: readHour,
		hint: "Type a full hour from 0 to 23, such as 9 or 17.",
	},
);

/** `22-7`, `10pm-7am`: first and last hour, `null` for off, or undefined. */
export function readQuiet(words: string): { from: number; to: number } | null | undefined {
	const text = fold(words);
	if (/^(off|none|no|never)$/.test(text)) return null;
	const [start, end, ...rest] = text.split(/ ?(?:-|to|until) ?/);
	if (start === undefined || end === undefined || rest.length > 0) return undefined;
	const from = readHour(start);
	const to = readHour(end);
	return from === undefined || to === undefined || from === to ? undefined : { from, to };
}

export const quiet = option(
	z
		.string()
		.max(30)
		.refine((text) => readQuiet(text) !== undefined)
		.describe("Hours without posts, such as 22-7, or off"),
	{
		label: "Quiet hours",
		bare: false,
		read: (words) => (readQuiet(words) === undefined ? undefined : words),
		hint: "Type two different hours such as 22-7 or 10pm-7am, or off.",
		takesWords: true,
	},
);

const ZONES = new Map(
	[...Intl.supportedValuesOf("timeZone"), "UTC"].map((name) => [name.toLowerCase(), name]),
);
const SHORT: Record<string, string> = {
	et: "America/New_York",
	est: "America/New_York",
	eastern: "America/New_York",
	ct: "America/Chicago",
	central: "America/Chicago",
	mt: "America/Denver",
	mountain: "America/Denver",
	pt: "America/Los_Angeles",
	pst: "America/Los_Angeles",
	pacific: "America/Los_Angeles",
	ist: "Asia/Kolkata",
	india: "Asia/Kolkata",
	gmt: "UTC",
};

/** `Europe/Berlin`, `new york`, `pacific`: the IANA name, or undefined. */
function readTimeZone(words: string): string | undefined {
	const text = fold(words).replaceAll(" ", "_");
	const exact = SHORT[text] ?? ZONES.get(text);
	if (exact) return exact;
	if (isTimeZone(words.trim())) return words.trim();
	const cities = [...ZONES].filter(([key]) => key.endsWith(`/${text}`));
	return cities.length === 1 ? cities[0]?.[1] : undefined;
}

export const timeZone = option(
	z
		.string()
		.max(60)
		.refine((text) => isTimeZone(text))
		.describe("Such as America/Chicago or Europe/Berlin; Washington's when left out"),
	{
		label: "Time zone",
		bare: false,
		read: readTimeZone,
		hint: "Type a time zone such as America/Chicago, Europe/Berlin or Asia/Kolkata.",
		completes: true,
		takesWords: true,
	},
);

/** At most 25 zones that hold what was typed. */
export function suggestZones(typed: string): { name: string; value: string }[] {
	const text = fold(typed).replaceAll(" ", "_");
	return [...ZONES]
		.filter(([key]) => key.includes(text))
		.slice(0, 25)
		.map(([, name]) => ({ name, value: name }));
}
