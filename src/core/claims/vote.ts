import type { PlainDate } from "../dates.ts";
import type { FactValue } from "../facts/fact.ts";
import type { Match } from "./compare.ts";
import { sameDay } from "./days.ts";
import type { ClaimIndex, Phrase } from "./phrases.ts";
import type { Reading } from "./read.ts";
import type { Basis, Verdict } from "./verdict.ts";

// A false "supported" is the worst that can happen, so it needs the most.
const ENOUGH_TO_SUPPORT = 0.66;
const ENOUGH_WITH_NUMBERS = 0.62;
const ENOUGH_TO_CONTRADICT = 0.62;
const ENOUGH_TO_BE_OLD = 0.66;
// What is denied has to be in the claim, not only its subject.
const MOST_OF_IT = 0.7;
// A claim that says much besides is about more than a short phrase turned round, or with another number.
const MOST_BESIDES = { turned: 1, differing: 4, denied: 4 };
// A number or day that both name tells more than any word.
const EXACT_COUNTS = 0.1;
/** Strengths this near count as equal. */
export const NEAR_TIE = 0.02;

/** What one phrase says of a claim. */
export interface Vote {
	verdict: Verdict;
	by: Basis;
	match: Match;
	strength: number;
}

/** What one phrase says of the claim, or null when it is too far from it. */
export function voteOf(
	claim: Reading,
	match: Match,
	index: ClaimIndex,
	date: PlainDate,
): Vote | null {
	const { phrase, score } = match;
	if (match.otherYear) return null;
	const strength = score * (0.85 + 0.15 * match.order);
	const era = index.era(phrase, date);
	const sense = senseOf(claim, phrase, index);
	if (sense === "unsure") return null;
	const sameSense = sense === "same";
	const vote = (verdict: Verdict, by: Basis = "wording"): Vote => ({
		verdict,
		by,
		match,
		strength: strength + (isExact(claim, match) ? EXACT_COUNTS : 0),
	});
	if (phrase.kind === "denies") {
		if (era === "past" || match.numbers === "differ" || match.days === "differ") return null;
		if (phrase.read.days.length === 0 && isBefore(claim, phrase)) return null;
		if (score < ENOUGH_TO_CONTRADICT || match.ofPhrase < MOST_OF_IT || !sameSense) return null;
		const most = Math.min(MOST_BESIDES.denied, phrase.words.size - 1);
		if (match.unmatched > most || match.order < 0.5) return null;
		// "It has ended" is denied: a claim that says no end says something else.
		if ([...phrase.words].some((word) => DENYING.has(word) && !claim.words.includes(word)))
			return null;
		if (isShort(claim) && !claim.states.every((state) => phrase.read.states.includes(state)))
			return null;
		// "Every employer pays" is denied; "employers pay" is not.
		const asSweeping = phrase.read.sweeping.every((kind) => claim.sweeping.includes(kind));
		return asSweeping ? vote("contradicted") : null;
	}
	if (match.numbers === "differ" || match.days === "differ")
		return differing(match, claim, era, vote);
	if (era === "past") {
		// What happened then, and what a claim says of that time, stays true.
		if (isAboutThen(claim, phrase) && !phrase.mixed && sameSense && supports(claim, match, true))
			return vote("supported");
		const told =
			sameSense && match.numbers === "same" && match.unmatched <= 1 && saysAsMuch(claim, match);
		const old = told && score >= ENOUGH_TO_BE_OLD;
		return old ? vote("outdated") : null;
	}
	if (era === "outlook" && !claim.hypothetical) {
		// What is only proposed never bears out a claim that does not say so.
		const told =
			phrase.kind === "holds" &&
			sameSense &&
			score >= ENOUGH_TO_CONTRADICT &&
			(claim.states.length === 0 || saysAsMuch(claim, match));
		return told ? vote("contradicted", "proposal") : null;
	}
	if (phrase.mixed) return null;
	if (!sameSense) {
		if (!saysAsMuch(claim, match)) return null;
		if (claim.words.filter((word) => !phrase.words.has(word)).length > 2) return null;
		const listed =
			phrase.kind === "holds" && score >= 0.74 && match.unmatched <= MOST_BESIDES.turned;
		return listed ? vote("contradicted") : null;
	}
	return supports(claim, match) ? vote("supported") : null;
}

/**
 * Whether a phrase bears the claim out. One word can turn a claim into its opposite, so every word has
 * to be matched; where a number or a day is borne out too, one may be other.
 */
