import type { PlainDate } from "../dates.ts";
import type { Fact, FactValue } from "../facts/fact.ts";
import type { Facts, FactView } from "../facts/lookup.ts";
import { compare, type Match } from "./compare.ts";
import { sameDay } from "./days.ts";
import type { ClaimIndex, Phrase } from "./phrases.ts";
import { type Reading, readText } from "./read.ts";
import { judgeState } from "./state.ts";

/** `outdated`: it was true once. `unknown`: no fact either way, or sources conflict. */
export type Verdict = "supported" | "contradicted" | "outdated" | "unknown";

export interface Judgement {
	verdict: Verdict;
	/** The facts that decide it, or that come closest; at most three. */
	facts: FactView[];
	/** Why, for the card: which comparison decided. */
	by: "wording" | "number" | "day" | "state" | "proposal" | "conflict" | "no-fact" | "future";
}

// A false "supported" is the worst that can happen, so it needs the most.
const ENOUGH_TO_SUPPORT = 0.66;
const ENOUGH_WITH_NUMBERS = 0.62;
const ENOUGH_TO_CONTRADICT = 0.62;
const ENOUGH_TO_BE_OLD = 0.66;
const NEAR_ENOUGH_TO_SHOW = 0.4;
// What is denied has to be in the claim, not only its subject.
const MOST_OF_IT = 0.66;
// A number or day that both name tells more than any word.
const EXACT_COUNTS = 0.1;
const NEAR_TIE = 0.02;

interface Vote {
	verdict: Verdict;
	by: Judgement["by"];
	match: Match;
	strength: number;
}

/** Judges a claim on a day by what the facts say then. */
export function judgeClaim(
	claim: string,
	facts: Facts,
	index: ClaimIndex,
	date: PlainDate,
): Judgement {
	const reading = readText(claim, index.fold);
	const matches = index
		.near(reading.words)
		.filter((phrase) => index.era(phrase, date) !== "unknown")
		.map((phrase) => compare(reading, phrase, index))
		.filter((match) => match.score >= NEAR_ENOUGH_TO_SHOW || match.coverage >= 0.55)
		.sort((a, b) => b.score - a.score);
	const near = views(matches, facts, date);
	if (matches.length === 0) return { verdict: "unknown", facts: [], by: "no-fact" };
	const unclear = unsettled(matches);
	const votes = matches
		.flatMap((match) => voteOf(reading, match, index, date) ?? [])
		.filter((vote) => !saidElsewhere(vote, matches));
	const best = decide(votes);
	const future = reading.days.filter((said) => said.length >= 7 && said > facts.horizon);
	if (future.length > 0 && !named(future, best, facts.horizon))
		return { verdict: "unknown", facts: near, by: "future" };
	if (unclear && unclear.score > (best?.strength ?? 0))
		return { verdict: "unknown", facts: views([unclear], facts, date), by: "conflict" };
	const undecided = undecidedThing(matches, facts, date);
	if (undecided && undecided.coverage > (best?.match.coverage ?? 0) + NEAR_TIE)
		return { verdict: "unknown", facts: views([undecided], facts, date), by: "conflict" };
	if (best) {
		return { verdict: best.verdict, facts: views([best.match], facts, date), by: best.by };
	}
	const state = judgeState(reading, topFacts(matches), facts, index, date);
	if (state) return state;
	return { verdict: "unknown", facts: near, by: "no-fact" };
}

/** Whether the deciding phrase itself names a day that late, such as the end of a state's pause. */
function named(days: readonly string[], best: Vote | undefined, horizon: string): boolean {
	const held = best?.match.phrase.read.days ?? [];
	if (best?.by === "day") return held.some((day) => day > horizon);
	return days.every((said) => held.some((day) => sameDay(said, day)));
}

/** A fact on which nothing was found, or whose sources conflict, when the claim is about it. */
function unsettled(matches: readonly Match[]): Match | undefined {
	return matches.find(
		(match) =>
			match.score >= 0.5 &&
			(match.phrase.fact.unknown ||
				(match.phrase.entry.confidence === "conflicting" && match.phrase.kind === "states")),
	);
}

/** A suit or a bill that was open when last checked, when the claim is about it: its end is not known. */
function undecidedThing(
	matches: readonly Match[],
	facts: Facts,
	date: PlainDate,
): Match | undefined {
	return matches
		.filter(({ phrase, coverage }) => {
			if (coverage < 0.7 || phrase.kind !== "states") return false;
			const view = facts.stateOn(phrase.fact.id, date);
			return view.known && view.part === "value" && view.status === "pending";
		})
		.sort((a, b) => b.coverage - a.coverage)[0];
}

