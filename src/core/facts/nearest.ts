import type { WordLists } from "../word-lists.ts";
import type { Cue } from "./cues.ts";

// Chosen by leaving out a fifth of the facts' own questions and asking them.
export const NEAREST = [1, 0.5, 0.3];
const SAME_CUE = 1.2;
const OTHER_CUE = 0.85;

/** What is known of a question. */
export interface Asked {
	/** Of all words of the question. */
	weight: number;
	cue: Cue | null;
}

/** The phrases of all facts. */
export interface Phrases {
	lists: WordLists;
	/** Of each phrase; the phrases are the last of the lists. */
	cues: readonly (Cue | null)[];
	/** By the number of a word. */
	weights: Float64Array;
}

/** How near the three nearest phrases of a fact are to a question, from 0 on: what both say, by weight, and ask. */
export function nearest(
	{ lists, cues, weights }: Phrases,
	{ from, to }: { from: number; to: number },
	matched: readonly string[],
	asked: Asked,
): number[] {
	const words = new Set(matched.map(lists.idOf));
	const first = lists.count - cues.length;
	const found: number[] = [];
	for (let at = from; at < to; at++) {
		let shared = 0;
		let all = 0;
		for (const word of lists.list(at)) {
			const weight = weights[word] ?? 0;
			all += weight;
			if (words.has(word)) shared += weight;
		}
		const near = (2 * Math.min(shared, asked.weight)) / (asked.weight + all || 1);
		found.push(near * agreement(asked.cue, cues[at - first] ?? null));
	}
	return found.sort((a, b) => b - a).slice(0, NEAREST.length);
}

function agreement(asked: Cue | null, told: Cue | null): number {
	if (asked === null || told === null) return 1;
	return asked === told ? SAME_CUE : OTHER_CUE;
}
