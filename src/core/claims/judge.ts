import type { PlainDate } from "../dates.ts";
import type { Fact } from "../facts/fact.ts";
import type { Facts, FactUnknown, FactView } from "../facts/lookup.ts";
import { compare, type Match } from "./compare.ts";
import { sameDay } from "./days.ts";
import type { ClaimIndex } from "./phrases.ts";
import { type Reading, readText } from "./read.ts";
import { judgeStanding } from "./standing.ts";
import { judgeValues } from "./values.ts";
import type { Judgement, Verdict } from "./verdict.ts";
import { decide, NEAR_TIE, saidElsewhere, type Vote, voteOf, withoutOldSeasons } from "./vote.ts";

// Facts this near are shown beside "unknown".
const NEAR_ENOUGH_TO_SHOW = 0.4;

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
		.filter((phrase) => index.era(phrase, date) !== "unknown" && !isAssumed(phrase.fact))
		.map((phrase) => compare(reading, phrase, index))
		.filter((match) => match.score >= NEAR_ENOUGH_TO_SHOW || match.coverage >= 0.55)
		.sort((a, b) => b.score - a.score);
	const near = views(matches, facts, date);
	const standing = judgeStanding(claim, reading, facts, index, date);
	if (standing?.bare && standing.verdict !== "supported") return standing;
	if (matches.length === 0) return { verdict: "unknown", facts: [], by: "no-fact" };
	const unclear = unsettled(matches);
	const unheld = notHeld(reading, matches);
	const said = matches
		.flatMap((match) => voteOf(reading, match, index, date) ?? [])
		.filter((vote) => !saidElsewhere(vote, matches));
	const votes = withoutOldSeasons(said, reading).filter(foretellsAlike(reading));
	if (standing?.bare && !said.some(isDenied)) return standing;
	const best = decide(standing ? votes.filter(agrees(standing.verdict)) : votes);
	const future = reading.days.filter((said) => said.length >= 7 && said > facts.horizon);
	const decides = votes.some((vote) => named(future, vote, facts.horizon) && isAbout(vote, best));
	if (reading.future && reading.states.length > 0 && !best)
		return { verdict: "unknown", facts: near, by: "future" };
	if ((future.length > 0 && !decides) || (reading.justNow && date > facts.horizon))
		return { verdict: "unknown", facts: near, by: "future" };
	if (unclear && unclear.score > (best?.strength ?? 0))
		return {
			verdict: "unknown",
			facts: views([unclear], facts, date),
			by: unclear.phrase.fact.unknown ? "not-found" : "conflict",
		};
	if (unheld && best?.match.numbers !== "same")
		return { verdict: "unknown", facts: views([unheld], facts, date), by: "not-found" };
	const undecided = undecidedThing(matches, facts, date);
	if (undecided && undecided.coverage > (best?.match.coverage ?? 0) + NEAR_TIE)
		return {
			// What was still open when last checked had not been decided on an earlier day.
			verdict: tellsEarlierEnd(reading, facts.stateOn(undecided.phrase.fact.id, date))
				? "contradicted"
				: "unknown",
			facts: views([undecided], facts, date),
			by: "undecided",
		};
	if (standing && !best) return standing;
	if (best) {
		return { verdict: best.verdict, facts: views([best.match], facts, date), by: best.by };
	}
	const byValue = judgeValues(reading, topFacts(matches), facts, index, date);
	return byValue ?? { verdict: "unknown", facts: near, by: "no-fact" };
}

/** What is to become of a thing is told only by what speaks of that, too. */
const foretellsAlike =
	(claim: Reading) =>
	({ match: { phrase } }: Vote): boolean =>
		!claim.future ||
		claim.states.length === 0 ||
		claim.days.length > 0 ||
		((phrase.read.future || phrase.read.hypothetical) &&
			claim.states.every((state) => phrase.read.states.includes(state)));

/** Listed as false, nearly word for word. */
const isDenied = ({ match }: Vote): boolean =>
	match.phrase.kind === "denies" && match.ofPhrase >= 0.9;

/** The state of the thing itself speaks against this vote. */
const agrees =
	(standing: Verdict) =>
	({ verdict }: Vote): boolean =>
		verdict === "contradicted" || verdict === standing;

/** What the desk assumes of a draw bears nothing out and contradicts nothing. */
const isAssumed = ({ id }: Fact): boolean => id.startsWith("desk/");

/** Whether the deciding phrase itself names a day that late, such as the end of a state's pause. */
function named(days: readonly string[], best: Vote | undefined, horizon: string): boolean {
	const held = best?.match.phrase.read.days ?? [];
	if (best?.by === "day") return held.some((day) => day > horizon);
	return days.every((said) => held.some((day) => sameDay(said, day)));
}

/** The vote rests on the same fact as the deciding one, or there is none. */
const isAbout = (vote: Vote, best: Vote | undefined): boolean =>
	best === undefined || vote.match.phrase.fact === best.match.phrase.fact;

/** A fact on which nothing was found, or whose sources conflict, when the claim is about it. */
function unsettled(matches: readonly Match[]): Match | undefined {
	return matches.find(
		(match) =>
			match.score >= 0.5 &&
			(match.phrase.fact.unknown ||
				(match.phrase.entry.confidence === "conflicting" && match.phrase.kind === "states")),
	);
}

/** The number that a claim gives was looked for and not found. */
function notHeld(claim: Reading, matches: readonly Match[]): Match | undefined {
	if (claim.fiscalYears.length === 0 && claim.numbers.length === 0) return undefined;
	return matches.find(
		({ phrase, coverage, otherYear }) => phrase.fact.unknown && coverage >= 0.7 && !otherYear,
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

const DECIDING = new Set(["uphold", "block", "final", "enacted", "publish"]);

/** The claim says that an open thing was decided, on a day before it was last seen open. */
function tellsEarlierEnd(claim: Reading, view: FactView | FactUnknown): boolean {
	const days = claim.days.filter((day) => day.length >= 7 && !day.startsWith("-"));
	if (!view.known || claim.negated || days.length === 0) return false;
	const isEarlier = days.every((day) => day < view.checked.slice(0, day.length));
	return isEarlier && claim.words.some((word) => DECIDING.has(word));
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
