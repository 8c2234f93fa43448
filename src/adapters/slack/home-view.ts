import { fixed } from "../../core/card-words.ts";
import { message, say } from "../../core/say.ts";
import type { types } from "@slack/bolt";
import { encodeAction } from "../../core/action-id.ts";
import { DISCLAIMER } from "../../core/plain-text.ts";
import type { Reply } from "../../core/reply.ts";
import { LIMITS } from "./limits.ts";
import { renderAnswer } from "./render.ts";
import { plainText } from "./text.ts";

export interface HomeParts {
	/** The channels' alerts, as the command that lists them answers; left out: there is no such command. */
	watches?: Reply | undefined;
	/** What an admin chose, as the command that shows it answers. */
	settings?: Reply | undefined;
	isAdmin: boolean;
	publicUrl: string | null;
	/** Where a wrong fact is reported; null: nobody is named. */
	report: string | null;
}

const FORM_BUTTONS = [
	["ask", message("Ask a question")],
	["odds", message("My odds")],
	["level", message("Wage level of an offer")],
	["portfolio", message("An employer's candidates")],
	["fee", message("Fees")],
] as const;

/** The Home tab: what the app does, the forms, the channels' watches, settings, support. The same for every viewer but the settings' controls. */
export function homeView(parts: HomeParts): types.HomeView {
	const blocks = [
		header("H-1B Desk"),
		section(
			say(
				"Answers about H-1B policy, each with its date, its legal status and its sources, and a repeatable model of the selection odds. Answers are yours alone until you press Share.",
			),
		),
		actions([
			...FORM_BUTTONS.map(([form, label]) => button(`form:${form}`, say(label))),
			button("do:policy", say("Policy board"), "policy"),
		]),
		section(
			say(
				"In any channel: /h1b and a question or a command, such as /h1b odds 2 masters. /h1b help lists everything.",
			),
		),
		{ type: "divider" },
		...replyBlocks(say("Channels told of changes"), parts.watches, true),
		...replyBlocks(say("Settings"), parts.settings, parts.isAdmin),
		header(say("Support")),
		...supportBlocks(parts),
		{ type: "context", elements: [plainText(say(DISCLAIMER))] },
	];
	return { type: "home", blocks: blocks.slice(0, LIMITS.viewBlocks.max) as types.AnyBlock[] };
}

/** A stored thing as its own command shows it; its buttons only for whoever may use them. */
function replyBlocks(title: string, reply: Reply | undefined, hasControls: boolean): object[] {
	if (!reply) return [];
	const { answer } = reply;
	const shown = hasControls ? answer : { ...answer, buttons: [], choices: [] };
	const { blocks } = renderAnswer(
		{ ...reply, answer: { ...shown, title, chart: null } },
		{ canShare: false, chart: "none" },
	);
	const isDisclaimer = (block: object) => JSON.stringify(block).includes(fixed(answer, DISCLAIMER));
	return [...blocks.filter((block) => !isDisclaimer(block)).map(apart(title)), { type: "divider" }];
}

/** Two cards on one tab may have buttons alike: each block gets an id of its own where Slack needs none of ours. */
const apart = (title: string) => (block: object, i: number) =>
	"block_id" in block ? block : { ...block, block_id: `${title}:${i}` };

function supportBlocks({ publicUrl, report }: HomeParts): object[] {
	const links = [
		...(report ? [{ label: say("Report a wrong fact"), url: report }] : []),
		...(publicUrl
			? [
					{ label: say("Support"), url: `${publicUrl}/support` },
					{ label: say("Privacy"), url: `${publicUrl}/privacy` },
				]
			: []),
	];
	return [
		section(
			links.length > 0
				? say(
						"A wrong fact, a question about your data, or something that does not work? Write to the people who run this desk.",
					)
				: say(
						"A wrong fact or something that does not work? Tell whoever installed H-1B Desk in this workspace; /h1b about shows its version.",
					),
		),
		actions([
			...links.map(({ label, url }, i) => ({
				type: "button",
				action_id: `open:${i}`,
				text: plainText(label),
				url,
			})),
			button("do:about", say("About"), "about"),
			button("do:help", say("All commands"), "help"),
		]),
	];
}

function button(action_id: string, label: string, command?: string) {
	const value = command && encodeAction({ command, input: {} }, LIMITS.buttonValue.max);
	return { type: "button", action_id, text: plainText(label), ...(value && { value }) };
}

const header = (text: string) => ({ type: "header", text: plainText(text) });
const section = (text: string) => ({ type: "section", text: plainText(text) });
const actions = (elements: object[]) => ({ type: "actions", elements });
