import { searchWords } from "../../core/words.ts";
import type { Core } from "../command.ts";

// Words that ask something of a thing without naming the thing.
const ASKING = new Set(
	"how much many long is it are still blocked in effect status fee fees cost price or not yes no what when who why where which now today current currently valid active rule law new update updates news info help question about h1b visa the a an of for to do does did can i my me we you that this there any rn please pls kitna kya hai cuanto cuánto es be and".split(
		" ",
	),
);

/** Whether a question names nothing that a fact could be about. */
export function isVague(core: Core, text: string): boolean {
	const topic = core.search.topic(text);
	if (topic && topic.id !== "basics") return false;
	const words = searchWords(text);
	if (isCutShort(text)) return true;
	return words.length <= 8 && words.every((word) => ASKING.has(word));
}

/** "And for my wife?", "when does it end??": short, and about something said elsewhere. */
function isCutShort(text: string): boolean {
	const plain = text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s'-]/gu, " ")
		.trim();
	const words = plain.split(/\s+/);
	if (words.length > 6 || /\d/.test(plain)) return false;
	if (
		/^(and|or|but|also|what about|how about|same|then) (for|if|in|with|my|the|a|when|on|about)\b/.test(
			plain,
		)
	)
		return true;
	const named = words.filter((word) => word.length > 3 && !POINTING.has(word));
	return /\b(it|that|this|they|he|she)\b/.test(plain) && named.length <= 1;
}

const POINTING = new Set(
	"what when where which does will would could should long much many still ends ending start happen happens mean means work works apply applies take takes cost costs last lasts that this they have take".split(
		" ",
	),
);

const DEFINES =
	/^(?:so |hey |ok )?(?:what(?: is|s|'s| are| does)|meaning of|define|explain|tell me about|que es|qué es) (?:the |an? |el |la |un |una )?(.+?)(?: mean| visa| program(?:me)?)?$/i;

/** The topic that "what is X" names exactly, or undefined. */
export function topicDefined(core: Core, text: string): string | undefined {
	const thing = DEFINES.exec(text.replace(/[?!.\s]+$/g, "").trim())?.[1];
	const topic = thing && core.search.topic(thing);
	return topic ? topic.id : undefined;
}
