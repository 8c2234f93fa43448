import type { Message } from "discord.js";
import { MAX_QUESTION } from "../../commands/options.ts";
import { shorten, visible } from "./escape.ts";

/** Bounded before anything looks at it. */
const MOST_READ = 20_000;

/**
 * What a message claims: its own text, else that of what it forwards, embeds or draws, as one line of
 * text without mentions and emoji codes. Empty when it only shows pictures.
 */
export function claimIn(message: Message): string {
	const forwarded = [...(message.messageSnapshots?.values() ?? [])];
	for (const source of [message, ...forwarded]) {
		const text = readable(textOf(source));
		if (text) return shorten(text, MAX_QUESTION);
	}
	return "";
}

/** As far as a message or a forwarded one is read. */
interface Readable {
	content?: string | null;
	embeds?: readonly { title?: string | null; description?: string | null }[];
	components?: readonly { toJSON(): unknown }[];
}

function textOf({ content, embeds = [], components = [] }: Readable): string {
	if (content?.trim()) return content;
	const shown = embeds.flatMap(({ title, description }) => [title ?? "", description ?? ""]);
	if (shown.some((text) => text.trim())) return shown.join("\n");
	return components.flatMap((component) => drawnTexts(component.toJSON())).join("\n");
}

/** The text displays among components. */
function drawnTexts(component: unknown): string[] {
	if (typeof component !== "object" || component === null) return [];
	const { content, components } = component as { content?: unknown; components?: unknown };
	return [
		...(typeof content === "string" ? [content] : []),
		...(Array.isArray(components) ? components.flatMap(drawnTexts) : []),
	];
}

// https://docs.discord.com/developers/reference#message-formatting
const TOKENS = /<(?:[@#][!&]?|a?:\w{1,32}:|\/[^:>]{1,100}:|t:|id:)[\w:-]*>/g;

function readable(text: string): string {
	return visible(text.slice(0, MOST_READ).replace(TOKENS, " ")).replaceAll("\n", " ");
}
