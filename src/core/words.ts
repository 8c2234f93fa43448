/** Splits text into search words: case and width folded, money and hyphens joined up. */
export function searchWords(text: string): string[] {
	return text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[’']/g, "")
		.replace(/\bh[- ]?1[- ]?b\b/g, "h1b")
		.replace(/\bh[- ]?4\b/g, "h4")
		.replace(/\bf[- ]?1\b/g, "f1")
		.replace(/\bl[- ]?1\b/g, "l1")
		.replace(/\bi[- ]?(\d{2,4})\b/g, "i$1")
		.replace(/\b(?:fy|fiscal year|fiscal)[- ]?(?:20)?(\d{2})\b/g, "20$1")
		.replace(/(\d),(?=\d{3})/g, "$1")
		.replace(/\$ ?/g, "")
		.replace(/\b(\d+)k\b/g, "$1000")
		.replace(/\b(cap|grace|master)-(gap|exempt|subject|period)\b/g, "$1 $2")
		.split(/[^\p{L}\p{M}\p{N}/.]+/u)
		.flatMap((word) => word.replace(/^[./]+|[./]+$/g, ""))
		.flatMap(splitScript)
		.filter((word) => word !== "");
}

// Chinese has no spaces: pairs of characters are its search words.
function splitScript(word: string): string[] {
	if (!/\p{Script=Han}/u.test(word)) return [word];
	return (word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []).flatMap((run) => {
		if (!/\p{Script=Han}/u.test(run) || run.length < 2) return [run];
		return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
	});
}

/** A word without its usual endings. */
export function stem(word: string): string {
	if (word.length <= 3 || /\d/.test(word)) return word;
	return word
		.replace(/ies$/, "y")
		.replace(/(ss|us|is)$/, "$1")
		.replace(/([^su])s$/, "$1")
		.replace(/(.{3,})(ing|ed)$/, "$1");
}

/** Folds words that mean the same to one; groups come from the facts' own vocabulary. */
export type Fold = (text: string) => string;

/** The first word of a group as it stands in a folded text. */
export const headWord = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, "");

const IN_WORD = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;

/** A fold over groups of words; the first of each group stands for the rest. The longest phrase wins. */
export function foldWith(groups: readonly (readonly string[])[]): Fold {
	const to = new Map<string, string>();
	for (const group of groups) {
		const key = headWord(group[0] ?? "");
		for (const word of group) to.set(plain(word), key);
	}
	// Looked up by how they start: trying hundreds of phrases at each letter takes too long.
	const starting = new Map<string, string[]>();
	for (const phrase of [...to.keys()].sort((a, b) => b.length - a.length)) {
		const start = phrase.slice(0, 2);
		starting.set(start, [...(starting.get(start) ?? []), phrase]);
	}
	const phraseAt = (text: string, at: number): string | undefined => {
		const phrases = starting.get(text.slice(at, at + 2)) ?? starting.get(text.charAt(at));
		if (!phrases) return undefined;
		const before = text.charAt(at - 1);
		const starts = at === 0 || !(before === "$" || IN_WORD.test(before));
		return phrases.find(
			(phrase) =>
				text.startsWith(phrase, at) &&
				// Chinese puts no spaces between words.
				(HAN.test(phrase) || (starts && !IN_WORD.test(text.charAt(at + phrase.length)))),
		);
	};
	return (typed) => {
		const text = plain(typed);
		let folded = "";
		for (let at = 0; at < text.length; ) {
			const phrase = phraseAt(text, at);
			folded += phrase === undefined ? text.charAt(at) : ` ${to.get(phrase)} `;
			at += phrase?.length ?? 1;
		}
		return folded.replace(/'s\b/g, "").replace(/\s+/g, " ");
	};
}

/** Case, width, quotes and dashes folded. */
export function plain(text: string): string {
	return text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[‘’‛′]/g, "'")
		.replace(/[‐‑‒–—―−]/g, "-")
		.replace(/\s+/g, " ");
}
