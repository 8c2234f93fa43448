import type { types } from "@slack/bolt";
import { decodeAction, encodeAction } from "../../core/action-id.ts";
import type { Action, Answer, Row } from "../../core/answer.ts";
import { fixed } from "../../core/card-words.ts";
import { disclaimerLine, overdueLine, stampLine } from "../../core/plain-text.ts";
import type { Reply } from "../../core/reply.ts";
import type { Status } from "../../core/status.ts";
import { type ChartForm, chartBlocks } from "./chart.ts";
import { escapeMrkdwn, plain } from "./escape.ts";
import { LIMITS, within } from "./limits.ts";
import { plainText, short } from "./text.ts";

export interface SlackMessage {
	text: string;
	blocks: types.KnownBlock[];
}

export interface RenderOptions {
	/** The user who shares the card: it is public then, and names them. */
	sharedBy?: string | undefined;
	/** The user who asked, on a card that is public at once because an admin chose so. */
	askedBy?: string | undefined;
	/** False: no Share button, where there is no channel to share in. */
	canShare?: boolean | undefined;
	/** Which part of the rows, from 0. */
	page?: number | undefined;
	/** How the chart is shown, on the first part; natively when left out. */
	chart?: ChartForm | undefined;
}

/** A mark beside the status words; the words carry the meaning. */
const MARKS: Record<Status, string> = {
	"in-effect": "●",
	scheduled: "◔",
	blocked: "■",
	proposed: "○",
	pending: "◐",
	ended: "×",
	expired: "×",
};

type RichText =
	| { type: "text"; text: string; style?: { bold?: boolean } }
	| { type: "link"; url: string; text: string };

/** Draws a reply. Content stands in plain_text and rich_text, where Slack parses nothing that a user typed. */
export function renderAnswer(reply: Reply, options: RenderOptions = {}): SlackMessage {
	const { answer } = reply;
	const pages = pagesOf(answer.rows);
	const page = Math.min(options.page ?? 0, pages.length - 1);
	const rows = pages[page] ?? [];
	const more =
		page + 1 < pages.length
			? fixed(answer, "{count} more rows", {
					count: answer.rows.length - rowsBefore(pages, page + 1),
				})
			: null;
	const stamp = stampLine(answer);
	const overdue = overdueLine(answer);
	const from = fromWhom(answer, options);
	const isShareable = !from && options.canShare !== false;
	const blocks = [
		...(from ? [context([{ type: "mrkdwn", text: from }])] : []),
		{ type: "header", text: plainText(short(answer.title, LIMITS.headerText.max)) },
		...([...answer.title].length > LIMITS.headerText.max
			? [rich([[{ type: "text", text: plain(answer.title), style: { bold: true } }]])]
			: []),
		...(stamp
			? [context([plainText(`${answer.status ? `${MARKS[answer.status]} ` : ""}${stamp}`)])]
			: []),
		rich([[{ type: "text", text: plain(answer.lead) }]]),
		...(rows.length > 0 ? [rich(rows.map(rowText))] : []),
		...(more && !moreButton(reply, page)
			? [
					context([
						plainText(
							fixed(
								answer,
								"{more}. Ask again with a narrower question, or in the terminal, to show all.",
								{ more },
							),
						),
					]),
				]
			: []),
		...chartBlocks(page === 0 ? answer.chart : null, options.chart ?? "native"),
		...choicesBlock(answer),
		...pickBlock(answer),
		...(overdue ? [context([plainText(overdue)])] : []),
		...sourcesBlock(answer),
		context([plainText(disclaimerLine(answer))]),
		...actionsBlock(reply, page, more, isShareable),
	] as types.KnownBlock[];
	return { text: fallbackText(answer, rows, from), blocks };
}

/** Who brought a public card into the channel. */
function fromWhom(answer: Answer, { sharedBy, askedBy }: RenderOptions): string | undefined {
	if (sharedBy) return fixed(answer, "Shared by {name}", { name: `<@${sharedBy}>` });
	return askedBy ? fixed(answer, "Asked by {name}", { name: `<@${askedBy}>` }) : undefined;
}

/** The button that brings the next rows, when the card can be re-derived. */
function moreButton(reply: Reply, page: number): string | undefined {
	if (!reply.again) return undefined;
	return encodeAction(reply.again, LIMITS.buttonValue.max - 8)?.replace(/^/, `${page + 1}:`);
}

function actionsBlock(reply: Reply, page: number, more: string | null, isShareable: boolean) {
	const { answer } = reply;
	const next = more ? moreButton(reply, page) : undefined;
	const share =
		isShareable && !reply.noShare && reply.outcome === "answered" && reply.again
			? encodeAction(reply.again, LIMITS.buttonValue.max)
			: undefined;
	const elements = [
		...(next && more
			? [
					button(
						"more",
						short(fixed(answer, "Show all: {more}", { more }), LIMITS.buttonText.max),
						next,
					),
				]
			: []),
		...answer.buttons.map((b, i) =>
			"do" in b
				? button(`do:${i}`, b.label, encodeAction(b.do, LIMITS.buttonValue.max) ?? "help")
				: {
						type: "button",
						action_id: `open:${i}`,
						text: plainText(within("buttonText", b.label)),
						url: b.open,
					},
		),
		...(share ? [button("share", fixed(answer, "Share"), share)] : []),
	];
	return elements.length > 0 ? [{ type: "actions", elements }] : [];
}

