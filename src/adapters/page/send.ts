import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Languages, speak } from "../../core/say.ts";
import { layout, type PageContent } from "./layout.ts";
import { keepLanguage, type Reading, readingOf } from "./page-language.ts";

const HTML_TYPE = "text/html; charset=utf-8";

/** How long a browser or proxy may show a public page without asking again. */
const FRESH_S = 60;

/** Sends something that is the same for everybody: cached for a minute, then asked for by its tag. */
export function sendPublic(
	request: FastifyRequest,
	reply: FastifyReply,
	type: string,
	body: string | Buffer,
): FastifyReply {
	const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
	reply.headers({
		etag: tag,
		"cache-control": `public, max-age=${FRESH_S}, must-revalidate`,
	});
	if (isHeld(request.headers["if-none-match"], tag)) return reply.code(304).send();
	return reply.type(type).send(body);
}

// A proxy that compresses may weaken the tag.
function isHeld(held: string | undefined, tag: string): boolean {
	return (held ?? "").split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
}

/** Makes pages in the language of whoever asks for them. */
export interface Pages {
	reading(request: FastifyRequest): Reading;
	/** `make` says its sentences in the reader's language, so it must not wait. */
	send(request: FastifyRequest, reply: FastifyReply, make: () => PageContent): FastifyReply;
	/** Serves a public page at one address. */
	serve(app: FastifyInstance, address: string, make: () => PublicPage): void;
}

type PublicPage = Pick<PageContent, "title" | "content">;

/** `base`: where people reach the pages, without a trailing slash; "" when that is not known. */
export function createPages(languages: Languages, base: string): Pages {
	const pages: Pages = {
		reading: (request) => readingOf(request, languages),
		serve(app, address, make) {
			app.get(address, (request, reply) =>
				pages.send(request, reply, () => ({ ...make(), address, place: address, isPublic: true })),
			);
		},
		send(request, reply, make) {
			const reading = readingOf(request, languages);
			const { done: content, told } = speak(reading.language, make);
			const site = { base, languages: languages.all, told, chosen: reading.chosen };
			const whole = speak(reading.language, () => layout(content, site)).done;
			const page = reading.chosen ? keepLanguage(whole, reading.chosen) : whole;
			reply.header("content-language", reading.language?.tag ?? "en");
			if (!reading.chosen) alsoVaries(reply, "accept-language");
			return request.method === "GET" || request.method === "HEAD"
				? sendPublic(request, reply, HTML_TYPE, page)
				: reply.type(HTML_TYPE).send(page);
		},
	};
	return pages;
}

/** What an answer depends on beside its address. */
export function alsoVaries(reply: FastifyReply, header: string): void {
	const before = reply.getHeader("vary");
	reply.header("vary", before ? `${String(before)}, ${header}` : header);
}