function supports(claim: Reading, match: Match, aboutThen = false): boolean {
	const { phrase } = match;
	if (!saysAsMuch(claim, match)) return false;
	const whole = claim.days.filter((day) => day.length === 10);
	// A day after the last reading is borne out only where a listed phrase itself names it.
	const later = whole.some(
		(day) =>
			day > (phrase.entry.confirmed ?? day) &&
			!(phrase.kind === "holds" && phrase.read.days.some((held) => sameDay(day, held))),
	);
	const exact = claim.numbers.length + whole.length > 0 && !later;
	if (match.unmatched > (exact ? 1 : 0) || match.order < 0.6) return false;
	if (match.score < (exact ? ENOUGH_WITH_NUMBERS : ENOUGH_TO_SUPPORT)) return false;
	if (match.numbers !== "same" || !tellsOfYears(claim, phrase)) return false;
	if (match.days !== "same" && !(aboutThen && match.days === "missing")) return false;
	if (phrase.entry.confidence === "conflicting") return false;
	return claim.sweeping.every((kind) => phrase.read.sweeping.includes(kind));
}

/** What is claimed of a fiscal year is borne out by what names that year. */
const tellsOfYears = (claim: Reading, { fact, entry, read }: Phrase): boolean =>
	claim.fiscalYears.every(
		(year) =>
			read.fiscalYears.includes(year) ||
			`${fact.title} ${entry.statement}`.includes(`FY ${year}`) ||
			`fy${year}` in (entry.figures ?? {}),
	);

/** A short claim that names a state says little else. */
const isShort = ({ words }: Reading): boolean => new Set(words).size <= 4;

/** The claim says something, and what it says has become of a thing the phrase says too. */
function saysAsMuch(claim: Reading, { phrase, ofPhrase }: Match): boolean {
	if (saysTooLittle(claim) || !namesAll(claim, phrase)) return false;
	if (claim.states.length === 0) return true;
	const { states } = phrase.read;
	// In a long claim a state is one thing told among others.
	if (!isShort(claim)) return claim.states.every((state) => states.includes(state));
	const alike =
		states.length === claim.states.length && claim.states.every((state) => states.includes(state));
	return ofPhrase >= 0.5 && alike && isOfSameThing(claim, phrase);
}

// "The order", "a court": which one, it does not say.
const UNNAMED = new Set(
	"court judg order rule fee law govern policy end block pause inforce final enacted propose".split(
		" ",
	),
);

/** Nothing is named by the claim that the phrase leaves out, and no number or amount by the phrase alone. */
const isOfSameThing = (claim: Reading, { read, words }: Phrase): boolean =>
	claim.words.every((word) => words.has(word)) &&
	claim.words.some((word) => !UNNAMED.has(word)) &&
	read.sequence.every(
		(word) => !/\d/.test(word) || word === "h1b" || claim.sequence.includes(word),
	);

/** "Proclamation 11069" and "I-140" stand for nothing else: the phrase has to name them, too. */
const namesAll = (claim: Reading, { words }: Phrase): boolean =>
	claim.words.every((word) => word === "h1b" || !/\d/.test(word) || words.has(word));

/** A thing is named and nothing said of it that could be borne out. */
const saysTooLittle = ({ words, numbers, days }: Reading): boolean =>
	words.length < 2 && numbers.length + days.length === 0;

/** The claim names a number or a day, and the phrase has just these. */
function isExact(claim: Reading, match: Match): boolean {
	if (match.numbers !== "same" || match.days !== "same") return false;
	const { numbers, days } = match.phrase.read;
	return (
		(claim.numbers.length > 0 && numbers.length > 0) || (claim.days.length > 0 && days.length > 0)
	);
}

/** The claim names days, all of them before the state that denies it began. */
function isBefore(claim: Reading, { fact, entry }: Phrase): boolean {
	const { from } = entry;
	if (fact.kind !== "rule" || from === null) return false;
	const whole = claim.days.filter((day) => day.length >= 7 && !day.startsWith("-"));
	return whole.length > 0 && whole.every((day) => day < from.slice(0, day.length));
}

/** An older state is spoken of as such: by a dated sentence, or by days and years within its time. */
function isAboutThen(claim: Reading, { fact, entry, kind, read }: Phrase): boolean {
	if (kind === "states" && read.days.length > 0 && claim.past) return true;
	const next = fact.values[fact.values.indexOf(entry as FactValue) + 1];
	const named = [
		...claim.days.filter((day) => !day.startsWith("-")),
		...claim.fiscalYears.map((year) => `${year - 1}-10-01`),
	];
	return (
		named.length > 0 &&
		named.every(
			(day) =>
				(!entry.from || day >= entry.from.slice(0, day.length)) && (!next?.from || day < next.from),
		)
	);
}

// Heads of vocabulary.yaml that deny what they govern.
const DENYING = new Set(["block", "end", "ban", "pause", "refuse", "exempt", "lower", "without"]);

