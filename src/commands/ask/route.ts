import type { Core } from "../command.ts";
import { offerInQuestion } from "../level/words.ts";
import { fold } from "../options.ts";
import {
	candidatesIn,
	degreeIn,
	fiscalYearIn,
	headcountIn,
	levelsIn,
	registrationsIn,
	triesIn,
} from "./read-words.ts";

export interface Route {
	command: string;
	input: Record<string, unknown>;
}

const CHANCE =
	/\b(chances?|odds|probability|probabilidad\w*|likelihood|how likely|what %|what percent\w*|whats? the %|entha|kitna chance|possibility|pct)\b|\bp\(|%|几率|概率|中签率|संभावना/i;
const DRAW = /\b(lottery|lotery|lotto|sorteo|selection|selected|picked|draw|h-?1-?b)\b|抽/i;
const SUM =
	/\b(total|totals|all|full|overall|altogether|how much (does|do|will|would|is|to)|cost|costs|breakdown|list of)\b/i;
const FEES = /\b(fees?|costs?|charges?|pay|price|owe|due|cuestan?)\b/i;
const ONE_FEE =
	/\b(premium|registration fee|acwia|training fee|fraud|asylum|100k|100,?000|103k|103,?265|hundred thousand|4,?000|9-?11|50\/50|integrity|visa fee|opt|refund\w*|lawyer|attorney)\b/i;
const OPENING = /\b(when|what date|which date|dates?|deadline|cuándo|cuando|kab)\b/i;
const SEASON =
	/\b(registrations?|register|lottery|seasons?|filing window|window|h-?1b cap|cap season)\b/i;
const COMING =
	/\b(open|opens|opening|start|starts|begin|begins|next|close|closes|closing|due|coming|dates?|deadline|abre|calendar)\b/i;
const PAST = /\b(did|was|were|last|said|say)\b/i;

/** The command that serves a question better than any fact, with the options its words give. */
export function routeOf(core: Core, question: string): Route | undefined {
	return (
		claimRoute(question) ??
		portfolioRoute(question) ??
		offerRoute(core, question) ??
		paidRoute(question) ??
		oddsRoute(question) ??
		feeRoute(question) ??
		datesRoute(question) ??
		yearsRoute(question) ??
		employersRoute(question) ??
		levelRoute(core, question)
	);
}

const RUMOR =
	/^(?:so |hey |ok |wait )?(?:is it (?:really |actually )?true|is this true|true or false|fact[- ]?check|can you (?:check|confirm)|is it correct|someone (?:said|says|told me)|i (?:heard|read|saw)|my (?:friend|boss|manager|uncle|lawyer|coworker|colleague|hr) (?:said|says|told me)|they say|people say|rumou?r)\b:?(?: (?:that|if|whether|online|on \w+|in the news|somewhere))*,? (.{12,})$/i;

/** "Is it true that ...": the claim itself, to be checked. */
function claimRoute(question: string): Route | undefined {
	const said = RUMOR.exec(fold(question))?.[1];
	if (!said || levelsIn(question).length > 1) return undefined;
	const claim = said
		.replace(/[,.;] (?:is (?:that|this|it) (?:true|right|correct)|true|right)\b.*$/, "")
		.replace(/\?+$/, "")
		.trim();
	return { command: "check", input: { claim } };
}

const PAY =
	/\$ ?\d|\b\d{2,3}k\b|\b\d{2,3},\d{3}\b|\b\d{5,6}\b|\b\d{2,3}(\.\d+)? ?(\/|per |an ) ?(hr|hour|yr|year)\b|\b\d+ ?lpa\b/i;
// Rupees and other pay abroad are no offers here, and some amounts are fees.
const NOT_AN_OFFER =
	/\b(lpa|lakhs?|inr|rupees?|euros?|gbp|100k|100,?000|103,?265|60,?000|60k|prevailing wage is|fees?)\b/i;

const tellsOffer = (question: string): boolean =>
	PAY.test(question) && !NOT_AN_OFFER.test(question) && levelsIn(question).length === 0;

/** An offer with its job or place, and no level: the level is what comes of it. */
function offerRoute(core: Core, question: string): Route | undefined {
	const about = /\b(level|raise|salary|wages?|offer\w*|paid|pays?|making|chances?|odds)\b/i;
	const asksWages = /\b(prevailing wages?|wage levels?|four wages|level wages?)\b/i.test(question);
	if (!tellsOffer(question) && !(asksWages && levelsIn(question).length === 0)) return undefined;
	const found = offerInQuestion(core, question);
	if (!found || !(found.isAll || about.test(question))) return undefined;
	const { wage, occupation, area } = found.offer;
	if (wage === undefined && (occupation === undefined || area === undefined)) return undefined;
	return { command: "level", input: { ...found.offer } };
}

/** A raise without job or place: only a level crossed could change the odds. */
export function asksAboutRaise(question: string): boolean {
	return (
		tellsOffer(question) &&
		/\b(raised?|increased?|goes up|go up|bump)\b/i.test(question) &&
		!/\b(caps?|quotas?|limits?|visas|numbers?)\b/i.test(question)
	);
}

/** Pay without job or place: the fact that says how the level is found. */
function levelRoute(core: Core, question: string): Route | undefined {
	if (/^\W*(what'?s|what is|which is|find|tell me|calculate) my (wage )?level\W*$/i.test(question))
		return { command: "level", input: {} };
	if (!tellsOffer(question) || !/\b(level|raise|salary|wage)\b/i.test(question)) return undefined;
	// A range, several worksites, pay on the line: each has a fact of its own.
	const rule = core.search
		.find(question, 6)
		.find(({ fact, closeness }) => fact.id.startsWith("dhs/selection-level-") && closeness > 0.3);
	return { command: "ask", input: { question: `#${rule?.fact.id ?? "dhs/selection-level"}` } };
}

/** "Do I have to be paid $100,000": what must be earned, whatever the amount. */
function paidRoute(question: string): Route | undefined {
	const earned =
		/\b(have to|must|need to|needs? to|should|supposed to|required to) (be paid|get paid|earn)\b/i;
	if (!earned.test(question) || levelsIn(question).length > 0) return undefined;
	if (/\b(when|bench\w*|project|by whom|exempt|dependent|before|until|late)\b/i.test(question))
		return undefined;
	return { command: "ask", input: { question: "#dol/required-wage" } };
}

/** How many of an employer's registrations are picked: with levels the answer, without them the question. */
function portfolioRoute(question: string): Route | undefined {
	const many = registrationsIn(question);
	if (
		many === undefined ||
		many < 2 ||
		!/\b(how many|get|picked|selected|win)\b/i.test(question) ||
		!/\b(register\w*|registrations?|levels?|lottery|entering)\b/i.test(question) ||
		FEES.test(question)
	)
		return undefined;
	return {
		command: "portfolio",
		input: { candidates: candidatesIn(question) ?? `${many} people` },
	};
}

function oddsRoute(question: string): Route | undefined {
	const levels = levelsIn(question);
	const asksChance = CHANCE.test(question);
	if (asksChance && question.trim().split(/\s+/).length <= 2) return { command: "odds", input: {} };
	if (!asksChance || levels.length > 1) return undefined;
	if (
		levels.length === 0 &&
		!(
			/\b(my|our|me|i)\b/i.test(question) &&
			DRAW.test(question) &&
			/\b(chances?|odds|probability|how likely)\b/i.test(question)
		)
	)
		return undefined;
	if (
		levels.length === 0 &&
		/\b(raise|salary goes|employers?|compan(y|ies)|early|passport|double|better|first day)\b/i.test(
			question,
		)
	)
		return undefined;
	if (
		/\b(why|exactly|times|4x|3x|2x|guarantee\w*)\b/i.test(question) &&
		triesIn(question) === undefined
	)
		return undefined;
	const degree = degreeIn(question);
	const fiscalYear = fiscalYearIn(question);
	const attempts = triesIn(question);
	return {
		command: "odds",
		input: {
			...(levels[0] && { level: levels[0] }),
			...(degree && { degree }),
			...(fiscalYear && { fiscalYear }),
			...(attempts && { attempts }),
		},
	};
}

function feeRoute(question: string): Route | undefined {
	const people = headcountIn(question);
	const text = fold(question);
	const small = /\b(startup|small (company|employer|business|firm))\b/.test(text);
	const sized = people !== undefined || small;
	const priced = sized && /\bhow much (is|does|will|would|for)\b/.test(text);
	if (!FEES.test(text) && !priced) return undefined;
	const halfOnVisas = /\b(5[1-9]|[6-9]\d|100) ?(%|percent)[^.?!]{0,30}\b(h-?1b|l-?1|visa)/.test(
		text,
	);
	const whole =
		/\b(total|totals|all (the )?(govt|government|uscis|filing)?|breakdown|altogether)\b/.test(
			text,
		) && /\bfees?\b/.test(text);
	const generic =
		SUM.test(text) &&
		/\b(petition|file|filing|sponsor|i-?129|transfer|extension|fees)\b/.test(text);
	const inTotal =
		/\b(in total|total cost|total fees|all together|altogether|en total)\b/.test(text) &&
		/\b(h-?1-?b|petition|sponsor\w*|employer|company)\b/.test(text);
	const listed = sized && /\bfees\b|\bowe\b/.test(text);
	if (!(sized && SUM.test(text)) && !(whole || generic || listed || inTotal)) return undefined;
	if (
		ONE_FEE.test(text.replace(/\bpremium\b/g, sized ? "" : "premium")) ||
		/\b(who|whose|reimburse|deduct|legal\?|illegal|refund|proposed|new rule|law now)\b/.test(text)
	)
		return undefined;
	const extension = /\b(extension|extend|renew\w*)\b/.test(text);
	const transfer = /\b(transfer|change of employer|new employer)\b/.test(text);
	return {
		command: "fee",
		input: {
			...(sized && { employees: people === undefined || people <= 25 ? "1-25" : "26+" }),
			...(extension && { filing: "extension" }),
			...(transfer && !extension && { filing: "change-of-employer" }),
			...(/\bpremium\b/.test(text) && { premium: true }),
			...(/\bnon-? ?profit\b/.test(text) && { nonprofit: true }),
			...(/\b(universit\w+|college)\b/.test(text) && { acwiaExempt: true, capExempt: true }),
			...((halfOnVisas || /\b(50\/50|50-50)\b/.test(text)) && { fiftyFifty: true }),
		},
	};
}

/** Registrations and selections of many years: the history on the card of the cap. */
function yearsRoute(question: string): Route | undefined {
	const many =
		/\b(each|every|per|by|all|past|last \w+|since|over the) (fiscal )?(years?|fy)\b|\b(history|year[- ]by[- ]year|over time|trend)\b|\bfy ?\d{2,4} ?(to|-|until|through) ?(fy ?)?\d{2,4}\b/i;
	const counted = /\b(registrations?|selections?|selected|picked|lottery)\b/i;
	const counting =
		/\b(how many|numbers?|show|list|table|counts?|vs|versus|stats|statistics|history|trend)\b/i;
	if (FEES.test(question)) return undefined;
	if (!many.test(question) || !counted.test(question) || !counting.test(question)) return undefined;
	return { command: "cap", input: {} };
}

/** The largest sponsors of a year, as a list. */
function employersRoute(question: string): Route | undefined {
	const ranked = /\b(top|biggest|largest|most|rank(?:ed|ing|s)?|leading|list)\b/i;
	const who = /\b(sponsors?|employers?|companies|firms|petitioners?)\b/i;
	if (
		!ranked.test(question) ||
		!who.test(question) ||
		!/\bh-?1b\b|\bapprovals?\b|\bsponsors\b/i.test(question)
	)
		return undefined;
	const fiscalYear = fiscalYearIn(question);
	if (!fiscalYear && !/\btop \d|\brank|\blist\b/i.test(question)) return undefined;
	return { command: "employers", input: fiscalYear ? { fiscalYear } : {} };
}

function datesRoute(question: string): Route | undefined {
	if (
		!OPENING.test(question) ||
		!SEASON.test(question) ||
		!COMING.test(question) ||
		PAST.test(question)
	)
		return undefined;
	if (FEES.test(question) || /\bhow (many|long)\b/i.test(question)) return undefined;
	const fiscalYear = fiscalYearIn(question);
	return { command: "dates", input: fiscalYear ? { fiscalYear } : {} };
}
