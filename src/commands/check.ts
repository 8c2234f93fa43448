import { message, say, sayStatement, sayTitle } from "../core/say.ts";
import { answer, type Button, type Row } from "../core/answer.ts";
import { judgeClaim } from "../core/claims/judge.ts";
import type { Judgement, Verdict } from "../core/claims/verdict.ts";
import { type ClaimIndex, indexClaims } from "../core/claims/phrases.ts";
import type { Facts, FactView } from "../core/facts/lookup.ts";
import { answered } from "../core/reply.ts";
import { tidyQuestion } from "./ask/tidy.ts";
import { type Core, command, withAsOf } from "./command.ts";
import { factRows, reportButton } from "./fact-card.ts";
import { quoted } from "./mistakes.ts";
import { claim } from "./options.ts";

export const check = command({
	name: "check",
	summary: "A claim or headline: supported, contradicted, outdated or unknown, with the facts",
	examples: ["/check the H-1B lottery is purely random", "/check H-1B registration costs $10"],
	options: withAsOf({ claim }),
	takesRest: "claim",
	run(core, input) {
		const text = tidyQuestion(input.claim);
		const judged = judgeClaim(text, core.facts, indexOf(core.facts), core.date);
		return answered(
			answer({
				title: say('Claim: "{text}"', { text: quoted(text, 160) }),
				lead: leadOf(judged),
				rows: judged.verdict === "unknown" ? nearRows(judged) : proofRows(core, judged.facts),
				from: judged.verdict === "unknown" ? [] : judged.facts,
				// The status of a fact is not the claim's: the verdict stands in the lead.
				manyThings: true,
				mentions: judged.facts,
				askedFor: core.askedFor,
				buttons: buttonsOf(core, judged.facts),
			}),
			{ verdict: judged.verdict, by: judged.by, facts: judged.facts.map((view) => view.id) },
		);
	},
});

const indexes = new WeakMap<Facts, ClaimIndex>();

/** The index of a set of facts, made at its first claim. */
function indexOf(facts: Facts): ClaimIndex {
	const made = indexes.get(facts);
	if (made) return made;
	const index = indexClaims(facts);
	indexes.set(facts, index);
	return index;
}

const VERDICT_WORDS: Record<Verdict, string> = {
	supported: message("Supported"),
	contradicted: message("Contradicted"),
	outdated: message("Outdated: it was so once"),
	unknown: message("Unknown"),
};

function leadOf({ verdict: judged, facts, by }: Judgement): string {
	const verdict = say(VERDICT_WORDS[judged]);
	const first = facts[0];
	if (judged !== "unknown" && first)
		return say("{verdict}. {statement}", {
			verdict,
			statement: sayStatement(first.id, first.entry),
		});
	const statement =
		first && by !== "future" && by !== "no-fact" ? sayStatement(first.id, first.entry) : "";
	switch (by) {
		case "conflict":
			return say("{verdict}: the sources conflict. {statement}", { verdict, statement }).trim();
		case "not-found":
			return say("{verdict}: nothing was found on this. {statement}", {
				verdict,
				statement,
			}).trim();
		case "undecided":
			return say("{verdict}: it was undecided when last checked. {statement}", {
				verdict,
				statement,
			}).trim();
		case "future":
			return say("{verdict}: the claim is about a day that our evidence does not reach.", {
				verdict,
			});
		default:
			return say("{verdict}: we have no sourced fact that bears this out or contradicts it.", {
				verdict,
			});
	}
}

function proofRows(core: Core, facts: readonly FactView[]): Row[] {
	const [first, ...more] = facts;
	return [
		...(first ? factRows(first, core.askedFor) : []),
		...more.map((view) => ({
			label: sayTitle(view.fact),
			value: sayStatement(view.id, view.entry),
		})),
	];
}

/** What comes near an unknown claim; a statement that the lead gives already is not repeated. */
function nearRows({ facts, by }: Judgement): Row[] {
	const told = by === "no-fact" || by === "future" ? 0 : 1;
	return facts.slice(told).map((view) => ({
		label: say("Near it: {title}", { title: sayTitle(view.fact) }),
		value: sayStatement(view.id, view.entry),
	}));
}

function buttonsOf(core: Core, facts: readonly FactView[]): Button[] {
	const first = facts[0]?.fact;
	return [
		...(first
			? [
					{
						label: say("More on this topic"),
						do: { command: "policy", input: { topic: first.topic } },
					},
				]
			: []),
		{ label: say("Whole board"), do: { command: "policy", input: {} } },
		...(first ? reportButton(core, first) : []),
	];
}
