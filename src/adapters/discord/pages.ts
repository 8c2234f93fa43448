import { type Blocks, blocksOf } from "./blocks.ts";
import type { Answer } from "../../core/answer.ts";
import { escapeLine } from "./escape.ts";
import { LIMITS, RenderLimitError } from "./limits.ts";

/** Kept free on every page: title, stamp, who shared it, headings, hints, the disclaimer. */
const FRAME_MAX = 1000;

/** The text of an answer as messages that Discord takes. Nearly always one. */
export function pagesOf(answer: Answer): Blocks[] {
	const rest = blocksOf(answer);
	const room =
		LIMITS.textPerMessage.max - FRAME_MAX - escapeLine(answer.ownDisclaimer ?? "").length;
	const pages: Blocks[] = [];
	do pages.push(fill(rest, room));
	while (rest.body.length + rest.sources.length > 0);
	return pages;
}

/** Takes what fits. Figures travel with their sources: those come first, up to half a page. */
function fill(rest: Blocks, pageMax: number): Blocks {
	const page: Blocks = { body: [], sources: [] };
	let left = pageMax;
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
	take("sources", pageMax / 2);
	take("body", pageMax);
	if (rest.body.length === 0) take("sources", pageMax);
	const stuck = rest.body[0] ?? rest.sources[0];
	if (stuck !== undefined && left === pageMax) {
		throw new RenderLimitError(
			"textPerMessage",
			stuck.length + LIMITS.textPerMessage.max - pageMax,
		);
	}
	return page;
}
