import type { FactOutlook, FactValue } from "../facts/fact.ts";
import { sameDay } from "./days.ts";
import { bearsOut, inMonths, type NumberSaid } from "./numbers.ts";
import type { ClaimIndex, Phrase } from "./phrases.ts";
import type { Reading } from "./read.ts";

/** How a claim and one phrase of a fact compare. */
export interface Match {
	phrase: Phrase;
	/** 0 to 1: how much of what each says, by weight, the other says too. */
	score: number;
	/** 0 to 1: how much of the claim the phrase and its fact know. */
	coverage: number;
	/** 0 to 1: how much of the phrase the claim says. */
	ofPhrase: number;
	/** 0 to 1: how far the shared words stand in the same order. */
	order: number;
	/** Words of the claim that neither the phrase nor the fact's title and vocabulary has. */
	unmatched: number;
	/** The phrase is about other fiscal years than the claim. */
	otherYear: boolean;
	numbers: "same" | "differ" | "missing";
	days: "same" | "differ" | "missing";
}

// A word that names nothing is mostly one way among others to put it; a name is somebody.
const ORDINARY = 0.4;
const weigh = (word: string, claim: Reading, index: ClaimIndex): number =>
	index.weight(word) * (index.isTerm(word) || claim.names.has(word) ? 1 : ORDINARY);

/** Compares a claim with a phrase: words by weight, then numbers and days by value. */
export function compare(claim: Reading, phrase: Phrase, index: ClaimIndex): Match {
	const said = [...new Set(claim.words)];
	const held = phrase.words;
	const context = index.wordsOf(phrase.fact);
	const names = index.namesOf(phrase.fact);
	let all = 0;
	let shared = 0;
	let known = 0;
	let unmatched = 0;
	for (const word of said) {
		const weight = weigh(word, claim, index);
		all += weight;
		if (held.has(word)) shared += weight;
		else if (context.has(word)) known += weight;
		if (!held.has(word) && !names.has(word)) unmatched++;
	}
	let other = 0;
	for (const word of held) other += weigh(word, claim, index);
	const coverage = all === 0 ? 0 : (shared + 0.85 * known) / all;
	const ofPhrase = other === 0 ? 0 : shared / other;
	const ofClaim = all === 0 ? 0 : shared / all;
	// A listed claim is meant as a whole; a statement may say much more than the claim does.
	const score =
		phrase.kind === "states"
			? coverage * (0.55 + 0.45 * ofClaim)
			: Math.max(ofClaim * 0.6 + ofPhrase * 0.4, coverage * 0.45 + ofPhrase * 0.5);
	return {
		phrase,
		score,
		coverage,
		ofPhrase,
		unmatched,
		order: inOrder(claim.sequence, phrase.read.sequence),
		numbers: compareNumbers(claim, phrase),
		days: compareDays(claim, phrase),
		otherYear: isOtherYear(claim, phrase),
	};
}

function compareNumbers(claim: Reading, phrase: Phrase): Match["numbers"] {
	if (phrase.kind === "denies" && !allReached(claim, phrase)) return "differ";
	if (claim.numbers.length === 0) return "same";
	if (swapped(claim, phrase.read)) return "differ";
	const held = phrase.read.numbers;
	const values = valuesOf(phrase.entry);
	let missing = false;
	for (const said of claim.numbers) {
		const fits = phrase.kind === "denies" ? reaches : bearsOutAs;
		if (held.some((n) => unitsFit(said, n) && fits(said, n))) continue;
		if (held.some((n) => isSpan(said, n) && fits(inMonths(said), inMonths(n)))) continue;
		// A figure of the same fact may be another's: it counts where the phrase has none of its kind.
		if (held.some((n) => n.unit === said.unit)) return "differ";
		if (phrase.kind !== "denies" && values.some((value) => bearsOut(said, value))) continue;
		missing = true;
	}
	return missing ? "missing" : "same";
}

