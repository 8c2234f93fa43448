/** Lists of words, each different word kept once: plain data that a build can write to a file. */
export interface PackedLists {
	words: string[];
	/** The words of all lists, one list after another, as places in `words`. */
	ids: number[];
	/** Where each list ends in `ids`. */
	ends: number[];
}

/** Gathers lists of words; `add` gives the number of the list. */
export function createPacker(): { add(list: Iterable<string>): number; packed: PackedLists } {
	const packed: PackedLists = { words: [], ids: [], ends: [] };
	const idOf = new Map<string, number>();
	return {
		packed,
		add(list) {
			for (const word of list) {
				let id = idOf.get(word);
				if (id === undefined) {
					id = packed.words.push(word) - 1;
					idOf.set(word, id);
				}
				packed.ids.push(id);
			}
			return packed.ends.push(packed.ids.length) - 1;
		},
	};
}

/** Lists of words that are read often and never change, in a tenth of the memory of sets of words. */
export interface WordLists {
	readonly words: readonly string[];
	/** How many lists. */
	readonly count: number;
	/** The number of a word, or undefined for one that stands in no list. */
	idOf(word: string): number | undefined;
	/** The numbers of the words of a list, in order. */
	list(at: number): Uint32Array;
	/** The words of a list, in order. Cheaper than a view of its numbers. */
	spell(at: number): string[];
}

export function openLists({ words, ids, ends }: PackedLists): WordLists {
	const all = Uint32Array.from(ids);
	const idOf = new Map(words.map((word, id) => [word, id]));
	const stops = Uint32Array.from(ends);
	const start = (at: number): number => stops[at - 1] ?? 0;
	return {
		words,
		count: stops.length,
		idOf: (word) => idOf.get(word),
		list: (at) => all.subarray(start(at), stops[at]),
		spell(at) {
			const found: string[] = [];
			const end = stops[at] ?? 0;
			for (let i = start(at); i < end; i++) found.push(words[all[i] as number] as string);
			return found;
		},
	};
}

/** Which of many words each of many things has: one bit a pair. */
export interface WordTable {
	add(thing: number, word: number): void;
	has(thing: number, word: number | undefined): boolean;
}

export function createWordTable(things: number, words: number): WordTable {
	const width = Math.ceil(words / 8);
	const bits = new Uint8Array(things * width);
	return {
		add(thing, word) {
			bits[thing * width + (word >> 3)]! |= 1 << (word & 7);
		},
		has: (thing, word) =>
			word !== undefined && ((bits[thing * width + (word >> 3)] ?? 0) & (1 << (word & 7))) !== 0,
	};
}
