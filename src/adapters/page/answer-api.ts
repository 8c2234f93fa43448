import type { FastifyInstance } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import { replyToJson } from "../../core/reply-json.ts";
import { contextOf, readAnswerRequest, WHAT_TO_SEND } from "../answer-request.ts";

/** `POST /api/answer`: 200 for every outcome; 400 only for a body that is not a request at all. */
export function registerAnswerApi(app: FastifyInstance, desk: Desk): void {
	app.register(async (scope) => {
		// The body is JSON whatever the client calls it: `curl -d` says it is a form.
		scope.removeAllContentTypeParsers();
		scope.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) =>
			done(null, parseJson(String(body))),
		);

		scope.post("/api/answer", async (request, reply) => {
			const asked = readAnswerRequest(request.body);
			if (!asked) return reply.code(400).send({ error: WHAT_TO_SEND });
			return replyToJson(desk.text(asked.text, contextOf(asked)));
		});
	});
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
