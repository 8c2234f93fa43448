import type { FastifyInstance } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import { decodeAction } from "../../core/action-id.ts";
import type { Reply } from "../../core/reply.ts";
import { answerViews, type Drawings } from "./answer-views.ts";
import { boardSummary } from "./board-page.ts";
import { everyday } from "./everyday.ts";
import { html } from "./html.ts";
import { askForm, examples, layout } from "./layout.ts";
import { renderAnswer } from "./render.ts";
import { HTML_TYPE, sendPage } from "./send.ts";

/** `GET /` shows the question field, `POST /` the answer. What is typed travels in the body only. */
export function registerAskPage(app: FastifyInstance, desk: Desk, drawings: Drawings): void {
	app.register(async (scope) => {
		scope.addContentTypeParser(
			"application/x-www-form-urlencoded",
			{ parseAs: "string" },
			(_request, body, done) => {
				done(null, new URLSearchParams(String(body)));
			},
		);

		scope.get("/", (request, reply) => sendPage(request, reply, firstPage(desk)));

		scope.post("/", async (request, reply) => {
			const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
			const typed = form.get("text")?.trim() ?? "";
			const asked = ask(desk, typed, form.get("action"));
			const page = asked ? await answerPage(asked, typed, drawings) : firstPage(desk);
			return reply.type(HTML_TYPE).send(page);
		});
	});

	// The address of an answer: only what may be shared, and never pay.
	app.get<{ Params: { command: string } }>("/answer/:command", async (request, reply) => {
		const query = request.url.split("?").slice(1).join("?");
		const action = decodeAction(`${request.params.command}?${query}`);
		const known = desk.commands.some(({ name }) => name === action?.command);
		if (!action || !known) return reply.callNotFound();
		const answer = desk.run(action.command, action.input);
		if (answer.isPrivate) return reply.code(400).type(HTML_TYPE).send(noPayInAddresses());
		return sendPage(request, reply, await answerPage(answer, "", drawings));
	});
}

function ask(desk: Desk, typed: string, action: string | null): Reply | undefined {
	const decoded = action === null ? undefined : decodeAction(action);
	if (decoded) return desk.run(decoded.command, decoded.input);
	return typed === "" ? undefined : desk.text(typed);
}

function firstPage(desk: Desk): string {
	return layout(
		"H-1B Desk",
		html`<h1>What is true about H-1B today?</h1>
<p class="lead">Ask about the lottery, fees, wage levels, dates and court cases. Every answer has its date, its legal status and its sources. The same answers come in Discord and Slack.</p>
${askForm("")}${examples()}${everyday()}${boardSummary(desk)}`,
		{ path: "/", isPublic: true },
	);
}

async function answerPage(reply: Reply, typed: string, drawings: Drawings): Promise<string> {
	return layout(
		`${reply.answer.title} - H-1B Desk`,
		html`${askForm(typed)}${renderAnswer(reply)}${await answerViews(reply, drawings)}`,
	);
}

function noPayInAddresses(): string {
	return layout(
		"Pay is not read from an address - H-1B Desk",
		html`${askForm("")}<article class="card"><h1>Pay is not read from an address</h1>
<p class="lead">Addresses are kept by browsers and passed on. Type the offer in the field above: it is used for that one answer and then forgotten.</p></article>`,
	);
}
