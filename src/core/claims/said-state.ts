import { plain } from "../words.ts";
import { AFFIRMS, NOT } from "./negation.ts";

/** What a text says has become of a thing. */
export type State = "in-force" | "stopped" | "over" | "proposed" | "adopted";

/** The states that a text names, and the text without the words that name them. */
export interface SaidState {
	states: State[];
	/** That somebody must pay, or that money is collected: in force, said of a charge. */
	due: boolean;
	/** "was", with nothing that speaks of today. */
	past: boolean;
	/** "will", "may", "if": it speaks of what may come. */
	future: boolean;
	/** "since": from the day it names until today. */
	since: boolean;
	/** "They reinstated it", "was reinstated": something that happened, on the day it names. */
	event: boolean;
	/** An odd number of "not", "no longer", "never" beside the words of the state. */
	negated: boolean;
	rest: string;
}

const BE =
	"(?:is|are|was|were|be|been|being|it's|that's|got|gets|has|have|had|still|now|just|again)";
// "Paid back", "back wages", "back in court": another "back".
const BACK =
	"(?<!\\b(?:paid|pay|pays|give|gives|given|get|gets|getting|money|send|sent|hold|held|go|date[ds]?|refunded|handed|look|cut|cuts|roll|rolled|push|pushed|fly|travel|travels|step|set|worker|workers) )(?<!\\bback and )\\bback\\b(?! (?:wages?|pay|home|at home|and|in court|to court|before|of|abroad|to (?:the|their|your|his|her|india|china|work|school|congress|committee)))";

const PATTERNS: readonly { state: State; event?: boolean; pattern: string }[] = [
	{
		state: "over",
		pattern: `${BE} (?:all |now |finally |officially |already |totally |completely )?(?:over|history|toast|out|off the table|no more|done|done for|finished|off)(?=$|[.,;!?]| now| for good| today| since| as of)|no longer (?:exists?|there|a thing)|gone|dead|off the table|off the books|rolled back|rolls back|a thing of the past`,
	},
	{
		state: "over",
		event: true,
		pattern:
			"ended|puts? an end to|abolish(?:ed|es)?|eliminate[ds]?|scrap(?:ped|s)?|cancel(?:l?ed|s)?|remove[ds]?|repeal(?:ed|s)?|terminate[ds]?|kill(?:ed|s)?|axed|axe|ditch(?:ed|es)?|nixed|withdrawn|withdrew|rescinded|revoked|lapsed|expired|ran out|did away with|done away with|got rid of|gets rid of|ceased|lifted|wiped out|called off|scratched|shut down",
	},
	{
		state: "stopped",
		pattern:
			"(?:put |still |now )?on (?:hold|ice|pause)|tied up in court|in limbo|frozen|barred by (?:a |the )?(?:court|judge)s?",
	},
	{
		state: "stopped",
		event: true,
		// "The pause", "the Texas freeze" are things, not what became of one.
		pattern:
			"(?<!\\b(?:the|a|an|this|that|visa|visas|florida|texas|state|hiring|uscis|immigration|wide|year) )(?:block(?:ed|s|ing)?|halt(?:ed|s)?|stopped|stops|stop|enjoin(?:ed|s)?|vacate[ds]?|struck down|strikes? down|threw out|thrown out|toss(?:ed|es)(?: out)?|overturn(?:ed|s)?|invalidated|pause[ds]?|suspend(?:ed|s)?|freezes|froze|postponed|shot down|knocked down)",
	},
	{
		state: "in-force",
		pattern: `(?:back |again |once more |still |now |currently )*in (?:effect|force)(?: again| once more| now)?|up and running|${BE} (?:still |now |again |back )*(?:on|live|active|alive|enforced|being enforced|applicable|effective|valid|operative)(?= again| now| today|$|[.,;!?])|still (?:applies|stands|exists|there|on the books)|(?:applies|apply|stands) (?:again|now|today|once more)|remains? (?:active|alive)|continues?`,
	},
	{
		state: "in-force",
		event: true,
		pattern: `${BACK}(?: on| again| now| from the dead)?|reinstate[ds]?|reinstating|restore[ds]?|revive[ds]?|resume[ds]?|resumed again|returns|returned|has returned|makes? a comeback|made a comeback|reactivated|reintroduced|re-?imposed|kicked in(?: again)?|kicks in|took effect|takes effect|came into force|went live|unblocked|unfrozen`,
	},
	{
		state: "proposed",
		pattern:
			"(?:only |just |merely |still |so far )*(?:a |an )?(?:proposed|proposal|propose[ds]?|draft|floated|planned)|not (?:yet )?(?:final|finali[sz]ed)",
	},
	{
		state: "adopted",
		event: true,
		pattern:
			"finali[sz]e[ds]?|final now|now final|(?:is|are|was|became|becomes) (?:now |already )?(?:final|law)|signed into law|enacted|adopted|approved by congress|passed|passes",
	},
];

