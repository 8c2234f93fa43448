import type { FastifyInstance } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import { decodeAction } from "../../core/action-id.ts";
import type { Reply } from "../../core/reply.ts";
import { html } from "./html.ts";
import { askForm, examples, layout } from "./layout.ts";
import { renderAnswer } from "./render.ts";

const HTML_TYPE = "text/html; charset=utf-8";

/** `GET /` shows the question field, `POST /` the answer. What is typed travels in the body only. */
export function registerAskPage(app: FastifyInstance, desk: Desk): void {
	app.register(async (scope) => {
		scope.addContentTypeParser(
			"application/x-www-form-urlencoded",
			{ parseAs: "string" },
			(_request, body, done) => {
				done(null, new URLSearchParams(String(body)));
			},
		);

		scope.get("/", (_request, reply) => reply.type(HTML_TYPE).send(firstPage()));

		scope.post("/", (request, reply) => {
			const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
			const typed = form.get("text")?.trim() ?? "";
			const asked = ask(desk, typed, form.get("action"));
			return reply.type(HTML_TYPE).send(asked ? answerPage(asked, typed) : firstPage());
		});
	});
}

function ask(desk: Desk, typed: string, action: string | null): Reply | undefined {
	const decoded = action === null ? undefined : decodeAction(action);
	if (decoded) return desk.run(decoded.command, decoded.input);
	return typed === "" ? undefined : desk.text(typed);
}

function firstPage(): string {
	return layout(
		"H-1B Desk",
		html`<h1>What is true about H-1B today?</h1>${askForm("")}${examples()}`,
	);
}

function answerPage(reply: Reply, typed: string): string {
	return layout(`${reply.answer.title} - H-1B Desk`, html`${askForm(typed)}${renderAnswer(reply)}`);
}
