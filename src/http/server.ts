import Fastify, { type FastifyInstance } from "fastify";
import type { Logger } from "pino";

export const BODY_LIMIT_BYTES = 64 * 1024;
const REQUEST_TIMEOUT_MS = 10_000;

// No script or style from anywhere but this server, and none written into the page.
const CSP = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The one HTTP server; adapters register their routes on it. Logs no address, query, body or user text. */
export function createServer(log: Logger): FastifyInstance {
	const server = Fastify({
		bodyLimit: BODY_LIMIT_BYTES,
		requestTimeout: REQUEST_TIMEOUT_MS,
		logger: false,
		forceCloseConnections: "idle",
		return503OnClosing: true,
	});
	server.addHook("onSend", async (_request, reply) => {
		reply.headers({
			"content-security-policy": CSP,
			"x-content-type-options": "nosniff",
			"referrer-policy": "no-referrer",
		});
		if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
	});
	server.addHook("onResponse", async (request, reply) => {
		log.debug({ method: request.method, route: request.routeOptions.url ?? "none", status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, "http");
	});
	server.setNotFoundHandler((request, reply) => {
		const allowed = ["GET", "POST"].filter((method) => server.findRoute({ method, url: request.url.split("?")[0] ?? "" }) ?? known(server, method, request.url));
		if (allowed.length > 0) return reply.code(405).header("allow", allowed.join(", ")).send({ error: `use ${allowed.join(" or ")} here` });
		return reply.code(404).send({ error: "no such page" });
	});
	server.setErrorHandler((error: { statusCode?: number; code?: string }, request, reply) => {
		const status = error.statusCode ?? 500;
		if (status === 413) return reply.code(413).send({ error: "the body is over 64 KiB" });
		if (status < 500) return reply.code(status === 415 ? 400 : status).send({ error: 'send JSON such as {"text": "/cap"}' });
		log.error({ route: request.routeOptions.url, code: error.code ?? "unknown" }, "http: request failed");
		return reply.code(500).send({ error: "something went wrong on our side; try again" });
	});
	return server;
}

/** Whether a route with parameters answers this address with another method. */
function known(server: FastifyInstance, method: string, url: string): boolean {
	const path = url.split("?")[0] ?? "";
	return method === "GET" && path.startsWith("/facts/") && server.hasRoute({ method, url: "/facts/*" });
}
