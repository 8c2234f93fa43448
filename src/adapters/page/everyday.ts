import { encodeAction } from "../../core/action-id.ts";
import type { Action } from "../../core/answer.ts";
import { message, say } from "../../core/say.ts";
import { type Html, html } from "./html.ts";

const fact = (id: string): Action => ({ command: "ask", input: { question: `#${id}` } });
const run = (command: string, input: Action["input"] = {}): Action => ({ command, input });

/** What newcomers ask most, each with the command that answers it. */
export const EVERYDAY: readonly [title: string, [question: string, answer: Action][]][] = [
	[
		message("The lottery"),
		[
			[message("What are my chances with my wage level?"), run("odds")],
			[message("When does registration open, and what comes next?"), run("dates")],
			[message("How does the weighted selection work?"), fact("dhs/weighted-selection")],
			[message("How many places are there a year?"), run("cap")],
			[message("What can I do if I am not selected?"), fact("uscis/not-selected-options")],
			[message("Which employers need no lottery?"), fact("congress/cap-exempt-employers")],
		],
	],
	[
		message("Money"),
		[
			[message("Is the $100,000 payment in effect?"), run("policy", { topic: "payment-100k" })],
			[message("What does a petition cost, and which fees are there?"), run("fee")],
			[message("Who has to pay the petition fees?"), fact("dol/who-pays-petition-costs")],
			[message("What is a wage level?"), fact("congress/four-wage-levels")],
		],
	],
	[
		message("Living and working on H-1B"),
		[
			[message("How long can I stay?"), fact("congress/six-year-limit")],
			[message("Can I change employers, and when may I start?"), fact("congress/portability")],
			[message("How long may I stay after losing the job?"), fact("dhs/grace-period")],
			[
				message("May I travel while a change of status is pending?"),
				fact("dhs/travel-while-pending"),
			],
			[message("Can my H-4 spouse work?"), fact("dhs/h4-ead-who")],
			[message("Does my OPT go on until October?"), fact("dhs/cap-gap")],
		],
	],
];

/** The questions as links to their answers. */
export function everyday(): Html {
	return html`<section class="everyday" aria-labelledby="everyday-title"><h2 id="everyday-title">${say("Asked every day")}</h2>
<div class="columns">${EVERYDAY.map(
		([title, questions]) =>
			html`<div><h3>${say(title)}</h3><ul>${questions.map(([words, action]) => html`<li><a href="${answerPath(action)}">${say(words)}</a></li>`)}</ul></div>`,
	)}</div></section>`;
}

/** Longer addresses are cut by some browsers and proxies. */
const MAX_PATH = 1_500;

/** The address of an answer, such as `/answer/odds?level=II`; null when it would be too long. */
export function answerPath(action: Action): string | null {
	const id = encodeAction(action, MAX_PATH);
	return id === undefined ? null : `/answer/${id}`;
}
