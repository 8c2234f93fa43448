import type { Hit } from "../../core/facts/search.ts";

/** What to do with the facts found for a question. */
export type Decision =
	/** The best fact, with others that the question may be about. */
	| { kind: "answer"; hit: Hit; also: Hit[]; isSure: boolean }
	/** Several that it may be about. */
	| { kind: "choose"; hits: Hit[] }
	/** None bears out all that the question tells. */
	| { kind: "closest"; hits: Hit[]; isNear: boolean }
	| { kind: "nothing" };

// Chosen by asking the sets of questions that come with the project: a wrong answer counts more than a
// question back.
/** Below this share of the question's weight, or this nearness, a fact does not answer it. */
const ENOUGH = { coverage: 0.45, closeness: 0.25 };
/** From here on, what stands on the card is the answer four times in five. */
const LIKELY = { coverage: 0.5, closeness: 0.4 };
/** From here on, nineteen times in twenty; below, the card says that it may not answer. */
const SURE = { coverage: 0.5, closeness: 0.45 };
/** Of the first fact: nineteen in twenty right answers have more, most wrong ones less. */
const SURE_SCORE = 160;
/** Below it one in a hundred is right. */
const LEAST_SCORE = 40;
const SAME_PHRASE = 0.9;
/** Of the second fact's score by the first's; a nearer first one stands above its rivals. */
const RIVALS = { score: 0.7, closeness: 0.65 };
/** A second fact this close to the first may be the one meant. */
const CLOSE = 0.6;
export const MOST_CHOICES = 3;

/** The best fact and what comes close to it, or a choice when none is near enough or bears out the question, or nothing. */
export function decide(hits: readonly Hit[]): Decision {
	const [best] = hits;
	if (!best || !reaches(best, ENOUGH)) return { kind: "nothing" };
	const akin = hits.filter((hit) => hit.isAkin && hit.coverage >= ENOUGH.coverage);
	const near = akin.filter((hit) => hit.score >= best.score * CLOSE).slice(0, MOST_CHOICES);
	if (near.length === 0) return { kind: "nothing" };
	if (best.missed.length > 0)
		return { kind: "closest", hits: closest(akin), isNear: reaches(best, SURE) };
	if (near.length > 1 && !reaches(best, LIKELY)) return { kind: "choose", hits: near };
	if (isWeak(best, LEAST_SCORE)) return { kind: "closest", hits: closest(akin), isNear: false };
	const isSure = reaches(best, SURE) && !isWeak(best, SURE_SCORE) && !isRivalled(best, near[1]);
	return { kind: "answer", hit: best, also: near.slice(1), isSure };
}

/** Few of its words say what the question asks, unless a phrase of the fact is all but the question itself. */
const isWeak = (best: Hit, least: number): boolean =>
	best.score < least && best.closeness < SAME_PHRASE;

/** A second fact that comes almost as near may be the one meant. */
const isRivalled = (best: Hit, second: Hit | undefined): boolean =>
	second !== undefined &&
	best.closeness < RIVALS.closeness &&
	second.score >= best.score * RIVALS.score;

/** Those that bear out all come first; one alone would look like the answer. */
const closest = (hits: readonly Hit[]): Hit[] =>
	hits
		.slice(0, MOST_CHOICES + 1)
		.sort((a, b) => a.missed.length - b.missed.length)
		.slice(0, MOST_CHOICES);

const reaches = (hit: Hit, least: { coverage: number; closeness: number }): boolean =>
	hit.coverage >= least.coverage && hit.closeness >= least.closeness;
