/** What a number counts, as far as the words beside it tell. Null: they do not. */
export type Unit = "USD" | "share" | "days" | "months" | "years" | "hours" | "times" | null;

export interface NumberSaid {
	/** Shares are fractions of 1. */
	value: number;
	unit: Unit;
	/** "about 60 percent" */
	about: boolean;
	/** "over 700": the value itself or anything above; "under": below. */
	bound: "over" | "under" | null;
	/** What stands for it among the words of the text, so that its neighbours can be told. */
	token: string;
}

/** Stands for a number among the words of a text. */
const numberToken = (value: number): string =>
	`number${String(value)
		.replace(".", "point")
		.replace(/[^\da-z]/g, "")}`;

const WORDS: Record<string, number> = {
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	seven: 7,
	eight: 8,
	nine: 9,
	ten: 10,
	eleven: 11,
	twelve: 12,
	fifteen: 15,
	twenty: 20,
	thirty: 30,
	forty: 40,
	fifty: 50,
	sixty: 60,
	seventy: 70,
	eighty: 80,
	ninety: 90,
};
const TENS = Object.keys(WORDS).filter((word) => word.endsWith("ty"));
const ONES = Object.keys(WORDS).slice(0, 9);
/** "Eighty-five thousand", "sixty five percent": in digits, so that they read like any number. */
const SPELT = new RegExp(`\\b(${TENS.join("|")})[ -](${ONES.join("|")})\\b`, "giu");
const inDigits = (text: string): string =>
	text.replace(SPELT, (_, tens: string, ones: string) =>
		String((WORDS[tens.toLowerCase()] ?? 0) + (WORDS[ones.toLowerCase()] ?? 0)),
	);

const SCALES: Record<string, number> = {
	k: 1e3,
	thousand: 1e3,
	lakh: 1e5,
	lakhs: 1e5,
	crore: 1e7,
	m: 1e6,
	million: 1e6,
	billion: 1e9,
};

const UNITS: Record<string, Exclude<Unit, null>> = {
	dollar: "USD",
	dollars: "USD",
	buck: "USD",
	bucks: "USD",
	usd: "USD",
	"%": "share",
	percent: "share",
	"per cent": "share",
	percentage: "share",
	day: "days",
	days: "days",
	week: "days",
	weeks: "days",
	month: "months",
	months: "months",
	year: "years",
	years: "years",
	hour: "hours",
	hours: "hours",
	time: "times",
	times: "times",
	x: "times",
	entries: "times",
};

const ABOUT = "about|around|roughly|nearly|almost|approximately|some|circa|close to|~";
const OVER = "more than|over|at least|above|exceeding|exceeds|upwards of|minimum of";
const UNDER = "less than|under|fewer than|at most|up to|below|no more than|maximum of";
const NUMBER = new RegExp(
	`(?<![\\p{L}\\p{N}.,-])(?:(${ABOUT}|${OVER}|${UNDER}) )?(?:a )?([$]|usd )?(\\d{1,3}(?:,\\d{2,3})*,\\d{3}(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|${Object.keys(WORDS).join("|")})(?:[ -]?(k|thousand|lakhs?|crore|m|million|billion)\\b)?(?:[ -]?(%|per cent\\b|${Object.keys(
		UNITS,
	)
		.filter((u) => /^[a-z]+$/.test(u))
		.map((u) => `${u}\\b`)
		.join("|")}))?(?![\\p{N}]|,\\d)`,
	"giu",
);

/** `$100.000`, `100 000 dollars`: nobody writes tenths of a cent, so those are thousands. */
const OTHER_THOUSANDS =
	/(?<=(?:[$]|usd) ?)\d{1,3}(?:[.' ]\d{3})+(?![\d.,])|(?<![\d.,$])\d{1,3}(?:[.' ]\d{3})+(?= ?(?:usd|dollars?)\b)/giu;
const withCommas = (text: string): string =>
	text.replace(OTHER_THOUSANDS, (digits) => digits.replace(/[.' ]/g, ","));

/** Every number of a text, and the text with a token in place of each. Plain words such as "one" count only beside a unit. */
export function takeNumbers(text: string): { numbers: NumberSaid[]; rest: string } {
	const numbers: NumberSaid[] = [];
	const rest = inDigits(withCommas(text)).replace(
		NUMBER,
		(all, qualifier = "", money = "", digits = "", scale = "", word = "") => {
			const spelt = WORDS[digits.toLowerCase()];
			if (spelt !== undefined && !word && !scale) return all;
			const scaled = SCALES[scale.toLowerCase()] ?? 1;
			let value = (spelt ?? Number(digits.replaceAll(",", ""))) * scaled;
			let unit: Unit = money ? "USD" : (UNITS[word.toLowerCase()] ?? null);
			if (!Number.isFinite(value)) return all;
			if (unit === "share") value = Math.round(value * 1e6) / 1e8;
			if (/^weeks?$/i.test(word)) value *= 7;
			if (unit === "years" && value > 1900) unit = null;
			const said = qualifier.toLowerCase();
			numbers.push({
				value,
				unit,
				about: new RegExp(`^(${ABOUT})$`).test(said),
				bound: new RegExp(`^(${OVER})$`).test(said)
					? "over"
					: new RegExp(`^(${UNDER})$`).test(said)
						? "under"
						: null,
				token: numberToken(value),
			});
			const unitWord = word && !/%|cent|dollar|buck|usd/i.test(word) ? word : "";
			return ` ${numberToken(value)} ${unitWord} `;
		},
	);
	return { numbers, rest };
}

/** Years in months: two years and 24 months are one. */
export const inMonths = (said: NumberSaid): NumberSaid =>
	said.unit === "years" ? { ...said, value: said.value * 12, unit: "months" } : said;

/** Whether a number held by a fact bears a claimed one out. */
export function bearsOut(said: NumberSaid, held: number): boolean {
	const near = Math.abs(held - said.value) <= Math.abs(said.value) * (said.about ? 0.1 : 0.0005);
	if (said.bound === "over") return held >= said.value * 0.9995;
	if (said.bound === "under") return held <= said.value * 1.0005;
	return near;
}
