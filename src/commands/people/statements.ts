import type { PlainDate } from "../../core/dates.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { type Facts, type FactView, knownFrom } from "../../core/facts/lookup.ts";
import { searchWords, stem } from "../../core/words.ts";

/** One thing that a person said, dated. */
export interface Statement {
	/** The day, or `2025-10` or `2025-08-26/27` where no single day is known. */
	on: string;
	/** Set only where the words plainly say it: supportive, critical, mixed, reform. */
	stance?: string;
	/** The paraphrase with its day. */
	whole: string;
	/** The paraphrase without it, for a row that is labelled with the day. */
	text: string;
	view: FactView;
}

/** What a person had said by a day, in order. */
export function statementsBy(facts: Facts, fact: Fact, date: PlainDate): Statement[] {
	return fact.values
		.filter((value) => knownFrom(value) <= date)
		.flatMap((value) => {
			const view = facts.on(fact.id, knownFrom(value));
			if (!view.known) return [];
			const said = value.figures?.said;
			return [
				{
					on: typeof said === "string" ? said : (value.from ?? "long-standing"),
					...(typeof value.value === "string" && { stance: value.value }),
					whole: value.statement,
					text: withoutDay(value.statement),
					view: { ...view, superseded: value !== fact.values.at(-1) },
				},
			];
		});
}

/** "On 2024-12-28 Donald Trump told ..." without the day. */
function withoutDay(statement: string): string {
	return statement.replace(
		/^(Reported: )?on \d{4}-\d{2}-\d{2}(?: or \d{4}-\d{2}-\d{2})?,? (\p{L})/iu,
		(_all, reported: string | undefined, first: string) =>
			reported ? `${reported}${first}` : first.toUpperCase(),
	);
}

/** The stances in order, each where it changed; one or none means no shift. */
export function shiftOf(statements: readonly Statement[]): Statement[] {
	const stated = statements.filter((statement) => statement.stance !== undefined);
	return stated.filter((statement, i) => statement.stance !== stated[i - 1]?.stance);
}

/** The statement that a question's words point at, or undefined when they point at none. */
export function bestFor(
	question: string,
	statements: readonly Statement[],
	name: string,
): Statement | undefined {
	const skip = new Set(stems(`${name} h1b h-1b visa said say what did think on in about program`));
	const asked = [...new Set(stems(question))].filter((word) => word.length > 2 && !skip.has(word));
	const score = (statement: Statement): number => {
		const words = new Set(stems(`${statement.whole} ${statement.on}`));
		// A word that every statement has points at none of them.
		return asked.filter(
			(word) => words.has(word) && !statements.every((other) => stems(other.whole).includes(word)),
		).length;
	};
	const best = Math.max(...statements.map(score));
	if (best === 0) return undefined;
	return statements.findLast((statement) => score(statement) === best);
}

const stems = (text: string): string[] => searchWords(text).map(stem);
