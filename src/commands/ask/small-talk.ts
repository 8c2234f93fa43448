import { answer } from "../../core/answer.ts";
import { choose, type Result } from "../../core/reply.ts";
import { say } from "../../core/say.ts";

const GREETING =
	/^(?:(?:hi+|hello+|hey+|hiya|yo|sup|howdy|greetings|namaste|namaskaram|hola|buenas|buenos días|good (?:morning|afternoon|evening|day)|thanks?|thank you|thx|ty|gracias|ok(?:ay)?|cool|great|nice|bye|test(?:ing)?|ping|bot|there|all|everyone|team|so much|a lot|again|guys|how are you|whats up|what's up|who are you|what are you|what can you do|what do you do|are you (?:a )?(?:bot|human|ai|real)|नमस्ते|धन्यवाद|నమస్కారం|ధన్యవాదాలు|你好|您好|谢谢|嗨)[\s,.!?👋🙏😀🙂]*)+$/iu;
const INSULT =
	/\b(f+u+c+k(?:ing|er|ed)?|shit(?:ty)?|bullshit|stupid|idiot(?:ic)?|dumb|useless|moron|sucks?|trash|garbage|crap|worthless|asshole|bitch|scammers?|hate you|shut up|chutiya|bakwas|pendejo|idiota)\b|傻|垃圾|废物/iu;
const SUBJECT =
	/\b(h-?1-?b|h-?4|visas?|fees?|lottery|lotter\w+|cap|opt|cpt|lca|petition\w*|wages?|salary|register\w*|registration|employers?|compan\w+|consultanc\w+|green card|layoffs?|laid|fired|transfer|extension|stamp\w*|100k|odds|trump|proclamation|uscis|dol|rfe|grace|premium)\b|\d{3}/i;

/** A greeting, thanks or an insult, with nothing to look up. */
export function isSmallTalk(text: string): boolean {
	const said = text.trim();
	if (GREETING.test(said)) return true;
	return INSULT.test(said) && said.split(/\s+/).length <= 12 && !SUBJECT.test(said);
}

/** What to type, for somebody who asked nothing yet. */
export const whatToType = (): Result =>
	tryOne(
		say("Hello"),
		say(
			'This desk looks up H-1B rules, fees, dates and odds. Type one short question, such as "is the 100k fee in effect?", or pick one.',
		),
	);

/** A story in which no question was found. */
export const askShorter = (): Result =>
	tryOne(
		say("One short question, please"),
		say(
			"We could not find one question in that. Ask what you want to know in one short sentence, or pick one.",
		),
	);

const tryOne = (title: string, lead: string): Result =>
	choose(
		answer({
			title,
			lead,
			choices: [
				{
					label: say("Is the $100,000 payment in effect?"),
					do: { command: "ask", input: { question: "#white-house/payment-100k" } },
				},
				{
					label: say("How long can I stay after a layoff?"),
					do: { command: "ask", input: { question: "#dhs/grace-period" } },
				},
				{ label: say("My odds"), do: { command: "odds", input: {} } },
			],
			buttons: [
				{ label: say("Fees"), do: { command: "fee", input: {} } },
				{ label: say("Season dates"), do: { command: "dates", input: {} } },
				{ label: say("What can I ask?"), do: { command: "help", input: {} } },
			],
		}),
	);
