import type { Hit } from "../../core/facts/search.ts";

/** What to do with the facts found for a question. */
export type Decision =
	| { kind: "answer"; hit: Hit }
	| { kind: "choose"; hits: Hit[] }
	| { kind: "nothing" };

/** Below this share of the question's weight, a fact does not answer it. */
const ENOUGH = 0.42;
/** From here on, the best fact answers without asking back. */
const SURE = 0.58;
/** A second fact this close to the first may be the one meant. */
const CLOSE = 0.92;
export const MOST_CHOICES = 3;

/** The best fact when it stands out, up to three when several fit, nothing when none does. */
export function decide(hits: readonly Hit[]): Decision {
	const [best] = hits;
	if (!best || best.coverage < ENOUGH) return { kind: "nothing" };
	if (best.coverage >= SURE) return { kind: "answer", hit: best };
	const near = hits.filter((hit) => hit.score >= best.score * CLOSE && hit.coverage >= ENOUGH);
	if (near.length === 1) return { kind: "answer", hit: best };
	return { kind: "choose", hits: near.slice(0, MOST_CHOICES) };
}
