import { say, sayStatement } from "../../core/say.ts";
import type { PlainDate } from "../../core/dates.ts";
import type { FactValue } from "../../core/facts/fact.ts";
import type { Result } from "../../core/reply.ts";
import { tellsPay } from "../../core/wages/read-wage.ts";
import { type Core, command, withAsOf } from "../command.ts";
import { raiseCard } from "../level/raise.ts";
import { nothingFits } from "../nothing-fits.ts";
import { question } from "../options.ts";
import { readSlashDates, whichDay } from "../slash-dates.ts";
import { boundaryOf } from "./boundaries.ts";
import { cardOf, factCard } from "./cards.ts";
import { asksAboutADay, dayAskedAbout } from "./dates-in-words.ts";
import { type Decision, decide, MOST_CHOICES } from "./decide.ts";
import { asksForEveryone, personAskedFor } from "./people-in.ts";
import { yearIn } from "./read-words.ts";
import { shortName } from "./short-name.ts";
import { asksAboutRaise, routeOf } from "./route.ts";
import { clausesOf, sentencesThatAsk, severalQuestions, tidyQuestion } from "./tidy.ts";
import { askShorter, isSmallTalk, whatToType } from "./small-talk.ts";
import { isVague, topicDefined } from "./vague.ts";
import { closestFacts, FOREIGN_PAY, payAbroad, whichFact, whichThing } from "./which.ts";
import { tellsOfDeceit } from "./wronged.ts";

export const ask = command({
	name: "ask",
	summary: "A question in plain words: the fact that answers it, with its source",
	examples: ["/ask is the 100k fee in effect?", "/ask who pays for premium processing"],
	options: withAsOf({ question }),
	takesRest: "question",
	run(core, input) {
		const result = run(core, input.question, input.asOf);
		// The question would come back from a button; a wage must not stand in one.
		if (result.again !== undefined || !tellsPay(input.question)) return result;
		return { ...result, again: null };
	},
});

const NAMED = /^#([a-z0-9-]+\/[a-z0-9-]+)(?: fy(\d{4}))?(?: ((?:\.[a-z0-9]{4}){1,2}))?$/;

function run(core: Core, typed: string, asOf: PlainDate | undefined): Result {
	// `#uscis/registration-fee` names a fact, `#uscis/approvals fy2019` a year of it: how buttons bring a card back.
	const [, id, year, more = ""] = NAMED.exec(typed) ?? [];
	if (id && core.facts.has(id))
		return cardOf(core, core.facts.get(id), "", {
			year: year ? Number(year) : undefined,
			closeBy: more
				.split(".")
				.flatMap((short) => core.facts.all.find((fact) => shortName(fact) === short) ?? []),
		});
	const tidy = tidyQuestion(typed);
	if (FOREIGN_PAY.test(tidy) && /\b(level|wage)/i.test(tidy)) return payAbroad();
	if (isSmallTalk(tidy)) return whatToType();
	// Whoever tells of another's deceit is told where to complain, not that we do not help with it.
	if (tellsOfDeceit(tidy)) return complaintsCard(core);
	const boundary = boundaryOf(tidy);
	if (boundary) return boundary.make();
	const dates = readSlashDates(tidy);
	if (!("text" in dates) && !asOf && asksAboutADay(tidy)) return whichDay(dates);
	const day = asOf ? undefined : dayAskedAbout("text" in dates ? dates.text : tidy);
	if (day && day < core.today)
		return lookingBack(core, day, answerQuestion(onDay(core, day), tidy));
	return answerQuestion(core, tidy);
}

const complaintsCard = (core: Core): Result =>
	factCard(core, core.facts.get("congress/who-may-complain"), {
		closeBy: [core.facts.get("congress/whistleblowers")],
	});

/** The same desk on the day that the words name. */
function onDay(core: Core, date: PlainDate): Core {
	return { ...core, date, askedFor: date };
}

/** Words that look back at a day ("what was ... on 2026-07-01") may be told what came after it. */
function lookingBack(core: Core, day: PlainDate, result: Result): Result {
	const id = result.answer.facts[0];
	if (!id || result.outcome !== "answered" || result.answeredBy) return result;
	const view = core.facts.on(id, day);
	if (!view.known || !view.superseded) return result;
	const next = view.fact.values[view.fact.values.indexOf(view.entry as FactValue) + 1];
	if (!next?.from || next.from > core.today) return result;
	const sources = next.sources.filter(
		({ url }) => !result.answer.sources.some((source) => source.url === url),
	);
	return {
		...result,
		answer: {
			...result.answer,
			rows: [
				...result.answer.rows,
				{ label: say("From {from}", { from: next.from }), value: sayStatement(id, next) },
			],
			sources: [
				...result.answer.sources,
				...sources.map((source) => ({ ...source, published: source.published ?? null })),
			],
		},
	};
}

