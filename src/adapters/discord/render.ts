import {
	type APIComponentInContainer,
	type APIMediaGalleryComponent,
	type APIMessageTopLevelComponent,
	type APITextDisplayComponent,
	ComponentType,
	MessageFlags,
} from "discord-api-types/v10";
import type { Picture } from "../../charts/png.ts";
import type { Answer } from "../../core/answer.ts";
import { say } from "../../core/say.ts";
import { fixed } from "../../core/card-words.ts";
import { disclaimerLine, stampLine } from "../../core/plain-text.ts";
import type { Reply } from "../../core/reply.ts";
import type { Blocks } from "./blocks.ts";
import { buttonRow, choiceRows, moreId, shareId } from "./controls.ts";
import { withoutControls } from "./card-state.ts";
import { escapeLine, shorten } from "./escape.ts";
import { within } from "./limits.ts";
import { NEUTRAL_COLOUR, STATUS_COLOURS, STATUS_MARKS } from "./marks.ts";
import { pagesOf } from "./pages.ts";
import { pictureParts, type Upload } from "./picture.ts";

/** A drawn card, ready for a reply, an edit or a follow-up. */
export interface Card {
	components: APIMessageTopLevelComponent[];
	flags: [MessageFlags.IsComponentsV2];
	/** Always none: a card never pings. */
	allowedMentions: { parse: [] };
	files?: Upload[];
}

export interface RenderOptions {
	/** From 1. Pages after the first hold what did not fit before. */
	page?: number;
	/** Draws the public card, naming who shared it. Without an id the name alone. */
	sharedBy?: { name: string; id?: string };
	/** False where the rest follows by itself. */
	offersRest?: boolean;
	/** The answer's chart, drawn; shown on the first page. */
	picture?: Picture | null;
	/** Everybody sees the card from the start: there is nothing to share. */
	isPublic?: boolean;
	/** The id that opens the form of the card's command. */
	form?: string | undefined;
	/** Rows of the list that the card was picked from, below it. */
	menu?: readonly object[];
}

const TITLE_MAX = 200;

export function pageCount(reply: Reply): number {
	return pagesOf(reply.answer).length;
}

/**
 * Draws one page of an answer. Rules where Discord is poorer than an answer: what does not fit goes to
 * the next page whole; a button that does not fit is written out (blocks.ts); a chart
 * without a picture is left to its words, which say the same.
 */
export function renderAnswer(reply: Reply, options: RenderOptions = {}): Card {
	const { answer } = reply;
	const pages = pagesOf(answer);
	const page = Math.min(Math.max(options.page ?? 1, 1), pages.length);
	const isFirst = page === 1;
	const hasRest = page < pages.length;
	const more = hasRest && options.offersRest !== false ? moreId(reply, page + 1) : undefined;

	const { chart } = answer;
	const drawn = isFirst && chart && options.picture ? pictureParts(chart, options.picture) : null;

	const inside: APIComponentInContainer[] = [
		text(head(answer, page, pages.length)),
		...body(answer, pages[page - 1] ?? { body: [], sources: [] }, drawn?.gallery),
	];
	if (hasRest)
		inside.push(
			text(
				`-# ${fixed(answer, more ? "More rows: press Show all." : "More rows follow in the next message.")}`,
			),
		);
	if (isFirst) inside.push(text(`-# ${escapeLine(disclaimerLine(answer))}`));
	if (isFirst) inside.push(...choiceRows(answer));
	inside.push(
		...buttonRow(answer, {
			buttons: isFirst ? answer.buttons : [],
			more,
			form: isFirst ? options.form : undefined,
			share:
				isFirst && !options.sharedBy && !options.isPublic ? shareId(reply, !hasRest) : undefined,
		}),
	);

	const components: APIMessageTopLevelComponent[] = [
		...(options.sharedBy ? [text(sharedLine(answer, options.sharedBy))] : []),
		{
			type: ComponentType.Container,
			accent_color: answer.status ? STATUS_COLOURS[answer.status] : NEUTRAL_COLOUR,
			components: inside,
		},
		...((isFirst ? (options.menu ?? []) : []) as APIMessageTopLevelComponent[]),
	];
	checkLimits(components);
	return {
		components,
		flags: [MessageFlags.IsComponentsV2],
		allowedMentions: { parse: [] },
		...(drawn && { files: [drawn.file] }),
	};
}

function head(answer: Answer, page: number, pages: number): string {
	const stamp = escapeLine(stampLine(answer));
	const lines = [
		`## ${escapeLine(shorten(answer.title, TITLE_MAX))}`,
		[answer.status ? STATUS_MARKS[answer.status] : "", stamp].filter(Boolean).join(" "),
		page > 1 ? `-# ${fixed(answer, "Page {page} of {pages}", { page, pages })}` : "",
	];
	return lines.filter(Boolean).join("\n");
}

function body(
	answer: Answer,
	page: Blocks,
	gallery?: APIMediaGalleryComponent,
): APIComponentInContainer[] {
	const out: APIComponentInContainer[] = [];
	if (page.body.length > 0) out.push(text(page.body.join("\n")));
	if (gallery) out.push(gallery);
	if (page.sources.length > 0) {
		out.push(
			{ type: ComponentType.Separator, divider: true },
			text([`**${fixed(answer, "Sources")}**`, ...page.sources].join("\n")),
		);
	}
	return out;
}

/** A card for everyone from what is drawn on a private one: the same without its controls. */
export function renderCopy(
	drawn: readonly APIMessageTopLevelComponent[],
	sharedBy: { name: string; id?: string },
): Card {
	const components = [text(sharedLine(null, sharedBy)), ...withoutControls(drawn)];
	checkLimits(components);
	return {
		components,
		flags: [MessageFlags.IsComponentsV2],
		allowedMentions: { parse: [] },
	};
}

/** The name for people, the mention because a name can be imitated. It cannot ping: see `allowedMentions`. */
function sharedLine(answer: Answer | null, who: { name: string; id?: string }): string {
	const name = escapeLine(shorten(who.name, 64));
	const named = who.id ? `${name} (<@${who.id}>)` : name;
	return answer
		? fixed(answer, "Shared by {name}", { name: named })
		: say("Shared by {name}", { name: named });
}

const text = (content: string): APITextDisplayComponent => ({
	type: ComponentType.TextDisplay,
	content,
});

/** Nothing above should be able to break these; a card that does must not leave. */
function checkLimits(components: readonly APIMessageTopLevelComponent[]): void {
	let count = 0;
	let characters = 0;
	const walk = (component: object): void => {
		count++;
		if ("content" in component) characters += String(component.content).length;
		if ("components" in component)
			for (const child of component.components as object[]) walk(child);
	};
	for (const component of components) walk(component);
	within("componentsPerMessage", count);
	within("textPerMessage", characters);
}
