import type { Row } from "../../core/answer.ts";
import type { PlainDate } from "../../core/dates.ts";
import { cueOf } from "../../core/facts/cues.ts";
import { eventsBy, type FactView, knownFrom } from "../../core/facts/lookup.ts";
import { sayDay, sayRemark, sayStatement } from "../../core/say.ts";
import { searchWords, stem } from "../../core/words.ts";

const MOST_STEPS = 2;
// Steps of a rule, a suit or a bill that people ask for by name.
const STEP =
	/\b(comment\w*|comentario\w*|sign(ed|s)?|appeal\w*|argu\w+|hearing|reports?|deadline|filed|sued|introduced|published|rose|changed?|badha)\b|意见|评论/i;

/** What may come of a fact that holds something already, and its dated steps that the question asks for. */
export function stepsAsked(view: FactView, question: string, date: PlainDate): Row[] {
	const { fact } = view;
	const proposed = fact.outlook
		.filter((entry) => entry.status !== "estimated" && knownFrom(entry) <= date)
		.slice(-1)
		.filter((entry) => entry !== view.entry)
		.map((entry) => ({ label: sayDay(entry.from), value: sayStatement(fact.id, entry) }));
	const cue = cueOf(question);
	if (cue !== "when" && cue !== "who" && !STEP.test(question)) return proposed;
	const titled = new Set(words(fact.title));
	const asked = new Set(words(question).filter((word) => word.length > 3 && !titled.has(word)));
	const steps = eventsBy(fact, date)
		.map((event) => ({
			event,
			shared: new Set(words(event.text).filter((word) => asked.has(word))).size,
		}))
		.filter(({ shared }) => shared > 0)
		.sort((a, b) => b.shared - a.shared)
		.slice(0, MOST_STEPS)
		.map(({ event }) => ({ label: sayDay(event.on), value: sayRemark(fact.id, event.text) }));
	return [...proposed, ...steps];
}

const words = (text: string): string[] => searchWords(text).map(stem);
