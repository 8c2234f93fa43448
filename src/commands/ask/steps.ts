import type { Row } from "../../core/answer.ts";
import type { PlainDate } from "../../core/dates.ts";
import { cueOf } from "../../core/facts/cues.ts";
import { eventsBy, type FactView, knownFrom } from "../../core/facts/lookup.ts";
import { say, sayDay, sayRemark, sayStatement } from "../../core/say.ts";
import { searchWords, stem } from "../../core/words.ts";

const MOST_STEPS = 2;
// Steps of a rule, a suit or a bill that people ask for by name.
const STEP =
	/\b(comment\w*|comentario\w*|sign(ed|s)?|appeal\w*|argu\w+|hearing|reports?|deadline|filed|sued|introduced|published|rose|changed?|badha)\b|意见|评论/i;

/** Beside another kind of question: "how much is it and when did it rise". */
const ASKS_WHEN = /\b(when|kab|cu[aá]ndo|eppudu)\b|什么时候|कब|ఎప్పుడు/iu;

/** What may come of a fact that holds something already, and its dated steps that the question asks for. */
export function stepsAsked(view: FactView, question: string, date: PlainDate): Row[] {
	const { fact } = view;
	const proposed = fact.outlook
		.filter((entry) => entry.status !== "estimated" && knownFrom(entry) <= date)
		.slice(-1)
		.filter((entry) => entry !== view.entry)
		.map((entry) => ({ label: sayDay(entry.from), value: sayStatement(fact.id, entry) }));
	const cue = cueOf(question);
	const asksWhen = cue === "when" || ASKS_WHEN.test(question);
	if (!asksWhen && cue !== "who" && !STEP.test(question)) return proposed;
	const since = asksWhen ? sinceRow(view) : [];
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
	return [...since, ...proposed, ...steps];
}

/** The day from which a state applies, where its statement does not say it. */
function sinceRow({ entry }: FactView): Row[] {
	if (!entry.from || entry.statement.includes(entry.from)) return [];
	return [{ label: say("Since"), value: sayDay(entry.from) }];
}

const words = (text: string): string[] => searchWords(text).map(stem);
