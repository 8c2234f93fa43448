import type { FastifyInstance } from "fastify";
import type { Desk } from "../../commands/desk.ts";
import { decodeAction } from "../../core/action-id.ts";
import type { Action } from "../../core/answer.ts";
import type { Reply } from "../../core/reply.ts";
import { say } from "../../core/say.ts";
import { answerViews, type Drawings, drawnBy } from "./answer-views.ts";
import { askForm, examples } from "./ask-form.ts";
import { boardSummary } from "./board-page.ts";
import { answerPath, everyday } from "./everyday.ts";
import { type Html, html } from "./html.ts";
import type { PageContent } from "./layout.ts";
import type { Reading } from "./page-language.ts";
import { renderAnswer } from "./render.ts";
import type { Pages } from "./send.ts";

/** `GET /` shows the question field, `POST /` the answer. What is typed travels in the body only. */
export function registerAskPage(
	app: FastifyInstance,
	pages: Pages,
	desk: Desk,
	drawings: Drawings,
): void {
	app.register(async (scope) => {
		scope.addContentTypeParser(
			"application/x-www-form-urlencoded",
			{ parseAs: "string" },
			(_request, body, done) => {
				done(null, new URLSearchParams(String(body)));
			},
		);

		scope.get("/", (request, reply) => pages.send(request, reply, () => firstPage(desk)));

		scope.post("/", async (request, reply) => {
			const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
			const typed = form.get("text")?.trim() ?? "";
			const asked = ask(desk, typed, form.get("action"), pages.reading(request));
			if (!asked) return pages.send(request, reply, () => firstPage(desk));
			const looks = await drawnBy(drawings, asked);
			return pages.send(request, reply, () => answerPage(asked, typed, "/", looks));
		});
	});

	// The address of an answer: only what may be shared, and never pay.
	app.get<{ Params: { command: string } }>("/answer/:command", async (request, reply) => {
		const action = actionIn(request.params.command, request.url);
		const known = desk.commands.some(({ name }) => name === action?.command);
		if (!action || !known) return reply.callNotFound();
		const answer = desk.run(action.command, action.input, localeOf(pages.reading(request)));
		if (answer.isPrivate) return pages.send(request, reply.code(400), noPayInAddresses);
		const looks = await drawnBy(drawings, answer);
		const address = answerPath(action) ?? "/";
		return pages.send(request, reply, () => answerPage(answer, "", address, looks));
	});
}

/** What an address asks for; the language is the page's. */
function actionIn(command: string, url: string): Action | undefined {
	const query = new URLSearchParams(url.split("?").slice(1).join("?"));
	query.delete("lang");
	return decodeAction(`${command}?${query}`);
}

const localeOf = ({ language }: Reading) => ({ locale: language?.tag ?? "en" });

function ask(
	desk: Desk,
	typed: string,
	action: string | null,
	reading: Reading,
): Reply | undefined {
	const decoded = action === null ? undefined : decodeAction(action);
	if (decoded) return desk.run(decoded.command, decoded.input, localeOf(reading));
	return typed === "" ? undefined : desk.text(typed, localeOf(reading));
}

const firstPage = (desk: Desk): PageContent => ({
	content: html`<h1>${say("What is true about H-1B today?")}</h1>
<p class="lead">${say("Ask about the lottery, fees, wage levels, dates and court cases. Every answer has its date, its legal status and its sources. The same answers come in Discord and Slack.")}</p>
${askForm("")}${examples()}${everyday()}${boardSummary(desk)}`,
	address: "/",
	place: "/",
	isPublic: true,
});

/** `address`: where the same is found in another language. */
const answerPage = (
	reply: Reply,
	typed: string,
	address: string,
	looks: Readonly<Record<"discord" | "slack", Html>>,
): PageContent => ({
	title: reply.answer.title,
	content: html`${askForm(typed)}${renderAnswer(reply)}${answerViews(reply, looks)}`,
	address: (reply.again && answerPath(reply.again)) ?? address,
});

const noPayInAddresses = (): PageContent => ({
	title: say("Pay is not read from an address"),
	content: html`${askForm("")}<article class="card"><h1>${say("Pay is not read from an address")}</h1>
<p class="lead">${say("Addresses are kept by browsers and passed on. Type the offer in the field above: it is used for that one answer and then forgotten.")}</p></article>`,
	address: "/",
});