/** What one phrase says of the claim, or null when it is too far from it. */
function voteOf(claim: Reading, match: Match, index: ClaimIndex, date: PlainDate): Vote | null {
	const { phrase, score } = match;
	if (match.otherYear) return null;
	const strength = score * (0.85 + 0.15 * match.order);
	const era = index.era(phrase, date);
	const sense = senseOf(claim, phrase, index);
	if (sense === "unsure") return null;
	const sameSense = sense === "same";
	const vote = (verdict: Verdict, by: Vote["by"] = "wording"): Vote => ({
		verdict,
		by,
		match,
		strength: strength + (isExact(claim, match) ? EXACT_COUNTS : 0),
	});
	if (phrase.kind === "denies") {
		if (era === "past" || match.numbers === "differ" || match.days === "differ") return null;
		if (score < ENOUGH_TO_CONTRADICT || match.ofPhrase < MOST_OF_IT || !sameSense) return null;
		// "Every employer pays" is denied; "employers pay" is not.
		const asSweeping = phrase.read.sweeping.every((kind) => claim.sweeping.includes(kind));
		return asSweeping ? vote("contradicted") : null;
	}
	if (match.numbers === "differ" || match.days === "differ")
		return differing(match, claim, era, vote);
	if (era === "past") {
		// What happened then, and what a claim says of that time, stays true.
		if (isAboutThen(claim, phrase) && !phrase.mixed && sameSense && supports(claim, match))
			return vote("supported");
		const told = sameSense && match.numbers === "same" && match.unmatched <= 1;
		const old = told && score >= ENOUGH_TO_BE_OLD;
		return old ? vote("outdated") : null;
	}
	if (era === "outlook" && !claim.hypothetical) {
		// What is only proposed never bears out a claim that does not say so.
		const told = phrase.kind === "holds" && sameSense && score >= ENOUGH_TO_CONTRADICT;
		return told ? vote("contradicted", "proposal") : null;
	}
	if (phrase.mixed) return null;
	if (!sameSense) {
		const listed = phrase.kind === "holds" && score >= 0.74;
		return listed ? vote("contradicted") : null;
	}
	return supports(claim, match) ? vote("supported") : null;
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

/** The claim names a number or a day, and the phrase has just these. */
function isExact(claim: Reading, match: Match): boolean {
	if (match.numbers !== "same" || match.days !== "same") return false;
	const { numbers, days } = match.phrase.read;
	return (
		(claim.numbers.length > 0 && numbers.length > 0) || (claim.days.length > 0 && days.length > 0)
	);
}

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
	if (claim.negated !== read.negated) return turned ? "unsure" : "opposite";
	if (claim.negated && claim.deniedWord !== read.deniedWord) return "unsure";
	return turned ? "opposite" : "same";
}

/** The claim says the same of another number or day: close wording makes that a contradiction. */
function differing(
	match: Match,
	claim: Reading,
	era: string,
	vote: (verdict: Verdict, by: Vote["by"]) => Vote,
): Vote | null {
	const needed = match.phrase.kind === "holds" ? 0.66 : 0.72;
	if (match.ofPhrase < 0.3 || !ofSameYear(claim, match.phrase)) return null;
	if (claim.negated || era !== "now" || match.score < needed) return null;
	return vote("contradicted", match.numbers === "differ" ? "number" : "day");
}

/** A claim about one fiscal year is only put right by a sentence about that year. */
function ofSameYear(claim: Reading, { read, fact }: Phrase): boolean {
	return claim.fiscalYears.every(
		(year) => read.fiscalYears.includes(year) || fact.title.includes(`FY ${year}`),
	);
}

/** One sentence of a fact has another number, but a sentence beside it has the claimed one. */
function saidElsewhere(vote: Vote, matches: readonly Match[]): boolean {
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

/**
 * Whether a phrase bears the claim out. One word can turn a claim into its opposite, so every word has
 * to be matched; where a number or a day is borne out too, one may be other.
 */
function supports(claim: Reading, match: Match): boolean {
	const { phrase } = match;
	const whole = claim.days.filter((day) => day.length >= 7);
	const later = whole.some((day) => day > (phrase.entry.confirmed ?? day));
	const exact = claim.numbers.length + whole.length > 0 && !later;
	if (match.unmatched > (exact ? 1 : 0) || match.order < 0.6) return false;
	if (match.score < (exact ? ENOUGH_WITH_NUMBERS : ENOUGH_TO_SUPPORT)) return false;
	if (match.numbers !== "same" || match.days !== "same") return false;
	if (phrase.entry.confidence === "conflicting") return false;
	return claim.sweeping.every((kind) => phrase.read.sweeping.includes(kind));
}

/** The strongest vote. What is so today beats what was so before; a near tie goes to the careful one. */
function decide(votes: readonly Vote[]): Vote | undefined {
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

function topFacts(matches: readonly Match[]): { fact: Fact; coverage: number }[] {
	const best = new Map<string, { fact: Fact; coverage: number }>();
	for (const { phrase, coverage } of matches) {
		const known = best.get(phrase.fact.id);
		if (!known || known.coverage < coverage)
			best.set(phrase.fact.id, { fact: phrase.fact, coverage });
	}
	return [...best.values()].sort((a, b) => b.coverage - a.coverage).slice(0, 4);
}

function views(matches: readonly Match[], facts: Facts, date: PlainDate): FactView[] {
	const ids = [...new Set(matches.map((match) => match.phrase.fact.id))].slice(0, 3);
	return ids.flatMap((id) => {
		const view = facts.stateOn(id, date);
		return view.known ? [view] : [];
	});
}
