import type { FastifyInstance } from "fastify";

/** What is served at `/metrics`, and told of every answer. */
export interface Measured {
	http(route: string, status: number): void;
	text(): Promise<string>;
	readonly contentType: string;
}

/** `/metrics` in Prometheus' text format. Holds counts and times alone, so no key is asked for. */
export function registerMetrics(app: FastifyInstance, measured: Measured): void {
	app.addHook("onResponse", async (request, reply) => {
		// The pattern of the route; an address that nobody serves is one name for all.
		measured.http(request.routeOptions.url ?? "unknown", reply.statusCode);
	});
	app.get("/metrics", async (_request, reply) =>
		reply.header("content-type", measured.contentType).send(await measured.text()),
	);
}
