import { decodeAction } from "../../src/core/action-id.ts";
import type { Action } from "../../src/core/answer.ts";
import { decodePress } from "../../src/adapters/discord/custom-id.ts";

// A strict reading of https://docs.discord.com/developers/components/reference, written apart from the
// adapter so that a wrong number there does not go unnoticed here.

type Part = Record<string, unknown> & { type?: number; components?: Part[] };
export interface Payload {
	components: Part[];
	flags: number[];
	allowedMentions: { parse: unknown[] };
	files?: { attachment: Uint8Array; name: string; description: string }[];
}

const ROW = 1;
const BUTTON = 2;
const SELECT = 3;
const TEXT = 10;
const GALLERY = 12;
const SEPARATOR = 14;
const CONTAINER = 17;

const FIELDS: Record<number, string[]> = {
	[ROW]: ["components"],
	[BUTTON]: ["style", "label", "custom_id", "url"],
	[SELECT]: ["custom_id", "placeholder", "options"],
	[TEXT]: ["content"],
	[GALLERY]: ["items"],
	[SEPARATOR]: ["divider", "spacing"],
	[CONTAINER]: ["components", "accent_color"],
};
const INSIDE: Record<number, number[]> = {
	[ROW]: [BUTTON, SELECT],
	[CONTAINER]: [ROW, TEXT, GALLERY, SEPARATOR],
};

export function partsOf(payload: Payload): Part[] {
	const all: Part[] = [];
	const walk = (part: Part): void => {
		all.push(part);
		for (const child of part.components ?? []) walk(child);
	};
	for (const part of payload.components) walk(part);
	return all;
}

export function galleryItems(payload: Payload): { media: { url: string }; description: string }[] {
	return partsOf(payload).flatMap((part) =>
		part.type === GALLERY ? (part.items as { media: { url: string }; description: string }[]) : [],
	);
}

export const textsOf = (payload: Payload): string[] =>
	partsOf(payload).flatMap((part) => (part.type === TEXT ? [String(part.content)] : []));