/** Whether two sentences affirm or deny alike; unsure when each denies something else. */
function senseOf(
	claim: Reading,
	phrase: Phrase,
	index: ClaimIndex,
): "same" | "opposite" | "unsure" {
	const { read, words } = phrase;
	// "Rose" against "fell" turns a sentence round as "not" does.
	const turned = claim.words.some(
		(word) =>
			!words.has(word) &&
			index.opposites(word).some((other) => words.has(other) && !claim.words.includes(other)),
	);
	if (claim.negated !== read.negated) {
		// What is denied in a side clause turns nothing round.
		const [denies, other] = claim.negated
			? [claim.deniedWord, words]
			: [read.deniedWord, new Set(claim.words)];
		if (denies !== null && !other.has(denies)) return "unsure";
		// "No guarantee" denies the guarantee alone.
		const [no, yes] = claim.negated ? [claim, read] : [read, claim];
		if (no.sweeping.some((kind) => !yes.sweeping.includes(kind))) return "unsure";
		// "Stopped hiring" and "makes no new hires" say the same: a verb may deny as "not" does.
		const denied = (own: readonly string[], other: (word: string) => boolean) =>
			own.some((word) => DENYING.has(word) && !other(word));
		const byVerb =
			denied(claim.words, (word) => words.has(word)) ||
			denied([...words], (word) => claim.words.includes(word));
		return turned || byVerb ? "unsure" : "opposite";
	}
	// "Pays no fee" and "does not pay the fee" deny one thing.
	const alike =
		words.size === new Set(claim.words).size &&
		claim.words.every((word) => words.has(word)) &&
		claim.sweeping.join() === read.sweeping.join();
	if (claim.negated && claim.deniedWord !== read.deniedWord && !alike) return "unsure";
	return turned ? "opposite" : "same";
}

/** The claim says the same of another number or day: close wording makes that a contradiction. */
function differing(
	match: Match,
	claim: Reading,
	era: string,
	vote: (verdict: Verdict, by: Basis) => Vote,
): Vote | null {
	const needed = match.phrase.kind === "holds" ? 0.66 : 0.72;
	if (match.ofPhrase < 0.3 || !ofSameYear(claim, match.phrase)) return null;
	if (claim.negated || era !== "now" || match.score < needed) return null;
	if (match.unmatched > MOST_BESIDES.differing) return null;
	const { states } = match.phrase.read;
	if (isShort(claim) && !claim.states.every((state) => states.includes(state))) return null;
	return vote("contradicted", match.numbers === "differ" ? "number" : "day");
}

/** A claim about one fiscal year is only put right by a sentence about that year. */
function ofSameYear(claim: Reading, { read, fact }: Phrase): boolean {
	return claim.fiscalYears.every(
		(year) => read.fiscalYears.includes(year) || fact.title.includes(`FY ${year}`),
	);
}

/** One sentence of a fact has another number, but a sentence beside it has the claimed one. */
export function saidElsewhere(vote: Vote, matches: readonly Match[]): boolean {
	if (vote.by !== "number" && vote.by !== "day") return false;
	return matches.some(
		(match) =>
			match.phrase.fact === vote.match.phrase.fact &&
			match.phrase.kind !== "denies" &&
			match.numbers === "same" &&
			match.days === "same" &&
			match.score >= vote.match.score - 0.1,
	);
}

/** The strongest vote. What is so today beats what was so before; a near tie goes to the careful one. */
export function decide(votes: readonly Vote[]): Vote | undefined {
	const best = (verdict: Verdict) =>
		votes
			.filter((vote) => vote.verdict === verdict)
			.reduce<Vote | undefined>((a, b) => (a && a.strength >= b.strength ? a : b), undefined);
	const strength = (vote: Vote | undefined) => vote?.strength ?? 0;
	const [yes, no, old] = [best("supported"), best("contradicted"), best("outdated")];
	if (yes && strength(yes) > strength(no) + NEAR_TIE && strength(yes) >= strength(old) - NEAR_TIE)
		return yes;
	return strength(old) >= strength(no) ? old : no;
}

const isOneSeason = ({ topic, kind }: Phrase["fact"]): boolean =>
	topic === "season" && kind !== "rule";

/** What was so in one season bears out no claim that names no time, where a rule speaks against it. */
export function withoutOldSeasons(votes: Vote[], claim: Reading): Vote[] {
	if (claim.fiscalYears.length + claim.days.length > 0) return votes;
	const ruled = votes.some(
		({ verdict, match, strength }) =>
			verdict !== "supported" && match.phrase.fact.kind === "rule" && strength >= 0.75,
	);
	return ruled ? votes.filter(({ match: { phrase } }) => !isOneSeason(phrase.fact)) : votes;
}