const DUE =
	"(?:(?:you|we|they|i|one|everyone|everybody|people|employers?|compan(?:y|ies)|sponsors?|firms?) )?(?:now |still |currently )*(?:(?:have|has|got|need|needs|had) to|must|gotta|ought to) (?:still |now )?(?:pay|cough up|fork over|shell out)|(?:is|are|was|were|being|gets?|got) (?:now |still |again |currently |being )*(?:collected|collecting|charged|charging|due|owed|demanded|payable|levied|imposed)(?: again| now)?|(?:collects?|charges|is charging|are charging|is collecting|demands?) (?=the|it|100)";

const one = (pattern: string): RegExp =>
	new RegExp(`(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{L}\\p{N}-])`, "giu");
const READ = PATTERNS.map(({ state, event = false, pattern }) => ({
	state,
	event,
	pattern: one(pattern),
}));
const DUE_SAID = one(DUE);
const PAST = /\b(?:was|were|had|used to|once|at that time|came|went)\b/u;
const TODAY =
	/\b(?:is|are|isn't|aren't|has|have|hasn't|haven't|now|today|currently|still|again|anymore|any more|it's|at the moment|as of)\b/u;
const FUTURE =
	/\b(?:will|won't|'ll|going to|gonna|about to|soon|may|might|could|would|should|if|unless|plans?|planning|wants?|expected|likely|next (?:week|month|year|spring|summer|fall|winter)|asks?|asked|hopes?|pending)\b/u;

const ENDING =
	/\b(?:ending|removal|removing|repealing|cancell?ation|abolition|abolishing|scrapping|lifting|killing|(?:end|repeal|loss) of)\b/u;

/** Reads which state a text says a thing is in. */
export function readState(text: string): SaidState {
	// "Back in 2003 the cap was ..." is about a time.
	let rest = plain(text).replace(/^back in\b/u, "in");
	const said = rest;
	const states = new Set<State>();
	let event = false;
	for (const { state, event: happened, pattern } of READ)
		rest = rest.replace(pattern, () => {
			states.add(state);
			event ||= happened;
			return " ";
		});
	let due = false;
	rest = rest.replace(DUE_SAID, () => {
		due = true;
		return " ";
	});
	if (due && states.size === 0) states.add("in-force");
	// What is said of an end, such as that it is planned, is not said of the thing.
	if (ENDING.test(said)) states.add("over");
	return {
		states: [...states],
		negated: (rest.replace(AFFIRMS, " ").match(NOT)?.length ?? 0) % 2 === 1,
		due,
		past: PAST.test(said) && !TODAY.test(said),
		future: FUTURE.test(said),
		since: /\b(?:since|from|as of|starting)\b/u.test(said),
		event: event && !/\b(?:is|are) (?:now |still |currently )?\w+(?:ed|en)\b/u.test(said),
		rest: rest.replace(
			/\b(?:again|anymore|any more|longer|yet|ever|right now|for good|finally|officially|today)\b/gu,
			" ",
		),
	};
}