/** What Discord would refuse, or what could ping or come to life. */
export function violations(payload: Payload): string[] {
	const found: string[] = [];
	const say = (isWrong: boolean, what: string): void => {
		if (isWrong) found.push(what);
	};
	say(!payload.flags.includes(1 << 15), "no Components V2 flag");
	say(
		payload.allowedMentions.parse.length > 0 || Object.keys(payload.allowedMentions).length > 1,
		"mentions allowed",
	);
	say(
		Object.keys(payload).some(
			(key) => !["components", "flags", "allowedMentions", "files"].includes(key),
		),
		"another field",
	);
	const parts = partsOf(payload);
	say(parts.length > 40, `${parts.length} components`);
	const total = textsOf(payload).reduce((sum, text) => sum + text.length, 0);
	say(total > 4000, `${total} characters`);
	for (const part of payload.components)
		say(![TEXT, CONTAINER].includes(part.type ?? 0), `type ${part.type} at the top`);
	const shownFiles = galleryItems(payload).map(({ media }) => media.url);
	const files = (payload.files ?? []).map(({ name }) => `attachment://${name}`);
	say(files.join() !== shownFiles.join(), "files that are not shown, or shown and not there");
	for (const { description } of [...galleryItems(payload), ...(payload.files ?? [])])
		say(!between(description, 1, 1024), "picture without words, or too many");
	for (const { name, attachment } of payload.files ?? []) {
		say(!/^[\w-]+\.png$/.test(name), "file name");
		say(attachment.length === 0 || attachment.length > 10 * 1024 * 1024, "file size");
	}
	const ids = new Set<unknown>();
	for (const part of parts) {
		const type = part.type ?? 0;
		for (const key of Object.keys(part))
			say(key !== "type" && !FIELDS[type]?.includes(key), `${type} has ${key}`);
		if (part.components) say(part.components.length === 0, `${type} is empty`);
		for (const child of part.components ?? [])
			say(!INSIDE[type]?.includes(child.type ?? 0), `${child.type} in ${type}`);
		if (type === ROW) {
			const hasSelect = part.components?.some((child) => child.type === SELECT) ?? false;
			say((part.components?.length ?? 0) > (hasSelect ? 1 : 5), "row too wide");
		}
		if (type === TEXT) {
			say(String(part.content).trim() === "", "empty text");
			found.push(...unsafe(String(part.content)).map((what) => `live: ${what}`));
		}
		if (type === BUTTON) {
			say(!between(part.label, 1, 80), "button label");
			say((part.style === 5) === (part.custom_id !== undefined), "link and id");
			if (part.style === 5)
				say(!/^https?:\/\//.test(String(part.url)) || !between(part.url, 1, 512), "button url");
		}
		if (part.custom_id !== undefined) {
			say(!between(part.custom_id, 1, 100), "custom id");
			say(ids.has(part.custom_id), `${part.custom_id} twice`);
			ids.add(part.custom_id);
		}
		if (type === SELECT) {
			const options = part.options as { label: string; value: string; description?: string }[];
			say(options.length < 1 || options.length > 25, "select options");
			say(
				new Set(options.map((option) => option.value)).size !== options.length,
				"option values twice",
			);
			for (const option of options) {
				say(!between(option.label, 1, 100) || !between(option.value, 1, 100), "select text");
				say(
					option.description !== undefined && !between(option.description, 1, 100),
					"select description",
				);
			}
		}
	}
	return found;
}

const between = (text: unknown, least: number, most: number): boolean =>
	typeof text === "string" && text.length >= least && text.length <= most;

/**
 * Everything live in a text display apart from what the adapter itself draws: a heading, small text, a
 * list, bold labels, links to sources and the name of who shared.
 */
export function unsafe(content: string): string[] {
	const own = content
		.replace(/^Shared by (.*?)(?: \(<@\d+>\))?$/m, "$1")
		.replace(/^(## |-# |- )/gm, "")
		.replace(/\\[^A-Za-z0-9\s]/g, "\ue000")
		.replace(/\[([^[\]]*)\]\(https?:\/\/[^\s()<>]+\)/g, "$1")
		.replace(/\*\*([^*\n]+)\*\*/g, "$1");
	return [
		...own.matchAll(/[*_~`|[\]<>@#\\]|:\/\/|\bwww\.|^(?:[-+]|\d+[.)]) |:\w+:/gm),
		...own.matchAll(/[\p{Cf}\p{Cs}]|[^\P{Cc}\n]/gu),
	].map((match) => own.slice(Math.max(0, match.index - 10), match.index + 20));
}

/** The text as a reader sees it: markup drawn, escapes undone. */
export function shown(content: string): string {
	return content
		.replace(/^(## |-# |- )/gm, "")
		.replace(/\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, "$1")
		.replace(/(?<!\\)\*\*/g, "")
		.replace(/\\([^A-Za-z0-9\s])/g, "$1");
}

export function visibleText(payload: Payload): string {
	const controls = partsOf(payload).flatMap((part) => {
		const options = (part.options ?? []) as { label: string; description?: string }[];
		return [part.label, ...options.flatMap((option) => [option.label, option.description])];
	});
	return [...textsOf(payload).map(shown), ...controls.filter(Boolean)].join("\n");
}

export function links(payload: Payload): string[] {
	const inText = textsOf(payload).flatMap((text) =>
		[...text.matchAll(/(?<!\\)\]\(([^)]+)\)/g)].map((match) => match[1] ?? ""),
	);
	return [
		...inText,
		...partsOf(payload).flatMap((part) => (typeof part.url === "string" ? [part.url] : [])),
	];
}

export function actions(payload: Payload): Action[] {
	return partsOf(payload).flatMap((part) => {
		const options = (part.options ?? []) as { value: string }[];
		const pressed =
			typeof part.custom_id === "string" ? decodePress(part.custom_id)?.action : undefined;
		return [pressed, ...options.map((option) => decodeAction(option.value))].filter(
			(action) => action !== undefined,
		);
	});
}