function button(id: string, label: string, value: string) {
	return {
		type: "button",
		action_id: id,
		text: plainText(within("buttonText", label)),
		value: within("buttonValue", value),
	};
}

function choicesBlock(answer: Answer) {
	const options = answer.choices.flatMap((choice) => {
		const value = encodeAction(choice.do, LIMITS.optionValue.max);
		return value ? [{ choice, value }] : [];
	});
	if (options.length === 0) return [];
	return [
		{
			type: "actions",
			elements: [
				{
					type: "static_select",
					action_id: "choose",
					placeholder: plainText(fixed(answer, "Choose")),
					options: options.slice(0, LIMITS.selectOptions.max).map(({ choice, value }) => ({
						text: plainText(short(choice.label, LIMITS.optionText.max)),
						value,
						...(choice.note && {
							description: plainText(short(choice.note, LIMITS.optionText.max)),
						}),
					})),
				},
			],
		},
	];
}

/** A menu that asks the desk as somebody types (pick.ts answers). What it completes stands in the block's id. */
function pickBlock({ pick }: Answer) {
	const block_id = pick && encodeAction(pick.do, LIMITS.blockId.max);
	if (!pick || !block_id) return [];
	return [
		{
			type: "actions",
			block_id,
			elements: [
				{
					type: "external_select",
					action_id: pick.option,
					placeholder: plainText(within("optionText", pick.label)),
					min_query_length: 2,
				},
			],
		},
	];
}

function sourcesBlock(answer: Answer) {
	if (answer.sources.length === 0) return [];
	return [
		rich([
			[{ type: "text", text: fixed(answer, "Sources"), style: { bold: true } }],
			...answer.sources.map((source): RichText[] => [
				{ type: "link", url: source.url, text: plain(source.label) },
				...(source.published ? [{ type: "text" as const, text: ` (${source.published})` }] : []),
			]),
		]),
	];
}

function rowText(row: Row): RichText[] {
	return [
		{ type: "text", text: plain(row.label), style: { bold: true } },
		{ type: "text", text: `: ${plain(row.value)}` },
		...(row.note ? [{ type: "text" as const, text: ` (${plain(row.note)})` }] : []),
	];
}

/** Rows in messages that a phone can read: whole rows, never a cut one. */
function pagesOf(rows: readonly Row[]): Row[][] {
	const pages: Row[][] = [[]];
	let characters = 0;
	for (const row of rows) {
		const size = row.label.length + row.value.length + (row.note?.length ?? 0);
		const current = pages.at(-1) as Row[];
		if (
			current.length > 0 &&
			(current.length >= LIMITS.rowsAtOnce.max || characters + size > LIMITS.charactersAtOnce.max)
		) {
			pages.push([row]);
			characters = size;
		} else {
			current.push(row);
			characters += size;
		}
	}
	return pages;
}

const rowsBefore = (pages: Row[][], page: number): number =>
	pages.slice(0, page).reduce((all, rows) => all + rows.length, 0);

/** What a notification and a screen reader get: complete lines, as many as fit. */
function fallbackText(answer: Answer, rows: readonly Row[], from?: string): string {
	const lines = [
		answer.title,
		stampLine(answer),
		answer.lead,
		...rows.map((row) => `${row.label}: ${row.value}${row.note ? ` (${row.note})` : ""}`),
		disclaimerLine(answer),
	];
	const shown: string[] = from ? [from] : [];
	let size = 40;
	for (const line of lines.filter((l) => l !== "").map(escapeMrkdwn)) {
		size += [...line].length + 1;
		if (size > LIMITS.messageText.max) {
			shown.push("(more on the card)");
			break;
		}
		shown.push(line);
	}
	return shown.join("\n");
}

const context = (elements: object[]) => ({ type: "context", elements });
const rich = (lines: RichText[][]) => ({
	type: "rich_text",
	elements: lines.map((line, i) => ({
		type: "rich_text_section",
		elements: i + 1 < lines.length ? [...line, { type: "text", text: "\n" }] : line,
	})),
});

/** The action behind a button or option of ours, and the page it asks for. */
export function readValue(value: string): { action: Action; page: number } | undefined {
	const paged = /^(\d{1,3}):(.*)$/s.exec(value);
	const action = decodeAction(paged ? (paged[2] ?? "") : value);
	return action ? { action, page: paged ? Number(paged[1]) : 0 } : undefined;
}
