import type { PlainDate } from "../dates.ts";
import type { Fact } from "../facts/fact.ts";
import type { Facts, FactView } from "../facts/lookup.ts";
import type { Judgement, Verdict } from "./verdict.ts";
import { bearsOut } from "./numbers.ts";
import { valuesOf } from "./compare.ts";
import type { ClaimIndex } from "./phrases.ts";
import type { Reading } from "./read.ts";

const ABOUT_IT = 0.7;

/** Compares the numbers of a claim with the state of the fact it is about. */
export function judgeValues(
	claim: Reading,
	about: readonly { fact: Fact; coverage: number }[],
	facts: Facts,
	index: ClaimIndex,
	date: PlainDate,
): Judgement | null {
	const swapped = otherYear(claim, facts, date);
	if (swapped) return swapped;
	for (const { fact } of about) {
		const view = facts.stateOn(fact.id, date);
		if (!view.known || covered(claim, fact, index) < ABOUT_IT || !namesYears(claim, view)) continue;
		const byNumber = judgeNumbers(claim, view);
		if (byNumber) return { verdict: byNumber, facts: [view], by: "number" };
	}
	return null;
}

/** A count that was published for another fiscal year than the claim says. */
function otherYear(claim: Reading, facts: Facts, date: PlainDate): Judgement | null {
	const [year] = claim.fiscalYears;
	const [number] = claim.numbers.filter((n) => n.unit === null && n.value > 1000);
	if (claim.fiscalYears.length !== 1 || year === undefined || !number || claim.negated) return null;
	const holders = facts.all
		.filter((fact) => fact.kind === "count" && /FY \d{4}/.test(fact.title))
		.flatMap((fact) => {
			const view = facts.on(fact.id, date);
			const held = view.known && valuesOf(view.entry).some((value) => value === number.value);
			return held ? [view] : [];
		});
	const name = `FY ${year}`;
	if (holders.length === 0 || holders.some((view) => view.fact.title.includes(name))) return null;
	return { verdict: "contradicted", facts: holders.slice(0, 2), by: "number" };
}

/** A claim about a fiscal year is judged by a fact about that year only. */
function namesYears(claim: Reading, { fact, entry }: FactView): boolean {
	const text = `${fact.title} ${entry.statement}`;
	return claim.fiscalYears.every((year) => text.includes(`FY ${year}`));
}

/** How much of the claim is about a fact. */
function covered(claim: Reading, fact: Fact, index: ClaimIndex): number {
	const known = index.wordsOf(fact);
	let all = 0;
	let shared = 0;
	for (const word of new Set(claim.words)) {
		const weight = index.weight(word);
		all += weight;
		if (known.has(word)) shared += weight;
	}
	return all === 0 ? 0 : shared / all;
}

/** A number that no value of the fact bears out, though the fact holds one of the kind. */
function judgeNumbers(claim: Reading, view: FactView): Verdict | null {
	if (claim.negated || claim.numbers.length === 0 || !isPlainNumber(view)) return null;
	const current = valuesOf(view.entry);
	const older = view.fact.values.filter((value) => value !== view.entry).flatMap(valuesOf);
	const comparable = claim.numbers.filter((n) => fitsUnit(n.unit, view.fact.unit));
	if (comparable.length === 0) return null;
	const wrong = comparable.filter((n) => !current.some((value) => bearsOut(n, value)));
	if (wrong.length === 0) return null;
	return wrong.every((n) => older.some((value) => bearsOut(n, value)))
		? "outdated"
		: "contradicted";
}

const isPlainNumber = (view: FactView): boolean =>
	typeof view.entry.value === "number" && view.fact.kind !== "position";

function fitsUnit(said: string | null, unit: string | undefined): boolean {
	if (said === unit) return true;
	return said === null && ["people", "petitions", "registrations"].includes(unit ?? "");
}
