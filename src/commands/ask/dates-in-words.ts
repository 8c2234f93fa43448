import { type PlainDate, plainDate } from "../../core/dates.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH},? (20\\d{2})\\b`, "i");
const MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (20\\d{2})\\b`, "i");
const MONTH_ONLY = new RegExp(`\\b${MONTH} (20\\d{2})\\b`, "i");
// Only these make a month the day asked about; "filed in May 2024" inside a story does not.
const LOOKS_BACK = /\b(was|were|back in|used to|at that time|as of)\b/i;
const LONGEST_QUESTION = 30;

/** Whether words look back at a day, and not at one of the asker's own story ("I was laid off on 3/4/26"). */
export function asksAboutADay(question: string): boolean {
	return (
		question.split(/\s+/).length <= LONGEST_QUESTION &&
		LOOKS_BACK.test(question) &&
		!/\b(i|my|me|we|our)\b/i.test(question)
	);
}

/** The day a question asks about ("as of june 10 2026", "back in march 2024"), or undefined. */
export function dayAskedAbout(question: string): PlainDate | undefined {
	if (question.split(/\s+/).length > LONGEST_QUESTION) return undefined;
	const iso = /\b20\d{2}-\d{2}-\d{2}\b/.exec(question)?.[0];
	if (iso) return plainDate(iso);
	const a = DAY_FIRST.exec(question);
	if (a) return written(a[3], a[2], a[1]);
	const b = MONTH_FIRST.exec(question);
	if (b) return written(b[3], b[1], b[2]);
	const c = LOOKS_BACK.test(question) ? MONTH_ONLY.exec(question) : null;
	return c ? written(c[2], c[1], "1") : undefined;
}

function written(year?: string, month?: string, date?: string): PlainDate | undefined {
	const m = MONTHS.indexOf((month ?? "").slice(0, 3).toLowerCase()) + 1;
	return plainDate(`${year}-${String(m).padStart(2, "0")}-${(date ?? "").padStart(2, "0")}`);
}
