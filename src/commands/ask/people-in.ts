import type { Fact } from "../../core/facts/fact.ts";
import type { Facts } from "../../core/facts/lookup.ts";
import { namedIn, nameKey } from "../people/names.ts";

const SAYING =
	"(?:say|says|said|saying|think|thinks|thought|feel|feels|want|wants|call|called|tweet|tweeted|post|posted|wrote|write|believe|believes|claim|claimed|stand|stands)";
const POSITION =
	"(?:position|positions|stance|stances|view|views|opinion|opinions|take|statement|statements|comment|comments|quote|quotes|thoughts|words|remarks)";
const SIDE =
	"(?:support|supports|supporting|supportive|oppose|opposes|opposed|against|back|backs|defend|defends|hate|hates|like|likes|love|loves|criticize|criticise|for or against|pro|anti|flip|flipped|changed (?:his|her|their) mind)";

const HELD =
	/ (?:was|did|is|has|had) NAME (?:ever |once )?(?:on|have|had|hold|held|come|came|get|got) .*h ?1 ?b /;

/** The question as folded words, the name as NAME and what belongs to it marked OWN. */
function spelledOut(question: string, alias: string): string {
	const marked = nameKey(question.replace(/['’]s\b/g, " ownmark"));
	return ` ${marked} `.replace(` ${alias} `, " NAME ").replaceAll(" ownmark ", " OWN ");
}

/** The person whose statements a question asks for, or undefined when it only mentions one. */
export function personAskedFor(facts: Facts, question: string): Fact | undefined {
	const named = namedIn(facts, question);
	const [first] = named;
	if (!first || named.length > 1) return undefined;
	const text = spelledOut(question, first.alias);
	if (HELD.test(text) && facts.has(`${first.fact.id}-own-h1b`))
		return facts.get(`${first.fact.id}-own-h1b`);
	const asks = [
		new RegExp(` NAME (?!OWN)(?:\\w+ ){0,2}${SAYING} `),
		new RegExp(` NAME (?:OWN )?(?:\\w+ )?${POSITION} `),
		new RegExp(` ${POSITION} (?:of|by|from) NAME `),
		new RegExp(` (?:is|does|did|has|was|why) NAME (?:\\w+ ){0,3}${SIDE} `),
		/^ (?:(?:and|so|what about|how about|who is|whats up with) )?NAME (?:on )?(?:the )?(?:h ?1 ?b )?(?:visas? )?$/,
	].some((pattern) => pattern.test(text));
	return asks ? first.fact : undefined;
}

/** "Who said what about H-1B": everyone. */
export function asksForEveryone(question: string): boolean {
	return /\bwho (?:has )?said what\b|\b(?:what|where) do (?:politicians|billionaires|tech (?:leaders|ceos|bosses)|people|public figures) (?:say|think|stand)\b|\bwho (?:supports|opposes|is (?:for|against)) (?:the )?h-?1-?b\b/i.test(
		question,
	);
}
