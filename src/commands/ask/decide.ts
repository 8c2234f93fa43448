import type { Hit } from "../../core/facts/search.ts";

/** What to do with the facts found for a question. */
export type Decision =
	| { kind: "answer"; hit: Hit }
	| { kind: "choose"; hits: Hit[] }
	| { kind: "nothing" };

// Chosen on questions by many hands, where a wrong answer counts more than a question back.
/** Below this share of the question's weight, or this nearness, a fact does not answer it. */
const ENOUGH = { coverage: 0.45, closeness: 0.25 };
/** From here on, the best fact answers without asking back. */
const SURE = { coverage: 0.6, closeness: 0.5 };
/** A second fact this close to the first may be the one meant. */
const CLOSE = 0.6;
export const MOST_CHOICES = 3;

/** The best fact when it stands out, up to three when several fit, nothing when none does. */
export function decide(hits: readonly Hit[]): Decision {
	const [best] = hits;
	if (!best || !reaches(best, ENOUGH)) return { kind: "nothing" };
	if (reaches(best, SURE)) return { kind: "answer", hit: best };
	const near = hits.filter(
		(hit) => hit.score >= best.score * CLOSE && hit.coverage >= ENOUGH.coverage,
	);
	if (near.length === 1) return { kind: "answer", hit: best };
	return { kind: "choose", hits: near.slice(0, MOST_CHOICES) };
}

const reaches = (hit: Hit, least: { coverage: number; closeness: number }): boolean =>
	hit.coverage >= least.coverage && hit.closeness >= least.closeness;