/** A question longer than this is a story: what it asks stands in its last question. */
const STORY = 60;

function answerQuestion(core: Core, text: string): Result {
	const short = text.split(/\s+/).length <= STORY;
	const route = short ? routeOf(core, text) : undefined;
	if (route?.command !== "level" && asksAboutRaise(text)) return raiseCard(core);
	if (route) return core.call(route.command, route.input);
	const person = short ? personAskedFor(core.facts, text) : undefined;
	if (person) return cardOf(core, person, text);
	if (short && asksForEveryone(text)) return core.call("people", {});
	const defined = short ? topicDefined(core, text) : undefined;
	const [headline] = defined ? core.facts.inTopic(defined) : [];
	if (headline?.headline) return cardOf(core, headline, text);
	if (isVague(core, text)) return whichThing(core, text);

	return short ? fromFacts(core, text) : fromStory(core, text);
}

/** The facts that fit a question of usual length: all of it, its several questions, or one clause. */
function fromFacts(core: Core, text: string): Result {
	const found = decide(core.search.find(text));
	const several = answersTo(core, severalQuestions(text)).filter(({ isSure }) => isSure);
	const [first, ...others] = several;
	// Parts that have nothing of the whole were no questions by themselves.
	const whole = found.kind === "answer" ? [found.hit] : "hits" in found ? found.hits : [];
	const isPart = ({ hit }: Found) => whole.some(({ fact }) => fact.id === hit.fact.id);
	if (first && others.length > 0 && several.some(isPart))
		return factCard(core, first.hit.fact, { alsoAbout: others.map(({ hit }) => hit.fact) });
	if (found.kind === "answer") return foundCard(core, found, text);
	if (found.kind === "closest" && found.isNear) return closestFacts(found.hits);
	const [clause] = answersTo(core, clausesOf(text), text)
		.filter(({ hit }) => hit.closeness >= CLAUSE_FITS)
		.sort((a, b) => b.hit.closeness - a.hit.closeness);
	if (clause) return foundCard(core, clause, text);
	if (found.kind === "closest") return closestFacts(found.hits);
	return found.kind === "choose" ? whichFact(found.hits) : nothingFits();
}

/** A clause says less than the whole, so it has to fit better. */
const CLAUSE_FITS = 0.5;

/** What a long story asks stands in one of its questions. */
function fromStory(core: Core, text: string): Result {
	const [found] = answersTo(core, sentencesThatAsk(text));
	return found ? foundCard(core, found, text) : askShorter();
}

type Found = Extract<Decision, { kind: "answer" }>;

function foundCard(core: Core, { hit, also, isSure }: Found, text: string): Result {
	const near = also.map(({ fact }) => fact);
	const costs = asksWhoPays(text) && hit.fact.unit === "USD" ? [core.facts.get(WHO_PAYS)] : [];
	return cardOf(core, hit.fact, text, {
		isUnsure: !isSure,
		closeBy: [...costs, ...near.filter((fact) => !costs.includes(fact))].slice(0, MOST_CHOICES - 1),
		year: yearIn(text),
	});
}

const WHO_PAYS = "dol/who-pays-petition-costs";

/** "They want me to pay ...": what a fee is leaves open whose it is. */
const asksWhoPays = (text: string): boolean =>
	/\b(make|makes|making|want|wants|ask|asks|asked|asking|force|forces|told|expects?|let)\b[^.?!]{0,20}\b(me|us|him|her|employee|worker)s?\b[^.?!]{0,20}\b(pay|reimburse|cover|repay)\b|\b(do|must|should) i (have to )?pay\b|\b(from|out of) my (pay|salary|pocket)\b/i.test(
		text,
	);

/** The answers to parts of a question, each fact once; parts that are no questions by themselves tell of the whole. */
function answersTo(core: Core, parts: readonly string[], whole?: string): Found[] {
	const seen = new Set<string>();
	return parts.flatMap((part) => {
		const found = decide(core.search.find(part, undefined, whole));
		if (found.kind !== "answer" || seen.has(found.hit.fact.id)) return [];
		seen.add(found.hit.fact.id);
		return [found];
	});
}
