import type { Answer, Row, Source } from "./answer.ts";
import { say } from "./say.ts";
import type { PlainDate } from "./dates.ts";

/** A document of the Federal Register under something that facts name, newer than their confirmation. */
export interface NewerDocument {
	/** Such as `2026-20660`. */
	number: string;
	published: PlainDate;
}

/** What the watch of the sources found and nobody has read yet. Reading it moves `confirmed` of the fact. */
export interface Unreviewed {
	of(fact: string): readonly NewerDocument[];
	/** The day on which the Federal Register last answered; null: it was not asked. */
	asked(): PlainDate | null;
	/** Another number whenever something else was found. */
	revision(): number;
}

export const NOTHING_UNREVIEWED: Unreviewed = {
	of: () => [],
	asked: () => null,
	revision: () => 0,
};

/** The document's page: its number is checked where it is read, so that this is always that site. */
export const documentAddress = (number: string): string =>
	`https://www.federalregister.gov/d/${encodeURIComponent(number)}`;

/** The card with one calm row when a newer document exists on the day asked about, and its address. */
export function withUnreviewed(answer: Answer, unreviewed: Unreviewed, date: PlainDate): Answer {
	const all = new Map(
		answer.facts
			.flatMap((fact) => unreviewed.of(fact))
			.filter((document) => document.published <= date)
			.map((document) => [document.number, document]),
	);
	const newest = [...all.values()].sort((a, b) => (a.published < b.published ? 1 : -1));
	const [first] = newest;
	if (!first) return answer;
	const row: Row = {
		label: say("Not yet reviewed"),
		value: say("A newer document of {date} has not been reviewed.", { date: first.published }),
		...(newest.length > 1 && { note: say("and {more} more", { more: newest.length - 1 }) }),
	};
	const source: Source = {
		label: say("Federal Register {number} (not reviewed)", { number: first.number }),
		url: documentAddress(first.number),
		published: first.published,
	};
	return { ...answer, rows: [...answer.rows, row], sources: [...answer.sources, source] };
}