/** "5,400 for Chile, 1,400 for Singapore": both numbers are there, each beside the other's word. */
function swapped(claim: Reading, held: Reading): boolean {
	const tokens = claim.numbers.map((n) => n.token).filter((t) => held.sequence.includes(t));
	if (new Set(tokens).size < 2) return false;
	const shared = claim.words.filter((word) => held.words.includes(word));
	const side = (sequence: readonly string[], token: string) => nearest(sequence, token, shared);
	const pairs = tokens.map((token) => [side(claim.sequence, token), side(held.sequence, token)]);
	return pairs.every(([a, b]) => a !== b && pairs.some(([, other]) => other === a));
}

/** The shared word that stands nearest to a number. */
function nearest(sequence: readonly string[], token: string, shared: readonly string[]) {
	const at = sequence.indexOf(token);
	let best: string | undefined;
	let distance = Number.POSITIVE_INFINITY;
	sequence.forEach((word, i) => {
		if (Math.abs(i - at) < distance && shared.includes(word)) {
			best = word;
			distance = Math.abs(i - at);
		}
	});
	return best;
}

const bearsOutAs = (said: NumberSaid, held: NumberSaid): boolean => bearsOut(said, held.value);

/** Whether a claim says at least what is denied: "over 300,000" where "over 200,000" is false. */
function reaches(said: NumberSaid, denied: NumberSaid): boolean {
	if (denied.bound === "over") return said.value >= denied.value;
	return bearsOut({ ...said, bound: null, about: false }, denied.value);
}

const isSpan = (a: NumberSaid, b: NumberSaid): boolean =>
	inMonths(a).unit === "months" && inMonths(b).unit === "months";

function unitsFit(a: NumberSaid, b: NumberSaid): boolean {
	return a.unit === b.unit || a.unit === null || b.unit === null;
}

/** What is denied with a number is denied for that number, or more of it, only. */
function allReached(claim: Reading, phrase: Phrase): boolean {
	return phrase.read.numbers.every((denied) =>
		claim.numbers.some((said) => unitsFit(said, denied) && reaches(said, denied)),
	);
}

function compareDays(claim: Reading, phrase: Phrase): Match["days"] {
	if (phrase.kind === "denies") {
		const { days, fiscalYears } = phrase.read;
		const named =
			days.every((day) => claim.days.some((said) => sameDay(said, day) || sameDay(day, said))) &&
			fiscalYears.every((year) => claim.fiscalYears.includes(year));
		return named ? "same" : "differ";
	}
	const held = phrase.read.days;
	const { from } = phrase.entry;
	const known = from ? [...held, from] : held;
	let missing = false;
	for (const said of claim.days) {
		if (known.some((day) => sameDay(said, day))) continue;
		if (held.some((day) => day.length >= said.length)) return "differ";
		missing = true;
	}
	return missing ? "missing" : "same";
}

function isOtherYear(claim: Reading, phrase: Phrase): boolean {
	const about = [...phrase.read.fiscalYears];
	const titled = /FY (\d{4})/.exec(phrase.fact.title)?.[1];
	if (titled) about.push(Number(titled));
	return (
		claim.fiscalYears.length > 0 &&
		about.length > 0 &&
		!claim.fiscalYears.every((year) => about.includes(year))
	);
}

/** The numbers that an entry holds as values. */
export function valuesOf(entry: FactValue | FactOutlook): number[] {
	return [entry.value, ...Object.values(entry.figures ?? {})].filter(
		(value): value is number => typeof value === "number",
	);
}

/** The longest run of shared words in one order, as a share of the shared words. */
function inOrder(a: readonly string[], b: readonly string[]): number {
	const shared = a.filter((word) => b.includes(word));
	if (shared.length < 2) return 1;
	let row = new Array<number>(b.length + 1).fill(0);
	for (const word of shared) {
		const next = [0];
		b.forEach((other, j) => {
			next.push(word === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
		});
		row = next;
	}
	return (row.at(-1) ?? 0) / shared.length;
}
