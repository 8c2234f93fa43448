import { type Fold, plain, searchWords, stem } from "../words.ts";
import { takeDays } from "./days.ts";
import { AFFIRMS, NOT } from "./negation.ts";
import { type NumberSaid, takeNumbers } from "./numbers.ts";
import { readState, type State } from "./said-state.ts";

/** A claim, or a sentence of a fact, taken apart. */
export interface Reading {
	/** Words that mean something, folded to one form, in order. */
	words: string[];
	/** The same with the tokens of numbers where they stand. */
	sequence: string[];
	/** Words written as names: with a capital letter inside a sentence. */
	names: ReadonlySet<string>;
	numbers: NumberSaid[];
	/** See `takeDays`. */
	days: string[];
	fiscalYears: number[];
	/** An odd number of "not", "never", "no" and the like. */
	negated: boolean;
	/** The word that the first of them denies. */
	deniedWord: string | null;
	/** What it claims beyond the usual: "all" of a kind, "only" it, "certain" or "entirely". */
	sweeping: Sweep[];
	/** "would", "proposed", "plans to": it speaks of what may come. */
	hypothetical: boolean;
	/** "last week", "yesterday": it speaks of the days just past. */
	justNow: boolean;
	/** "was", "used to", "until": it speaks of what is over. */
	past: boolean;
	/** "will", "going to": it foretells. */
	future: boolean;
	/** What it says has become of a thing. */
	states: State[];
}

const SWEEPS = {
	all: /\b(?:all|every|everyone|everybody|each|any|always|regardless|no one|nobody)\b/iu,
	only: /\b(?:only|solely|exclusively|just the|nothing but)\b/iu,
	certain: /\b(?:guaranteed?|guarantees|automatically|certain to|sure to|inevitably)\b/iu,
	entirely: /\b(?:entirely|completely|fully|purely|permanently|totally|altogether|forever)\b/iu,
} as const;
type Sweep = keyof typeof SWEEPS;
const SWEEPING = new RegExp(
	Object.values(SWEEPS)
		.map((pattern) => pattern.source)
		.join("|"),
	"giu",
);
// A number named only to be set aside is not claimed.
const CONTRAST =
	/,? (?:rather than|instead of|as against|compared (?:with|to)|up from|down from) \$?\d[\d,.]*(?: percent| people| days| dollars)?/giu;
const HYPOTHETICAL =
	/\b(?:would|could|might|may soon|propos\w+|plans? to|planning|wants? to|considering|if (?:passed|adopted|enacted|finali[sz]ed)|bill|draft|pending)\b/iu;
const JUST_NOW =
	/\b(?:(?:this|last|past) (?:week|weekend|month)|yesterday|this morning|tonight|breaking)\b/iu;
// Who makes news; what "was filed yesterday" may be anybody's.
const ACTOR =
	/\b(?:dhs|uscis|dol|ice|department|court|judges?|circuit|congress|senate|house|president|trump|government|administration|state)\b/iu;
const FORETELLS = /\b(?:will|won't|going to|gonna|about to)\b|'ll\b/iu;
const PAST =
	/\b(?:was|were|had|used to|until|formerly|previously|once|sued|signed|ruled|filed|published|announced|voted|introduced|took|began|at that time|before 20\d\d)\b/iu;

// Negations and sweeping words are compared on their own, not as words.
const LOGIC = new RegExp(`^(?:${NOT.source}|${SWEEPING.source})$`, "iu");

const EMPTY = new Set(
	"a an the of to for in on at by with from and or as is are be been being was were has have had do does did it its this that these those their his her they he she we you your our i us who which what when where how there then so than also just now today currently still even already into up out over about under because since if while whose can will would could may might shall get gets got make makes made go goes says said say according found back stood rather itself though enough like kind sort type put take taken far roughly really actually simply basically apparently reportedly usa u.s. united states american america new u.s".split(
		" ",
	),
);

function deniedIn(spoken: string, fold: Fold): string | null {
	const parts = spoken.split(NOT);
	if (parts.length < 2) return null;
	return (
		searchWords(fold(parts.slice(1).join(" ")))
			.filter(tells)
			.map(stem)[0] ?? null
	);
}

export const isNumberToken = (word: string): boolean => /^number\d/.test(word);

function namesIn(text: string, fold: Fold): Set<string> {
	const names = text.match(/(?<=[\p{L}\d,'"’] )\p{Lu}[\p{L}.]+/gu) ?? [];
	return new Set(names.flatMap((name) => searchWords(fold(name)).map(stem)));
}

const tells = (word: string): boolean => !EMPTY.has(word) && word.replace(LOGIC, "") !== "";

/** Takes a text apart. Never throws, whatever the text. */
export function readText(text: string, fold: Fold): Reading {
	const folded = fold(text.replace(CONTRAST, " "));
	const dated = takeDays(folded.replace(/\bproc(?:lamation)?\.? (\d+)/g, "proclamation$1"));
	const counted = takeNumbers(dated.rest);
	const spoken = plain(text).replace(AFFIRMS, " ");
	const sequence = searchWords(counted.rest).filter(tells).map(stem);
	return readingOf(sequence, {
		names: namesIn(text, fold),
		numbers: counted.numbers,
		days: dated.days,
		fiscalYears: dated.fiscalYears,
		negated: (spoken.match(NOT)?.length ?? 0) % 2 === 1,
		deniedWord: deniedIn(spoken, fold),
		sweeping: (Object.keys(SWEEPS) as Sweep[]).filter((kind) => SWEEPS[kind].test(spoken)),
		hypothetical: HYPOTHETICAL.test(spoken),
		justNow: JUST_NOW.test(spoken) && ACTOR.test(spoken),
		past: PAST.test(spoken),
		future: FORETELLS.test(spoken),
		states: readState(text).states,
	});
}

/** The words of a reading are its sequence without the numbers. */
export function readingOf(
	sequence: string[],
	others: Omit<Reading, "words" | "sequence">,
): Reading {
	const words = sequence.some(isNumberToken)
		? sequence.filter((word) => !isNumberToken(word))
		: sequence;
	return { ...others, words, sequence };
}
