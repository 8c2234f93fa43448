import type { FastifyInstance } from "fastify";

// Scripts, styles and pictures from here only and never in the markup, no frames, forms go nowhere else.
const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"connect-src 'self'",
	"style-src 'self'",
	"font-src 'self'",
	"img-src 'self'",
	"form-action 'self'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
].join("; ");

const HEADERS: Readonly<Record<string, string>> = {
	"content-security-policy": CONTENT_SECURITY_POLICY,
	"x-content-type-options": "nosniff",
	"referrer-policy": "no-referrer",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
	"permissions-policy": "camera=(), geolocation=(), microphone=()",
	// An answer may hold what somebody typed; a route may say otherwise of what it serves.
	"cache-control": "no-store",
};

/** Sets the security headers on every answer, errors included. */
export function secure(app: FastifyInstance): void {
	app.addHook("onRequest", async (_request, reply) => {
		reply.headers(HEADERS);
	});
}
