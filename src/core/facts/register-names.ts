import type { PlainDate } from "../dates.ts";
import type { Fact } from "./fact.ts";
import type { Facts } from "./lookup.ts";

/** What facts name of the Federal Register, and which facts name it. */
export interface RegisterNames {
	/** Regulation identifier numbers, such as `1615-AD20`. */
	rins: Map<string, Set<string>>;
	/** Dockets, such as `USCIS-2026-0364`. */
	dockets: Map<string, Set<string>>;
	/** Document numbers, such as `2026-17324`. */
	documents: Map<string, Set<string>>;
}

const RIN = /\b(\d{4}-[A-Z]{2}\d{2})\b/g;
const DOCKET = /\b((?:USCIS|DHS|ICEB|USCBP|ETA|WHD|DOL|DOS|EOIR)-20\d{2}-\d{4})\b/g;
const DOCUMENT =
	/federalregister\.gov\/(?:documents\/\d{4}\/\d{2}\/\d{2}|d)\/((?:[A-Z]\d-)?\d{4}-\d{4,6})|FR-\d{4}-\d{2}-\d{2}\/(?:html|pdf)\/((?:[A-Z]\d-)?\d{4}-\d{4,6})/g;

/** Reads the names out of sources, statements and remarks of rules: what never goes stale is not watched. */
export function registerNames(facts: Facts): RegisterNames {
	const names: RegisterNames = { rins: new Map(), dockets: new Map(), documents: new Map() };
	for (const fact of facts.all) {
		if (fact.kind !== "rule") continue;
		for (const text of textsOf(fact)) {
			collect(names.rins, fact.id, text, RIN);
			collect(names.dockets, fact.id, text, DOCKET);
			collect(names.documents, fact.id, text, DOCUMENT);
		}
	}
	return names;
}

function textsOf(fact: Fact): string[] {
	const entries = [...fact.values, ...fact.outlook];
	const sources = [...entries, ...fact.events].flatMap((entry) => entry.sources);
	return [
		...entries.map((entry) => entry.statement),
		...fact.events.map((event) => event.text),
		...sources.flatMap(({ label, url }) => [label, url]),
		fact.note ?? "",
		fact.misread ?? "",
	];
}

function collect(into: Map<string, Set<string>>, fact: string, text: string, shape: RegExp): void {
	for (const match of text.matchAll(shape)) {
		const name = match[1] ?? match[2];
		if (!name) continue;
		const facts = into.get(name) ?? new Set();
		into.set(name, facts.add(fact));
	}
}

/** The last day that a rule's reading covers: what was published by then has been seen. */
export function readUntil(facts: Facts, id: string, today: PlainDate): PlainDate {
	const view = facts.stateOn(id, today);
	return view.known ? view.checked : facts.horizon;
}
