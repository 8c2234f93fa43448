import type { FastifyInstance } from "fastify";

/** A request as it came: a signature covers the bytes, not what they parse to. */
export interface RawRequest {
	headers: Readonly<Record<string, string | string[] | undefined>>;
	/** Without the path. */
	query: URLSearchParams;
	body: Buffer;
}

export interface RawAnswer {
	status: number;
	headers?: Readonly<Record<string, string>>;
	body?: string;
}

export type RawHandler = (request: RawRequest) => Promise<RawAnswer>;

/** An address kept for a platform. Its library loads after the server listens: until then it answers 503. */
export interface Hook {
	answer(handler: RawHandler): void;
}

/** Keeps an address for a platform; before the server listens. */
export type KeepAddress = (method: "GET" | "POST", path: string, bodyLimit?: number) => Hook;

export function createHooks(app: FastifyInstance): KeepAddress {
	return (method, path, bodyLimit) => {
		let handler: RawHandler | undefined;
		app.register(async (scope) => {
			scope.removeAllContentTypeParsers();
			scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) =>
				done(null, body),
			);
			scope.route({
				method,
				url: path,
				...(bodyLimit !== undefined && { bodyLimit }),
				async handler(request, reply) {
					if (!handler) return reply.code(503).header("retry-after", "1").send();
					const answer = await handler({
						headers: request.headers,
						query: new URLSearchParams(request.url.split("?")[1] ?? ""),
						body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
					});
					return reply
						.code(answer.status)
						.headers({ ...answer.headers })
						.send(answer.body ?? "");
				},
			});
		});
		return {
			answer(given) {
				handler = given;
			},
		};
	};
}
