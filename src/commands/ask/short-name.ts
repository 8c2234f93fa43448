import type { Fact } from "../../core/facts/fact.ts";

/** Four letters and digits that stand for a fact where a button's id has no room for its name; the same in every version. */
export function shortName({ id }: Pick<Fact, "id">): string {
	let hash = 0x811c9dc5;
	for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
	return (hash % 36 ** 4).toString(36).padStart(4, "0");
}
