import type { NameIndexes } from "./indexes.ts";
import { stateByFullName, stateOf, wholeState } from "./states.ts";
import { nameKey } from "./words.ts";

/** Free words told apart: the job, the places, and what fits neither. */
export interface SplitWords {
	occupation?: string;
	places: string[];
	/** Words that neither names. */
	rest: string[];
}

interface Span {
	from: number;
	to: number;
}

const LONGEST_NAME = 6;
const MOST_WORDS = 60;
// A name with typing mistakes: longer texts are no names.
const MOST_GUESSED = 10;
// Said around an offer, and no part of a name. `in` and `or` are also states: those follow a city.
const FILLERS = new Set(
	"a an the as at in for of on with and or to is am are was be being been i im me my mine our we us you your they it this that which what whats how much many does do did can could will would should if so then than from by near around about like just now pls please hi hello hey offer offers offered offering paid pay pays paying get getting got give job jobs position role title work working working salary wage wages level levels lvl h1b h-1b visa lottery draw odds chances chance new base total comp compensation employer company make making makes earn earning year yearly annual annually hour hourly hr per raise raised goes part time full reach reaches fall falls under into count counts qualify mean means next current usd dollars vs".split(
		" ",
	),
);

/**
 * Tells job and places apart in free words, in any order: `software engineer austin`, `in dallas as a data
 * analyst`. Without `guesses` only exact names count, and all else is rest.
 */
export function splitWords(
	text: string,
	names: NameIndexes,
	{ guesses = true }: { guesses?: boolean } = {},
): SplitWords {
	const words = text
		.split(/[\s,;/?!]+|(?:^|\s)-\s/)
		.map((word) => word.replace(/^[.:("']+|[.:)"']+$/g, ""))
		.filter((word) => word !== "")
		.slice(0, MOST_WORDS);
	// Found once: how they go together is then a matter of comparing numbers.
	const placeSpans = spansOf(words, (phrase) => isPlace(phrase, names)).sort(longestFirst);
	const jobSpans = spansOf(words, (phrase) => isJob(phrase, names));
	const job = bestJob(jobSpans, placeSpans);
	const places = placesBeside(placeSpans, job);
	const taken = (i: number) =>
		[...places, ...(job ? [job] : [])].some((s) => i >= s.from && i < s.to);
	const left = words
		.map((word, i) => ({ word, i }))
		.filter(({ word, i }) => !taken(i) && !FILLERS.has(word.toLowerCase()));
	const found: SplitWords = {
		...(job && { occupation: textOf(words, job) }),
		places: places.map((span) => textOf(words, span)),
		rest: [],
	};
	const state =
		places.length === 0
			? left.find(({ word }) => word.length > 2 && stateOf(nameKey(word)))
			: undefined;
	if (state) found.places.push(state.word);
	const others = left.filter((entry) => entry !== state).map(({ word }) => word);
	if (!guesses) return { ...found, rest: others };
	if (others.length === 0) return found;
	return cityOfState(found, others, names) ?? guess(found, others, names);
}

/** `edisson new jersey`: words beside a state are the city, where they can be one. */
function cityOfState(
	found: SplitWords,
	words: string[],
	names: NameIndexes,
): SplitWords | undefined {
	const [state] = found.places;
	const isState = found.places.length === 1 && stateOf(nameKey(state ?? "")) !== undefined;
	if (!isState || found.occupation === undefined || words.length > MOST_GUESSED) return undefined;
	const place = [...words, state].join(" ");
	return names.places.find(place).kind === "none"
		? undefined
		: { ...found, places: [place], rest: [] };
}

/** Words that are no exact name: a job or place with a typing mistake, or one that we do not know. */
function guess(found: SplitWords, words: string[], names: NameIndexes): SplitWords {
	const hasPlace = found.places.length > 0;
	if (found.occupation !== undefined && hasPlace) return { ...found, rest: words };
	if (hasPlace) return { ...found, occupation: words.join(" ") };
	if (found.occupation !== undefined) return { ...found, places: [words.join(" ")] };
	if (words.length > MOST_GUESSED) return { ...found, occupation: words.join(" ") };
	for (let length = Math.min(3, words.length - 1); length >= 1; length--) {
		for (const cut of [words.length - length, length]) {
			const [a, b] = [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
			const [job, place] = cut === length ? [b, a] : [a, b];
			const isPlace = names.places.find(place).kind !== "none";
			if (isPlace && names.occupations.find(job).kind !== "none")
				return { occupation: job, places: [place], rest: [] };
		}
	}
	return { ...found, occupation: words.join(" ") };
}

const textOf = (words: readonly string[], { from, to }: Span): string =>
	words.slice(from, to).join(" ");

function spansOf(words: readonly string[], fits: (phrase: string) => boolean): Span[] {
	const found: Span[] = [];
	for (let from = 0; from < words.length; from++) {
		for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME); to++) {
			if (fits(words.slice(from, to).join(" "))) found.push({ from, to });
		}
	}
	return found;
}

function isJob(phrase: string, names: NameIndexes): boolean {
	if (/^\d{2}-\d{4}(\.\d{2})?$/.test(phrase)) return true;
	return !FILLERS.has(phrase.toLowerCase()) && names.occupations.exact(phrase).length > 0;
}

function isPlace(phrase: string, names: NameIndexes): boolean {
	if (/^\d{5,7}$/.test(phrase)) return true;
	const key = nameKey(phrase);
	const isState = key.includes(" ") && (stateByFullName(key) ?? wholeState(key)) !== undefined;
	return isState || (!FILLERS.has(key) && names.places.exact(key).length > 0);
}

const lengthOf = (span: Span): number => span.to - span.from;
const longestFirst = (a: Span, b: Span): number => lengthOf(b) - lengthOf(a);

/** The job that leaves the most words explained, itself and the places around it. */
function bestJob(jobs: readonly Span[], places: readonly Span[]): Span | undefined {
	let best: { span: Span; score: number } | undefined;
	for (const span of jobs) {
		const score = [span, ...placesBeside(places, span)].reduce((sum, s) => sum + lengthOf(s), 0);
		const isLonger = best && lengthOf(span) > lengthOf(best.span);
		if (!best || score > best.score || (score === best.score && isLonger)) best = { span, score };
	}
	return best?.span;
}

/** Places outside the job's words, the longest names first. */
function placesBeside(places: readonly Span[], job: Span | undefined): Span[] {
	const chosen: Span[] = [];
	for (const span of places) {
		const isFree = [...chosen, ...(job ? [job] : [])].every(
			(other) => span.to <= other.from || span.from >= other.to,
		);
		if (isFree) chosen.push(span);
	}
	return chosen.sort((a, b) => a.from - b.from);
}
