import { say } from "../../core/say.ts";
import { type AnswerInit, answer } from "../../core/answer.ts";
import { declined, notCovered, type Result } from "../../core/reply.ts";

interface Boundary {
	name: string;
	/** Any of these in a question puts it behind the boundary. */
	when: readonly RegExp[];
	/** Unless one of these shows that it asks about the rules after all. */
	unless?: readonly RegExp[];
	make: () => Result;
}

const lawyers = () => ({
	label: say("Find a lawyer (EOIR list)"),
	open: "https://www.justice.gov/eoir/list-pro-bono-legal-service-providers",
});

const decline = (lead: string, rows: AnswerInit["rows"] = []) =>
	declined(
		answer({
			title: say("We can't help with this"),
			lead,
			rows: [
				...rows,
				{
					label: say("Who can help"),
					value: say(
						"An immigration attorney, or your employer's counsel. An accredited representative can help too.",
					),
				},
			],
			buttons: [lawyers()],
		}),
	);

const elsewhere = (lead: string, where: string, label: string, open: string) =>
	notCovered(
		answer({
			title: say("Not covered"),
			lead: say("{lead} We have no sourced fact on it.", { lead }),
			rows: [{ label: say("Look"), value: where }],
			buttons: [{ label, open }],
		}),
	);

