import type { PlainDate } from "../../core/dates.ts";
import type { Facts } from "../../core/facts/lookup.ts";
import { readUntil, type RegisterNames } from "../../core/facts/register-names.ts";
import type { NewerDocument } from "../../core/unreviewed.ts";
import type { RegisterDocument } from "./ask.ts";

/** A document that came after the reading of facts which name its RIN, its docket or a document of those. */
export interface Found extends NewerDocument {
	facts: string[];
}

/**
 * What nobody has read: documents that no fact names, under a RIN or a docket of a fact, published after
 * that fact was last confirmed. `named`: the documents that facts name, which bring their RINs and dockets.
 */
export function findNewer(
	facts: Facts,
	names: RegisterNames,
	today: PlainDate,
	{ named, listed }: { named: readonly RegisterDocument[]; listed: readonly RegisterDocument[] },
): Found[] {
	const { byRin, byDocket } = factsBehind(names, named);
	const unique = new Map(listed.map((document) => [document.number, document]));
	return [...unique.values()].flatMap((document): Found[] => {
		// A day to come is a mistake of the answer, or the day of an issue that is not out.
		if (names.documents.has(document.number) || document.published > today) return [];
		const concerned = [
			...document.rins.flatMap((rin) => [...(byRin.get(rin) ?? [])]),
			...document.dockets.flatMap((docket) => [...(byDocket.get(docket) ?? [])]),
		];
		const unread = [...new Set(concerned)]
			.filter((id) => facts.has(id) && document.published > readUntil(facts, id, today))
			.sort();
		return unread.length > 0
			? [{ number: document.number, published: document.published, facts: unread }]
			: [];
	});
}

/** Which facts stand behind a RIN or a docket: those that name it, and those that name a document under it. */
export function factsBehind(
	names: RegisterNames,
	named: readonly RegisterDocument[],
): { byRin: Map<string, Set<string>>; byDocket: Map<string, Set<string>> } {
	const byRin = copy(names.rins);
	const byDocket = copy(names.dockets);
	for (const document of named) {
		const facts = names.documents.get(document.number) ?? new Set<string>();
		for (const rin of document.rins) add(byRin, rin, facts);
		for (const docket of document.dockets) add(byDocket, docket, facts);
	}
	return { byRin, byDocket };
}

const copy = (map: Map<string, Set<string>>): Map<string, Set<string>> =>
	new Map([...map].map(([key, facts]) => [key, new Set(facts)]));

function add(map: Map<string, Set<string>>, key: string, facts: Set<string>): void {
	const all = map.get(key) ?? new Set();
	for (const fact of facts) all.add(fact);
	map.set(key, all);
}
