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

/** A fold over groups of words; the first of each group stands for the rest. */
export function foldWith(groups: readonly (readonly string[])[]): Fold {
	const to = new Map<string, string>();
	for (const group of groups) {
		const key = headWord(group[0] ?? "");
		for (const word of group) to.set(plain(word), key);
	}
	if (to.size === 0) return plain;
	const phrases = [...to.keys()].sort((a, b) => b.length - a.length).map(escaped);
	const pattern = new RegExp(
		`(?<![\\p{L}\\p{N}$])(?:${phrases.join("|")})(?![\\p{L}\\p{N}])`,
		"gu",
	);
	return (text) =>
		plain(text)
			.replace(pattern, (phrase) => ` ${to.get(phrase)} `)
			.replace(/'s\b/g, "")
			.replace(/\s+/g, " ");
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

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