/** What the desk does not do, and who does. The first that matches answers. */
const BOUNDARIES: readonly Boundary[] = [
	{
		name: "deceit",
		when: [
			/\b(fake|forge[ds]?|forging|falsif\w+|fabricat\w+|counterfeit|bogus|phony)\b/i,
			/\bwhich lie\b|\b(lie|lying) (to|about|on|works)\b/i,
			/\b(hide|hiding|conceal\w*|cover up) (my|the|our|a|this|that|it|from)\b/i,
			/\b(without|before|so( that)?) ([\w,/&]+ ){1,5}(noticing|knowing|finding out|find(s|ing)? out|seeing|catching|catch(es)? (on|me|us|it))\b/i,
			/\bso (that )?(uscis|dol|dhs|ice|the officer|officer|government|consulate|embassy|he|she|they|nobody|no one)( \w+)? (don'?t|doesn'?t|won'?t|wont|dont|doesnt|can'?t|cant|never) (see|notice|find|know|catch|detect|realize)/i,
			/\b(looks?|look|seem) (real|genuine|legit|authentic|official)\b/i,
			/\bno (questions asked|paper trail|receipts?|record of it)\b/i,
			/\b(off the books|under the table|in cash|for cash)\b/i,
			/\b(buy|purchase|sell|rent) (me )?(a |an |the )?(degree|diploma|certificate|experience letter|offer letter|lca|evaluation|pay ?stubs?|payslips?|marriage)\b/i,
			/\bno real (job|position|project|work|client)\b/i,
			/\b(second|clean|dummy|burner) (\w+ )?(account|insta\w*|facebook|twitter|profile|passport)\b/i,
			/\b(get around|bypass|dodge|evade|avoid detection|slip past|work around) (the )?(rule|rules|law|check|checks|uscis|dol|officer|background|audit|vetting|wage)\b/i,
			/\bdoesn'?t find out|won'?t (find out|see|notice)|wont (find out|see|notice)\b/i,
			/\bshell compan(y|ies)\b/i,
			/\b(backdate|back-date)\b/i,
			/\b(cheat|trick|fool|game|scam) (the )?(system|lottery|uscis|dol|officer)\b/i,
			/\bproxy interview|\bfake (experience|resume|payslip|degree)\b/i,
			/\brun my own payroll\b/i,
		],
		unless: [
			/\b(is it|true|penalt|punish|happens? (if|when)|report|caught|fined?|claims?)\b.*\b(fake|fraud)/i,
		],
		make: () =>
			decline(
				say(
					"We do not help to deceive an agency, an officer or an employer; false statements can end in denial, a bar or prosecution.",
				),
			),
	},
	{
		name: "case status",
		when: [
			/\b[A-Z]{3}\d{10}\b/,
			/\b(check|track|look up|whats?|what's) (my |the )?(case|receipt) (status|number)\b/i,
			/\bmy case status\b/i,
		],
		make: () =>
			elsewhere(
				say("We can't look up a case: only USCIS can."),
				say("USCIS Case Status Online, with the receipt number"),
				say("Case Status Online"),
				"https://egov.uscis.gov/",
			),
	},
	{
		name: "personal decision",
		when: [
			/\bshould (i|we|he|she|my \w+) (?!(know|expect))/i,
			/\b(do|would) you (recommend|advise|suggest)\b/i,
			/\bwhat would you do\b/i,
			/\bwhich (lawyer|attorney|law ?firm)\b/i,
			/\bis it (worth|smart|wise|a good idea)\b/i,
			/\b(which|what) (\w+ ){0,3}(offer|job|option|company|one) (should|shall|do) (i|we) (accept|take|choose|pick|go)\b/i,
			/\b(am i|are we|would i be|would it be) better( off)?\b/i,
			/\b(what|which) is (better|best|safer|smarter) for me\b/i,
		],
		make: () =>
			decline(
				say(
					"This is a personal decision, and we do not advise on it. We can state the rules that bear on it.",
				),
			),
	},
	{
		name: "personal prediction",
		when: [
			/\b(will|would) (i|we|my (petition|case|h-?1b|extension|visa|rfe)) (\w+ )?(get|be|have) (\w+ )?(approv|denied|reject|select|pick|grant|rfe)/i,
			/\b(chances?|odds|probability) (of|that) (\w+ ){0,4}(approv|denial|denied|rfe|green card|visa interview)/i,
			/\bwill i (win|make it|get it)\b/i,
		],
		unless: [/\b(lottery|lotery|sorteo|selection|selected|picked|draw)\b/i],
		make: () =>
			decline(say("Nobody can say how one petition will be decided, and we do not guess.")),
	},
	{
		name: "forecast",
		when: [
			/\bpredict(ion|ed)?\b/i,
			/\bvisa bulletin\b/i,
			/\bpriority dates?\b.*\b(move|reach|current|get to)\b/i,
			/\b(eb-?[123])\b.*\b(get to|move|reach|become current|by (20\d\d|january|february|march|april|may|june|july|august|september|october|november|december))\b/i,
		],
		make: () =>
			elsewhere(
				say("We do not predict what an agency, a court or the visa bulletin will do."),
				say("The State Department's monthly Visa Bulletin"),
				say("Visa Bulletin"),
				"https://travel.state.gov/content/travel/en/legal/visa-law0/visa-bulletin.html",
			),
	},
	{
		name: "taxes",
		when: [/\b(tax|taxes|1040|dual[- ]status alien|fica|w-?2|tax return|irs refund|itin)\b/i],
		unless: [/\b(as a tax|unlawful tax|works as a tax|tax id|tax number|tax congress)\b/i],
		make: () =>
			elsewhere(
				say("Taxes are outside what the desk covers."),
				say("The IRS pages for foreign persons"),
				say("IRS, foreign persons"),
				"https://www.irs.gov/individuals/international-taxpayers",
			),
	},
	{
		name: "other countries",
		when: [
			/\b(canada|canadian|uk|u\.k\.|united kingdom|australia|germany|german|schengen|eu blue card|ireland|dubai|uae|new zealand|singapore) (\w+ ){0,3}(visa|express entry|pr|points|work permit|skilled worker|immigration|residen\w+)\b/i,
			/\bexpress entry\b|\bblue card\b|\bskilled worker visa\b/i,
		],
		unless: [
			/\b(master'?s?|degree|university|toronto|h-?1b1|tn|revalidation|drive|driving|stamp\w*)\b/i,
		],
		make: () =>
			notCovered(
				answer({
					title: say("Not covered"),
					lead: say(
						"The desk covers the US H-1B only. We have no sourced fact on other countries' visas.",
					),
					rows: [
						{
							label: say("Look"),
							value: say("The immigration pages of that country's own government"),
						},
					],
				}),
			),
	},
	{
		name: "nothing to do with H-1B",
		when: [
			/\b(write|generate|code|debug) (me )?(a |some )?(python|javascript|script|code|bot|program|poem|essay|song|cover letter|resume|cv)\b/i,
			/\b(tuition|gmat|gre|ielts|toefl|mba|scholarship|college ranking|university ranking)\b/i,
			/\b(weather|recipe|football|cricket score|stock price|bitcoin|crypto|movie|restaurant|hotel|flight price|mortgage|rent an apartment|driver'?s? licen[cs]e|car loan|credit card|credit score|health insurance)\b/i,
			/\b(asylum|refugee|tps|daca|diversity visa|dv lottery|tourist visa|b-?1\/?b-?2|esta|k-?1|fianc[ée]e?|parole|naturali[sz]ation|citizenship test|n-?400)\b/i,
			/\bschengen\b|\bportugal|\bd7\b/i,
		],
		unless: [
			/\b(h-?1b|h-?4|lottery|opt|lca|i-?129|cap[- ]?(exempt|gap|subject)|change of status|grace period|wage level|asylum (program )?fee|auto(matic)? extension)\b/i,
		],
		make: () =>
			elsewhere(
				say("This is outside H-1B, which is all the desk covers."),
				say("The USCIS pages list every other class and form"),
				say("USCIS forms and classes"),
				"https://www.uscis.gov/",
			),
	},
	{
		name: "lists of employers to apply to",
		when: [
			/\b(which|what|list|top \d+) (\w+ ){0,3}(companies|employers|consultanc\w+|firms)\b.*\b(sponsor|hire|hiring|apply|freshers)\b/i,
			/\bfind me (a )?(job|sponsor)/i,
		],
		unless: [
			/\b(most|largest|biggest|top sponsor|fiscal|fy ?\d+|approvals|kinds?|types?|exempt|without|public list|data hub)\b/i,
		],
		make: () =>
			elsewhere(
				say("We do not list employers to apply to."),
				say("The USCIS H-1B Employer Data Hub shows who petitioned, by year and place"),
				say("H-1B Employer Data Hub"),
				"https://www.uscis.gov/tools/reports-and-studies/h-1b-employer-data-hub",
			),
	},
	{
		name: "other classifications in depth",
		when: [
			/\b(criteria|evidence|examples?|eligib\w+|qualify|requirements)\b.*\b(o-?1a?|eb-?1a?|niw|eb-?2|eb-?3|l-?1[ab]|perm)\b|\b(o-?1a?|eb-?1a?|niw)\b.*\b(criteria|evidence|examples?)\b/i,
		],
		make: () =>
			elsewhere(
				say("The desk covers H-1B; other classifications only in a line."),
				say("The USCIS pages on working in the United States"),
				say("Working in the US"),
				"https://www.uscis.gov/working-in-the-united-states",
			),
	},
];

/** The boundary that a question runs into, or undefined. */
export function boundaryOf(question: string): Boundary | undefined {
	return BOUNDARIES.find(
		(b) =>
			b.when.some((pattern) => pattern.test(question)) &&
			!b.unless?.some((pattern) => pattern.test(question)),
	);
}
