import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

export const HTML_TYPE = "text/html; charset=utf-8";

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

export const sendPage = (request: FastifyRequest, reply: FastifyReply, page: string) =>
	sendPublic(request, reply, HTML_TYPE, page);

// A proxy that compresses may weaken the tag.
function isHeld(held: string | undefined, tag: string): boolean {
	return (held ?? "").split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
}
