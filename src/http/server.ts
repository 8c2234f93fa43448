import Fastify, { type FastifyError, type FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { allowedMethods, rememberRoutes } from "./methods.ts";
import { secure } from "./security.ts";

export const BODY_LIMIT = 64 * 1024;

/** A whole request must have arrived within this. */
const REQUEST_TIMEOUT_MS = 10_000;
/**
 * A connection without a request is closed after this: later than balancers and platforms give theirs up (60 s
 * for most), since what they send at the moment of closing is lost.
 */
const KEEP_ALIVE_MS = 75_000;

/** No route is described by a JSON schema (zod reads what comes), so neither compiler is loaded: they take a third of the start. */
const NO_SCHEMAS = {
	compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas },
};

function noSchemas(): never {
	throw new TypeError("no compiler for JSON schemas is loaded");
}

/** The one HTTP server; adapters register their routes on it. */
export function createHttpServer(log: Logger): FastifyInstance {
	const app = Fastify({
		bodyLimit: BODY_LIMIT,
		requestTimeout: REQUEST_TIMEOUT_MS,
		connectionTimeout: REQUEST_TIMEOUT_MS,
		keepAliveTimeout: KEEP_ALIVE_MS,
		// Its own log lines hold addresses with their query, which may be a person's words.
		logger: false,
		routerOptions: { maxParamLength: 200 },
		schemaController: NO_SCHEMAS,
	});
	// Node's check for slow requests runs every 30 s unless told otherwise.
	app.server.headersTimeout = REQUEST_TIMEOUT_MS;

	secure(app);
	const routes = rememberRoutes(app);

	app.addHook("onResponse", async (request, reply) => {
		log.info(
			{
				method: request.method,
				// The pattern, not the address: nothing that was typed.
				route: request.routeOptions.url ?? "unknown",
				status: reply.statusCode,
				ms: Math.round(reply.elapsedTime),
			},
			"http",
		);
	});

	app.setNotFoundHandler((request, reply) => {
		const allowed = allowedMethods(routes, request.url);
		// A route that knows the address but not the thing asked for says "not found" itself.
		if (allowed.length === 0 || allowed.includes(request.method))
			return reply.code(404).send({ error: "not found" });
		return reply
			.code(405)
			.header("allow", allowed.join(", "))
			.send({ error: `use ${allowed.join(" or ")}` });
	});

	app.setErrorHandler((error: FastifyError, request, reply) => {
		const status = error.statusCode ?? 500;
		if (status < 500)
			return reply
				.code(status)
				.send({ error: CLIENT_ERRORS[status] ?? "the request cannot be read" });
		// An error's message may quote what was typed; its kind and place do not.
		log.error(
			{
				route: request.routeOptions.url,
				kind: error.name,
				code: error.code,
				stack: placesOf(error),
			},
			"http: a request failed",
		);
		return reply.code(500).send({ error: "the desk failed to answer; please try again" });
	});

	return app;
}

const CLIENT_ERRORS: Record<number, string> = {
	413: `the body is over ${BODY_LIMIT / 1024} KiB`,
	415: "this content type is not read here",
};

/** The call sites of a stack trace, without the message above them. */
export function placesOf(error: unknown): string[] {
	const stack = error instanceof Error ? (error.stack ?? "") : "";
	return stack
		.split("\n")
		.flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []))
		.slice(0, 8);
}
