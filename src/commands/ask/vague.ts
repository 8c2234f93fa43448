import { searchWords } from "../../core/facts/search.ts";
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
	return words.length <= 8 && words.every((word) => ASKING.has(word));
}
