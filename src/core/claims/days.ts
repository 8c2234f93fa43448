const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
	"(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?";

const two = (n: number): string => String(n).padStart(2, "0");
const monthOf = (name: string): string => two(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

function readYear(digits: string): number | undefined {
	if (digits.length === 2) return 2000 + Number(digits);
	if (digits.length === 4 && /^(19|20)/.test(digits)) return Number(digits);
	return undefined;
}

interface Form {
	pattern: RegExp;
	/** The day, month or year as the start of `YYYY-MM-DD`. */
	read(m: string[]): string;
}

const FORMS: readonly Form[] = [
	{ pattern: /\b(20\d{2}|19\d{2})-(\d{2})-(\d{2})\b/gi, read: ([y, m, d]) => `${y}-${m}-${d}` },
	{
		pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (20\\d{2})\\b`, "gi"),
		read: ([m = "", d, y]) => `${y}-${monthOf(m)}-${two(Number(d))}`,
	},
	{
		pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH},? (20\\d{2})\\b`, "gi"),
		read: ([d, m = "", y]) => `${y}-${monthOf(m)}-${two(Number(d))}`,
	},
	{
		pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?\\d)`, "gi"),
		read: ([m = "", d]) => `-${monthOf(m)}-${two(Number(d))}`,
	},
	{
		pattern: new RegExp(`\\b${MONTH},? (?:of )?(20\\d{2})\\b`, "gi"),
		read: ([m = "", y]) => `${y}-${monthOf(m)}`,
	},
	{ pattern: /\b(20\d{2}-\d{2})\b/g, read: ([m = ""]) => m },
	{ pattern: /(?<![\d$,.])\b((?:19|20)\d{2})\b(?![,.]?\d)/g, read: ([y = ""]) => y },
];

/**
 * Days, months and years that a text names, and the text without them. A day is `2026-07-17`, a month
 * `2026-07`, a year `2026`, a day without a year `-07-17`. Fiscal years are numbers of their own.
 */
export function takeDays(text: string): { days: string[]; fiscalYears: number[]; rest: string } {
	const days: string[] = [];
	const fiscalYears: number[] = [];
	let rest = text.replace(/\b(?:fy|fiscal(?: years?)?) ?'?(\d{2,4})\b/gi, (all, digits: string) => {
		const year = readYear(digits);
		if (year === undefined) return all;
		fiscalYears.push(year);
		return " ";
	});
	for (const { pattern, read } of FORMS) {
		rest = rest.replace(pattern, (...found) => {
			days.push(read(found.slice(1, -2).map(String)));
			return " ";
		});
	}
	return { days, fiscalYears, rest };
}

/** Whether a day that a fact names lies within a claimed day, month or year. */
export function sameDay(said: string, held: string): boolean {
	if (said.startsWith("-")) return held.endsWith(said) || held === said;
	return held.startsWith(said) || (held.startsWith("-") && said.endsWith(held));
}
