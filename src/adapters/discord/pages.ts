import { type Blocks, blocksOf } from "./blocks.ts";
import type { Answer } from "../../core/answer.ts";
import { LIMITS, RenderLimitError } from "./limits.ts";

/** Kept free on every page: title, stamp, who shared it, headings, hints, the disclaimer. */
const FRAME_MAX = 1000;
const PAGE_MAX = LIMITS.textPerMessage.max - FRAME_MAX;

/** The text of an answer as messages that Discord takes. Nearly always one. */
export function pagesOf(answer: Answer): Blocks[] {
	const rest = blocksOf(answer);
	const pages: Blocks[] = [];
	do pages.push(fill(rest));
	while (rest.body.length + rest.sources.length > 0);
	return pages;
}

/** Takes what fits. Figures travel with their sources: those come first, up to half a page. */
function fill(rest: Blocks): Blocks {
	const page: Blocks = { body: [], sources: [] };
	let left = PAGE_MAX;
	const take = (part: keyof Blocks, most: number) => {
		let room = Math.min(left, most);
		for (
			let next = rest[part][0];
			next !== undefined && next.length + 1 <= room;
			next = rest[part][0]
		) {
			page[part].push(next);
			rest[part].shift();
			room -= next.length + 1;
			left -= next.length + 1;
		}
	};
	take("sources", PAGE_MAX / 2);
	take("body", PAGE_MAX);
	if (rest.body.length === 0) take("sources", PAGE_MAX);
	const stuck = rest.body[0] ?? rest.sources[0];
	if (stuck !== undefined && left === PAGE_MAX) {
		throw new RenderLimitError("textPerMessage", stuck.length + FRAME_MAX);
	}
	return page;
}
