import type { PlainDate } from "./dates.ts";
import { addDays } from "./dates.ts";

/** A day in a calendar file. */
export interface CalendarDay {
	/** Stays the same when the day moves, so that a calendar replaces its entry. */
	id: string;
	day: PlainDate;
	title: string;
	/** Plain text. */
	notes: string;
	url?: string | undefined;
	/** The day of the reading that it rests on. */
	stamp: PlainDate;
}

const MAX_OCTETS = 75;

/** An iCalendar file of whole days (RFC 5545). The same days give the same bytes. */
export function calendarFile(name: string, days: readonly CalendarDay[]): string {
	const lines = [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//H-1B Desk//Season dates//EN",
		"CALSCALE:GREGORIAN",
		"METHOD:PUBLISH",
		`X-WR-CALNAME:${escapeText(name)}`,
		...days.flatMap(event),
		"END:VCALENDAR",
	];
	return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function event({ id, day, title, notes, url, stamp }: CalendarDay): string[] {
	return [
		"BEGIN:VEVENT",
		`UID:${id}@h1b-desk`,
		`DTSTAMP:${compact(stamp)}T000000Z`,
		`DTSTART;VALUE=DATE:${compact(day)}`,
		`DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
		`SUMMARY:${escapeText(title)}`,
		`DESCRIPTION:${escapeText(notes)}`,
		...(url ? [`URL:${url}`] : []),
		"TRANSP:TRANSPARENT",
		"END:VEVENT",
	];
}

const compact = (day: PlainDate): string => day.replaceAll("-", "");

/** RFC 5545, 3.3.11. */
function escapeText(text: string): string {
	return text
		.replace(/[\\;,]/g, "\\$&")
		.replace(/\r\n?|\n/g, "\\n")
		.replace(/[\u0000-\u001f\u007f]/g, " ");
}

/** RFC 5545, 3.1: no line over 75 octets; what follows begins with a space. Never cuts a character. */
function fold(line: string): string {
	let out = "";
	let octets = 0;
	for (const letter of line) {
		const size = octetsOf(letter);
		if (octets + size > MAX_OCTETS) {
			out += "\r\n ";
			octets = 1;
		}
		out += letter;
		octets += size;
	}
	return out;
}

function octetsOf(letter: string): number {
	const code = letter.codePointAt(0) ?? 0;
	return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}
