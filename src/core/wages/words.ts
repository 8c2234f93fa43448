import { editDistance } from "../edit-distance.ts";

/** Case, width, accents, punctuation and spaces folded: how names are compared. `St.` and `Saint` are one. */
export function nameKey(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/\p{M}+/gu, "")
		.toLowerCase()
		.replace(/[’'`.]/g, "")
		.replace(/&/g, " and ")
		.replace(/[^\p{L}\p{N}+#]+/gu, " ")
		.replace(/\bsaint\b/g, "st")
		.replace(/\bft\b/g, "fort")
		.replace(/\bmt\b/g, "mount")
		.trim();
}

/** A plural and its singular are one word: `developers` is `developer`. */
export function singular(word: string): string {
	if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
	return word
		.replace(/ies$/, "y")
		.replace(/(sh|ch|x)es$/, "$1")
		.replace(/s$/, "");
}

/** Typing mistakes allowed in a word or name of this length. */
export function mistakesAllowed(length: number): number {
	if (length < 5) return 0;
	return length < 9 ? 1 : 2;
}

/**
 * How far a typed name is from another, word by word, so that short words must be right: `hr manager`
 * is not `it manager`. A space too many or too few costs nothing. Infinity: not the same name.
 */
function nameDistance(typed: string, name: string): number {
	if (typed.replaceAll(" ", "") === name.replaceAll(" ", "")) return 0;
	const a = typed.split(" ");
	const b = name.split(" ");
	if (a.length !== b.length) {
		const most = typed.length > 8 ? 1 : 0;
		const distance = editDistance(typed.replaceAll(" ", ""), name.replaceAll(" ", ""), most);
		return distance > most ? Number.POSITIVE_INFINITY : distance;
	}
	let sum = 0;
	for (let i = 0; i < a.length; i++) {
		const word = a[i] as string;
		// Beside other words even a short one may be mistyped: `bay aera`.
		const most = word.length === 4 && a.length > 1 ? 1 : mistakesAllowed(word.length);
		const distance = editDistance(word, b[i] as string, most);
		if (distance > most) return Number.POSITIVE_INFINITY;
		sum += distance;
	}
	return sum;
}

/** Everything filed under the names nearest to the typed one. */
export function nearestIn<T>(typed: string, names: ReadonlyMap<string, readonly T[]>): T[] {
	let least = Number.POSITIVE_INFINITY;
	let found: T[] = [];
	for (const [name, items] of names) {
		if (Math.abs(name.length - typed.length) > 4) continue;
		const distance = nameDistance(typed, name);
		if (distance === Number.POSITIVE_INFINITY || distance > least) continue;
		if (distance < least) found = [];
		least = distance;
		found.push(...items);
	}
	return found;
}
