import type { FastifyInstance } from "fastify";

/** Asked at every `/readyz`: what keeps the desk from being ready, in plain words; empty when nothing does. */
export type Problems = () => string[];

/** `/healthz`: the process runs. `/readyz`: it can do its work, or why not. */
export function registerHealth(
	app: FastifyInstance,
	problems: Problems,
	/** What this desk is set up for, such as `discord (http)`. */
	configured: readonly string[] = [],
): void {
	app.get("/healthz", async () => ({ ok: true }));
	app.get("/readyz", async (_request, reply) => {
		const reasons = problems();
		reply.code(reasons.length === 0 ? 200 : 503);
		return {
			ready: reasons.length === 0,
			reasons,
			...(configured.length > 0 && { configured }),
		};
	});
}
